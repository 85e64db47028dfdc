// What the room's front door knows while it judges one utterance, and the room it opens to a command.

import { bareWords, holdsAny } from '../core/bare-words.ts';
import { cameDue } from '../core/came-due.ts';
import type { Compose, Composed } from '../core/composing.ts';
import { withoutCredentials } from '../core/credential.ts';
import { type DraftText, draftTextAt } from '../core/draft-text.ts';
import { bySaid, type Entry } from '../core/entry.ts';
import { discreetly, exposureOf, isHidden } from '../core/exposure.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { OtherSitrep } from '../core/other-sitrep.ts';
import { type Person, type Standing, same } from '../core/person.ts';
import { redactedWithin, redactedWords, redactionsOf } from '../core/redaction.ts';
import type { Refusal } from '../core/refusal.ts';
import { replay } from '../core/replay.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import type { Fact } from '../core/timeline.ts';
import type { WaitingReport } from '../core/waiting-reports.ts';
import { mayCommand } from '../thread/said-commands.ts';
import type { Utterance } from '../thread/utterance.ts';
import type { Room } from './command.ts';
import { isMember, rightOf, rolesHeld } from './rights.ts';

/** One moment of the thread. */
export interface Hearing {
  readonly snapshot: Snapshot;
  readonly handbook: Handbook;
  /** What the repository's config says now; null while it is broken. */
  readonly current: Handbook | null;
  /** Everything said, heard before or not, in order. */
  readonly utterances: readonly Utterance[];
  /** Who keeps the incident instead of us: then nobody is heard but who takes it over. */
  readonly other: OtherSitrep | null;
  /** Earlier reports of whoever filed this one, as far as they wait or waited to be confirmed. */
  readonly waiting: readonly WaitingReport[];
  /** Whether any entry known so far declares the incident, however late it was said. */
  readonly declared: boolean;
  readonly compose: Compose;
  /** Texts of the drafts heard in this pass so far, by number. */
  readonly composed: ReadonlyMap<number, Composed>;
  /** The number of the next draft: of all that were ever accepted, however late they were shown. */
  readonly nextDraft: number;
  /** Entries said before this moment. */
  entries(): readonly Entry[];
  /** Their replay, made when asked for; null before there is an incident. */
  incident(): Incident | null;
}

/** One entry to be: a fact or a refusal. `part` is what its source bears behind `+`; without one the parts are counted. */
export interface Draft {
  readonly part?: string;
  readonly fact?: Fact;
  readonly refusal?: Refusal;
  /** ISO UTC; missing or the time it was said: then. */
  readonly at?: string;
  readonly doubled?: string;
  readonly dayBefore?: true;
  readonly inferred?: true;
  /** What was typed, at most 200 characters. */
  readonly typed?: string;
  /** See {@link Stated}. */
  readonly composed?: Composed;
}

/** Somebody's standing as the look shows it; who was not asked about has none. Invited bots (`reporters:`) count as responders. */
export function standingOf(person: Person, { snapshot, handbook }: Hearing): Standing {
  const known = snapshot.people[person.login.toLowerCase()] ?? { person, permission: 'none' as const, teams: [] };
  return person.bot && mayCommand(person, handbook) ? { ...known, permission: 'write' } : known;
}

/** The standing of who set a label or an assignee by hand: GitHub asks triage access for that, and so do we (decision 19). */
export function standingByHand(person: Person, hearing: Hearing): Standing {
  const standing = standingOf(person, hearing);
  return standing.permission === 'triage' ? { ...standing, permission: 'write' } : standing;
}

/** Whether somebody has no standing here, nor a role that a lead gave them: whoever comes by. */
export function isOutside(person: Person | null, hearing: Hearing): boolean {
  const { handbook, snapshot } = hearing;
  if (!person) return false;
  const standing = standingOf(person, hearing);
  if (isMember(standing, handbook, snapshot.repository)) return false;
  return rolesHeld(standing, hearing.incident(), handbook).length === 0;
}

/** What a command may look at at this moment. */
export function roomOf(at: string, speaker: Standing, hearing: Hearing): Room {
  const { snapshot, handbook } = hearing;
  const { repository, config } = snapshot;
  const issue = { ...snapshot.issue, title: withoutCredentials(snapshot.issue.title) };
  const incident = hearing.incident();
  return {
    incident,
    handbook,
    current: hearing.current,
    issue,
    repository,
    speaker,
    right: rightOf(speaker, incident, handbook, issue.by),
    standing: (login) => snapshot.people[login.toLowerCase()] ?? null,
    comment(number) {
      const found = commentsOf(snapshot).find((one) => one.number === number);
      return found ? { ...found, body: withoutCredentials(found.body) } : null;
    },
    lastHeard: (person) => lastHeard(person, at, hearing),
    named: snapshot.named,
    others: snapshot.others,
    other: hearing.other,
    draftText: (number, until) => draftText(number, { at, until }, hearing),
    nextDraft: hearing.nextDraft,
    compose(message, own) {
      const exposure = exposureOf(hearing.entries(), handbook, repository);
      const entries = redactedWithin(discreetly(hearing.entries(), exposure), handbook);
      const known = replay(entries, handbook);
      if (!known) throw new Error('There is nothing to be told before there is an incident');
      return hearing.compose({ message, incident: known, handbook, issue, at, own });
    },
    entries: hearing.entries(),
    config: { ...config, ...snapshot.began },
  };
}

/** A draft that a private matter in public, or a redaction, took with it is gone, whether or not its comment ever stood. */
function draftText(
  number: number,
  moment: { readonly at: string; readonly until: 'before' | 'with' },
  { snapshot, handbook, composed, entries }: Hearing,
): DraftText | null {
  const exposure = exposureOf(entries(), handbook, snapshot.repository);
  const drafted = entries().find(({ fact }) => fact?.kind === 'drafted' && fact.draft === number);
  if (exposure && drafted && isHidden(drafted, exposure)) return null;
  const stands = draftTextAt(snapshot, number, moment, composed.get(number)?.text);
  const later = redactionsOf(entries()).filter(({ entry }) => drafted && bySaid(drafted, entry) < 0);
  const words = bareWords(redactedWords(later, entries(), snapshot, handbook));
  const isGone = later.some(({ drafts }) => drafts.includes(number)) || holdsAny(stands?.text ?? '', words);
  return isGone ? null : stands;
}

function lastHeard(person: Person, until: string, hearing: Hearing): string | null {
  // What stands in the same second may have been said after; what was heard before this moment is among the entries.
  const shown = hearing.snapshot.thread.filter((item) => same(item.by, person) && item.at < until);
  const said = hearing.entries().filter((entry) => same(entry.by, person) && !entry.inferred && !cameDue(entry));
  const times = [...shown.map(({ at }) => at), ...said.map(({ saidAt }) => saidAt)];
  return times.toSorted().at(-1) ?? null;
}
