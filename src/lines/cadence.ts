// Every next word that was owed to somebody while an incident lasted, and when it came.
import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { steps } from '../core/replay.ts';
import type { Segment } from '../core/segment.ts';
import type { IncidentLine } from './line.ts';
import { type Reader, readersOf, type Stage } from './readers.ts';

export type PromisedWord = IncidentLine['cadence'][number];

/**
 * One promise after the declaration and after each word, to each audience that was to hear another one, as `clocks/word-due.ts`
 * says at every turn. A term that a turn brought (a raise, a relapse) counts from that turn at the earliest. What passed
 * unheeded stays owed until the next word, whatever is said of the severity afterwards. What became due only when the incident was
 * over is not owed, and what came after its end did not come. None of a record of the past, and none from before a move from
 * another handbook, whose audiences are not known here. A retracted word is none.
 */
export function cadenceOf(incident: Incident, entries: readonly Entry[], handbook: Handbook): readonly PromisedWord[] {
  if (incident.backfilled) return [];
  const stages = stagesOf(withoutRetracted(entries, incident), handbook);
  const owed = readersOf(handbook).flatMap((reader) => owedTo(reader, stages));
  return owed
    .flatMap((word) => whileActive(word, incident.segments))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
}

function withoutRetracted(entries: readonly Entry[], { drafts }: Incident): readonly Entry[] {
  const gone = new Set(drafts.flatMap(({ number, retracted }) => (retracted ? number : [])));
  return entries.filter(({ fact }) => fact?.kind !== 'published' || !gone.has(fact.draft));
}

const turns: ReadonlySet<string> = new Set([
  ...['declared', 'handbook', 'severity', 'status', 'update', 'published', 'closed', 'reopened'],
]);

/** Whether an entry may begin, end or shift a promise; of the milestones those that first notices count from. */
function tells({ fact }: Entry, { messages }: Handbook): boolean {
  if (fact?.kind !== 'milestone') return turns.has(fact?.kind ?? '');
  return fact.milestone === 'declared' || messages.some(({ from }) => from === fact.milestone);
}

/** The turns since it follows this handbook. */
function stagesOf(entries: readonly Entry[], handbook: Handbook): readonly Stage[] {
  const timeline: Entry[] = [];
  let stages: Stage[] = [];
  let id: string | null = null;
  for (const { entry, incident } of steps(entries, handbook)) {
    timeline.push(entry);
    if (incident.handbook.id !== id) stages = [];
    id = incident.handbook.id;
    if (!tells(entry, handbook)) continue;
    stages.push({ entry, at: entry.saidAt, incident: { ...incident, timeline: [...timeline] } });
  }
  return stages;
}

/** A time that a word has met already is not owed again, though the promise of it may still stand. */
function owedTo(reader: Reader, stages: readonly Stage[]): readonly PromisedWord[] {
  const { audience } = reader;
  const words: PromisedWord[] = [];
  let dueAt: string | null = null;
  for (const stage of stages) {
    if (dueAt !== null && reader.hears(stage, dueAt)) words.push({ audience, dueAt, givenAt: stage.at });
    else if (dueAt !== null && dueAt < stage.at) {
      if (!reader.isOver(stage)) continue;
      words.push({ audience, dueAt, givenAt: null });
    }
    const next = reader.dueAt(stage, dueAt);
    dueAt = next === words.at(-1)?.dueAt ? null : next;
  }
  return dueAt === null ? words : [...words, { audience, dueAt, givenAt: null }];
}

/** Nothing where it was due in a time in which the incident was over, as is known now. */
function whileActive(word: PromisedWord, segments: readonly Segment[]): readonly PromisedWord[] {
  const { until = null } = segments.findLast(({ from }) => from <= word.dueAt) ?? segments[0] ?? {};
  if (until !== null && word.dueAt >= until) return [];
  const inTime = word.givenAt !== null && (until === null || word.givenAt <= until);
  return [{ ...word, givenAt: inTime ? word.givenAt : null }];
}
