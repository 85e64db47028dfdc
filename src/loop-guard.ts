// Notices when passes write the same thing over and over, so that we never fight a bot or ourselves for ever (decision 20).

import { createHash } from 'node:crypto';
import type { Effect } from './core/effect.ts';
import { keepNewest } from './core/keep-newest.ts';
import { minutesBetween } from './time/time.ts';

interface Write {
  readonly print: string;
  readonly at: string;
  /** A person did something after it: then writing it again is an answer, not a loop. */
  readonly answered: boolean;
}

interface Watched {
  /** Of the last ten minutes, oldest first. */
  readonly writes: readonly Write[];
  /** What people had done when we wrote last. */
  readonly acts: ReadonlySet<string>;
}

/** What was written of late by the node id of the issue or pull request. */
export type LoopGuard = Map<string, Watched>;

/** A pass that is about to write or has written. */
export interface Writing {
  /** Node id of the issue or pull request. */
  readonly issue: string;
  /** ISO. */
  readonly now: string;
  /** Names of all that people said or did there; a new one begins the count anew. */
  readonly acts?: ReadonlySet<string>;
}

/** So often we write one thing by ourselves. */
const most = 3;
/** So often although people do something in between: a person's account may be driven by a program. */
const mostWithPeople = 30;
const minutes = 10;
/** Issues remembered; the ones written longest ago are forgotten first. */
const mostIssues = 5000;

export function emptyLoopGuard(): LoopGuard {
  return new Map();
}

export interface Guarded {
  readonly allowed: readonly Effect[];
  /** Written three times in ten minutes without anybody having done anything. */
  readonly repeated: readonly Effect[];
  /** When the first of the repeated ones may be written again, in seconds; null: nothing is held back. */
  readonly againInSeconds: number | null;
}

/** Splits a plan into what may be done and what waits. */
export function guarded(guard: LoopGuard, effects: readonly Effect[], writing: Writing): Guarded {
  const recent = recentOf(guard, writing);
  const waits = effects.map((effect) => ({ effect, until: heldUntil(recent, printOf(effect)) }));
  const held = waits.flatMap(({ until }) => (until === null ? [] : [until - Date.parse(writing.now)]));
  return {
    allowed: waits.filter(({ until }) => until === null).map(({ effect }) => effect),
    repeated: waits.filter(({ until }) => until !== null).map(({ effect }) => effect),
    againInSeconds: held.length > 0 ? Math.max(1, Math.ceil(Math.min(...held) / 1000)) : null,
  };
}

/** Notes what GitHub accepted. What it refused was not written, however often it was tried. */
export function noteWrites(guard: LoopGuard, effects: readonly Effect[], writing: Writing): void {
  const writes = effects.map((effect) => ({ print: printOf(effect), at: writing.now, answered: false }));
  const watched = { writes: [...recentOf(guard, writing), ...writes], acts: writing.acts ?? new Set<string>() };
  keepNewest(guard, writing.issue, watched, mostIssues);
}

/** Until when a write waits, in milliseconds since 1970; null: it need not. */
function heldUntil(recent: readonly Write[], print: string): number | null {
  const alike = recent.filter((write) => write.print === print);
  const alone = alike.filter((write) => !write.answered);
  const first = alone.at(-most) ?? alike.at(-mostWithPeople);
  return first ? Date.parse(first.at) + minutes * 60_000 : null;
}

function recentOf(guard: LoopGuard, { issue, now, acts }: Writing): readonly Write[] {
  const watched = guard.get(issue);
  if (!watched) return [];
  const recent = watched.writes.filter((write) => Math.abs(minutesBetween(write.at, now)) < minutes);
  const isAnswer = acts !== undefined && [...acts].some((act) => !watched.acts.has(act));
  return isAnswer ? recent.map((write) => ({ ...write, answered: true })) : recent;
}

function printOf(effect: Effect): string {
  return createHash('sha256').update(JSON.stringify(effect)).digest('base64');
}
