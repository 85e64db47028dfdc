// Notices when passes write the same thing over and over, so that we never fight a bot or ourselves for ever (decision 20).
import { createHash } from 'node:crypto';
import type { Effect } from './core/effect.ts';
import { minutesBetween } from './core/time.ts';

/** Writes of the last ten minutes by the issue's node id. */
export type LoopGuard = Map<string, readonly { readonly print: string; readonly at: string }[]>;

const most = 3;
const minutes = 10;

export function emptyLoopGuard(): LoopGuard {
  return new Map();
}

/** Splits a plan into what may be done and what was written three times in the last ten minutes. */
export function guarded(
  guard: LoopGuard,
  issue: string,
  effects: readonly Effect[],
  now: string,
): { readonly allowed: readonly Effect[]; readonly repeated: readonly Effect[] } {
  const recent = recentOf(guard, issue, now);
  const isRepeated = (effect: Effect) => {
    const print = printOf(effect);
    return recent.filter((write) => write.print === print).length >= most;
  };
  return { allowed: effects.filter((effect) => !isRepeated(effect)), repeated: effects.filter(isRepeated) };
}

/** Notes what was written. */
export function noteWrites(guard: LoopGuard, issue: string, effects: readonly Effect[], now: string): void {
  const writes = effects.map((effect) => ({ print: printOf(effect), at: now }));
  guard.set(issue, [...recentOf(guard, issue, now), ...writes]);
}

function recentOf(guard: LoopGuard, issue: string, now: string) {
  return (guard.get(issue) ?? []).filter((write) => Math.abs(minutesBetween(write.at, now)) < minutes);
}

function printOf(effect: Effect): string {
  return createHash('sha256').update(JSON.stringify(effect)).digest('base64');
}
