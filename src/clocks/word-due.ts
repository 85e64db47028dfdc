// When the next word to somebody is due, by the handbook's cadences and first-notice times.
import { atSeverity } from '../core/at-severity.ts';
import type { Audience, Message } from '../core/communication.ts';
import type { Draft } from '../core/draft.ts';
import { isResolved } from '../core/gate.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { dueAfter, type Term } from '../time/term.ts';
import { wordDue } from './due-by-level.ts';

/**
 * When a message is due at the present severity: so long after its milestone, until it was published since; an update, when its
 * audience is to hear the next word. ISO UTC; null: it has no time, or not yet (its milestone is missing).
 */
export function dueOf(message: Message, incident: Incident, handbook: Handbook): string | null {
  if (incident.backfilled) return null;
  const term = termAt(message.within, incident);
  const from = incident.milestones[message.from]?.at;
  const told = wordsTo(message.audience, incident).some(
    (draft) => draft.message === message.id && from !== undefined && (draft.published?.at ?? '') >= from,
  );
  if (term && !told) return from === undefined ? null : dueSince(from, message.within, incident, handbook);
  const audience = handbook.audiences.find(({ id }) => id === message.audience);
  return message.purpose === 'update' && audience ? nextWordTo(audience, incident, handbook) : null;
}

/**
 * When an audience is to hear something next: its cadence after the last word, else the first notice's time, else its cadence
 * after the declaration. Inside the organisation `/update` is a word as well. ISO UTC; null: as needed, or it is over.
 */
export function nextWordTo(audience: Audience, incident: Incident, handbook: Handbook): string | null {
  if (incident.backfilled || incident.closed || isResolved(incident, handbook)) return null;
  const cadence = termAt(audience.cadence, incident);
  const last = lastWordTo(audience, incident);
  const declared = incident.milestones.declared?.at;
  if (last !== null)
    return (
      slowed(audience, last, incident, handbook) ??
      (cadence ? dueSince(last, audience.cadence, incident, handbook) : null)
    );
  const firsts = handbook.messages
    .filter((message) => message.audience === audience.id && message.purpose === 'first')
    .flatMap((message) => (termAt(message.within, incident) ? (dueOf(message, incident, handbook) ?? []) : []));
  return (
    firsts.toSorted()[0] ?? (cadence && declared ? dueSince(declared, audience.cadence, incident, handbook) : null)
  );
}

/** What a raised severity asks for sooner counts from the raise. */
function dueSince(from: string, terms: Message['within'], incident: Incident, handbook: Handbook): string | null {
  return wordDue(from, incident, handbook, (severity, since) => {
    const term = atSeverity(terms, severity);
    return term ? dueAfter(since, term, handbook) : null;
  });
}

/**
 * How long an audience waits for its next word at the present severity: for the first one the first notice's time, else its
 * cadence; null: as needed.
 */
export function waitOf(audience: Audience, incident: Incident, handbook: Handbook): Term | null {
  const isFirst = lastWordTo(audience, incident) === null;
  const firsts = handbook.messages.filter((one) => one.audience === audience.id && one.purpose === 'first');
  const [first] = isFirst ? firsts.flatMap(({ within }) => termAt(within, incident) ?? []) : [];
  return first ?? termAt(audience.cadence, incident) ?? null;
}

/** A long incident may go slower than its cadence, once the last update says when the next word comes. */
function slowed({ slowerAfter }: Audience, last: string, incident: Incident, handbook: Handbook): string | null {
  const declared = incident.milestones.declared?.at;
  const promised = incident.update?.nextAt ?? null;
  if (slowerAfter === null || declared === undefined || promised === null || promised <= last) return null;
  return last >= dueAfter(declared, slowerAfter, handbook) ? promised : null;
}

/** When an audience heard something last (ISO UTC); null: it never did. */
export function lastWordTo({ id, external }: Audience, incident: Incident): string | null {
  const published = wordsTo(id, incident).flatMap((draft) => draft.published?.at ?? []);
  const update = external ? undefined : incident.timeline.findLast(({ fact }) => fact?.kind === 'update')?.saidAt;
  return [...published, ...(update === undefined ? [] : [update])].toSorted().at(-1) ?? null;
}

/** What was published to an audience; what was retracted no longer counts. */
function wordsTo(audience: string, { drafts }: Incident): readonly Draft[] {
  return drafts.filter((draft) => draft.audience === audience && draft.published && !draft.retracted);
}

function termAt(terms: Readonly<Record<string, Term>>, { severity }: Incident): Term | undefined {
  return atSeverity(terms, severity.current);
}
