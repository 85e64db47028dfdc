// The front door of the room: what people have said since the last look, judged in the order they said it.

import { asksForSigns } from '../clocks/sign-of-life.ts';
import type { Compose, Composed } from '../core/composing.ts';
import { maskedIn } from '../core/credential.ts';
import { bySaid, type Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { OtherSitrep } from '../core/other-sitrep.ts';
import type { Memory } from '../core/recall.ts';
import type { IncidentRecord } from '../core/record.ts';
import { replay } from '../core/replay.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { WaitingReport } from '../core/waiting-reports.ts';
import { maskedUtterance } from '../thread/masked-utterance.ts';
import { plainWords } from '../thread/plain-words.ts';
import type { Utterance } from '../thread/utterance.ts';
import { utterancesOf } from '../thread/utterances.ts';
import { acknowledging } from './hear-acknowledgement.ts';
import { adoptedFrom } from './hear-adoption.ts';
import { hearAssignee } from './hear-assignee.ts';
import { isAudible } from './hear-audible.ts';
import { hearClose, hearDuplicate, hearReopen } from './hear-closing.ts';
import { hearCommand } from './hear-command.ts';
import { confirming } from './hear-confirmation.ts';
import { bringDue, endOf, placeOf as indexOf } from './hear-due.ts';
import { hearLabel } from './hear-label.ts';
import { hearMerge, hearRefusedByGitHub, hearRetitle, hearRocket, hearTick } from './hear-marks.ts';
import { placeOf, unheard } from './hear-once.ts';
import { hearReport } from './hear-report.ts';
import { hearReportEdit } from './hear-report-edit.ts';
import { type Draft, type Hearing, isOutside } from './hearing.ts';

/** What was heard before, as far as it is still known. */
type Heard = Pick<Memory, 'entries' | 'lostUntil'> & { readonly other?: OtherSitrep | null };

/**
 * Judges what was not judged yet, each utterance against the incident as it was when it was said, and gives the whole record.
 * What has an entry, accepted or refused, is heard for ever (decision 1). What means nothing here gets no entry.
 * What became due up to `now` (ISO UTC) has its place before whatever was said later.
 * A move to another handbook is heard alone: what was said before it has been answered by the old one, and what was said after it
 * waits until the new one is read. While another Sitrep keeps the incident nothing is heard but that somebody takes it over.
 * @param compose makes the texts of messages
 * @param current what the repository's config says now; null while it is broken
 * @param waiting earlier reports of whoever filed this one, as far as they wait or waited to be confirmed
 */
export function hear(
  snapshot: Snapshot,
  { entries: past, lostUntil, other = null }: Heard,
  handbook: Handbook,
  now: string,
  compose: Compose,
  current: Handbook | null = handbook,
  waiting: readonly WaitingReport[] = [],
): IncidentRecord {
  const utterances = utterancesOf(snapshot, handbook, lostUntil);
  const told = utterances.map((one) => (one.kind === 'command' ? one : maskedUtterance(one).utterance));
  const entries = [...past].sort(bySaid);
  const words = asksForSigns(handbook) ? plainWords(snapshot) : [];
  const fresh = new Set<string>();
  const composed = new Map<number, Composed>();
  const incidentBefore = incidents(handbook);
  const add = (heard: readonly Entry[], place: number): void => {
    for (const entry of heard) fresh.add(entry.source);
    entries.splice(place, 0, ...heard);
  };
  let last: Entry | null = null;
  const comeDue = (until: Entry): void => {
    bringDue(fresh.size > 0 ? last : null, until, { entries, handbook, words, incidentBefore, add });
    last = until;
  };
  const open = unheard(utterances, past, snapshot);
  const audible = open.filter((one) => isAudible(one, { snapshot, handbook, other }));
  for (const utterance of audible) {
    const own = placeOf(utterance);
    comeDue(own);
    const place = indexOf(own, entries);
    const hearing: Hearing = {
      snapshot,
      handbook,
      current,
      other,
      utterances: told,
      waiting,
      compose,
      composed,
      nextDraft: 1 + Math.max(0, ...entries.map(({ fact }) => (fact?.kind === 'drafted' ? fact.draft : 0))),
      declared: entries.some(({ fact }) => fact?.kind === 'declared'),
      entries: () => entries.slice(0, place),
      incident: () => incidentBefore(entries.slice(0, place)),
    };
    const masked = maskedUtterance(utterance);
    const drafts = judge(masked.utterance, hearing);
    const moves = drafts.some(({ fact }) => fact?.kind === 'handbook');
    if (moves && fresh.size > 0) return { entries: entries.sort(bySaid), fresh, composed, waits: true };
    for (const { fact, composed: text } of drafts) {
      if (fact?.kind === 'drafted' && text) composed.set(fact.draft, text);
    }
    add(noting(masked.found, entriesOf(utterance, drafts, hearing)), place);
    const adopted = other && drafts.some(({ fact }) => fact?.kind === 'adopted') ? adoptedFrom(other) : [];
    if (moves || adopted.length > 0)
      return { entries: [...adopted, ...entries].sort(bySaid), fresh, composed, waits: true };
  }
  comeDue(endOf(now));
  return { entries: entries.sort(bySaid), fresh, composed, ...(audible.length < open.length && { partly: true }) };
}

function judge(utterance: Utterance, hearing: Hearing): readonly Draft[] {
  const drafts = judged(utterance, hearing);
  return [...drafts, ...acknowledging(utterance, drafts, hearing), ...confirming(utterance, drafts, hearing)];
}

function judged(utterance: Utterance, hearing: Hearing): readonly Draft[] {
  switch (utterance.kind) {
    case 'report':
      return hearReport(utterance, hearing);
    case 'report-edit':
      return hearReportEdit(utterance, hearing);
    case 'command':
      return hearCommand(utterance, hearing);
    case 'label':
      return hearLabel(utterance, hearing);
    case 'assignee':
      return hearAssignee(utterance, hearing);
    case 'close':
      return hearClose(utterance, hearing);
    case 'reopen':
      return hearReopen(utterance, hearing);
    case 'duplicate':
      return hearDuplicate(utterance, hearing);
    case 'retitle':
      return hearRetitle(utterance, hearing);
    case 'tick':
      return hearTick(utterance, hearing);
    case 'rocket':
      return hearRocket(utterance, hearing);
    case 'merge':
      return hearMerge(utterance, hearing);
    case 'refused-by-github':
      return hearRefusedByGitHub(utterance, hearing);
  }
}

function entriesOf(utterance: Utterance, drafts: readonly Draft[], hearing: Hearing): readonly Entry[] {
  const { source, by, at: saidAt, order } = utterance;
  const outside = drafts.some(({ refusal }) => refusal) && isOutside(by, hearing) ? { outside: true as const } : {};
  return drafts.map(({ part, at, composed: _composed, ...draft }, index) => ({
    source: part !== undefined ? `${source}+${part}` : index === 0 ? source : `${source}+${index}`,
    by,
    saidAt,
    order,
    ...(at !== undefined && at !== saidAt && { at }),
    ...draft,
    ...(draft.refusal && outside),
  }));
}

/** The entries of one utterance; the first one bears what was masked in the words, or in others' words that they took over. */
function noting(found: readonly string[], entries: readonly Entry[]): readonly Entry[] {
  const masked = [...new Set([...found, ...entries.flatMap((entry) => maskedIn(JSON.stringify(entry)))])];
  return entries.map((entry, index) => (index === 0 && masked.length > 0 ? { ...entry, masked } : entry));
}

/** Replays of growing beginnings of the record; one that brought no new fact is not replayed again. */
function incidents(handbook: Handbook): (before: readonly Entry[]) => Incident | null {
  let count = 0;
  let incident: Incident | null = null;
  return (before) => {
    const facts = before.filter((entry) => entry.fact);
    if (facts.length !== count) incident = replay(facts, handbook);
    count = facts.length;
    return incident;
  };
}
