// Clocks: each begins, ends, has a time and an owner.
import type { Clock } from '../core/duty.ts';
import { type Handbook, milestones } from '../core/handbook.ts';
import type { Finding } from './explain.ts';

/** What is wrong with the clocks of a handbook. Every milestone but `reviewed` can be said whatever the statuses (`/identified`). */
export function clockFindings({ clocks, postMortem }: Handbook): readonly Finding[] {
  return clocks.flatMap((clock) => [...order(clock), ...unreviewed(clock, postMortem.requiredAt)]);
}

/** Ends that come more than once. */
const repeating: ReadonlySet<string> = new Set(['update', 'severity-confirmed', 'reminder']);

/** It begins before it ends, and has a time. */
function order({ id, from, to, within, contract, repeats, warnAt, escalateAt }: Clock): readonly Finding[] {
  const rank = (name: string): number => (milestones as readonly string[]).indexOf(name);
  const path = ['clocks', id];
  if (rank(to) >= 0 && rank(to) <= rank(from)) {
    const what = `The clock \`${id}\` never ends: \`${to}\` comes before \`${from}\`.`;
    return [{ path: [...path, 'to'], of: 'value', what, suggestion: 'Name a later milestone.' }];
  }
  if (Object.keys(within).length === 0 && contract === null) {
    const suggestion = 'Write `within: {sev-1: 15m}`, or `contract: response`.';
    return [{ path, of: 'key', what: `The clock \`${id}\` has no time.`, suggestion }];
  }
  if (repeats && !repeating.has(to)) {
    const what = `The clock \`${id}\` repeats, but \`${to}\` happens once.`;
    const suggestion = 'Only `update`, `severity-confirmed` and `reminder` repeat.';
    return [{ path: [...path, 'repeats'], of: 'value', what, suggestion }];
  }
  return shares({ id, warnAt, escalateAt });
}

/** Shares of its time: it warns before that is over, and escalates after it warned. */
function shares({ id, warnAt, escalateAt }: Pick<Clock, 'id' | 'warnAt' | 'escalateAt'>): readonly Finding[] {
  if (warnAt === null) return [];
  const [path, or] = [
    ['clocks', id, 'warn-at'],
    ['clocks', id, 'escalate-at'],
  ] as const;
  if (warnAt > 100) {
    const what = `The clock \`${id}\` would warn at ${warnAt} % of its time, which has run out at 100 %.`;
    const meant = warnAt % 10 === 0 ? warnAt / 10 : 75;
    const suggestion = meant <= 100 ? `Did you mean \`${meant}%\`?` : 'Write for example `warn-at: 75%`.';
    return [{ path, of: 'value', what, suggestion }];
  }
  if (escalateAt === null || escalateAt > warnAt) return [];
  const what = `The clock \`${id}\` escalates at ${escalateAt} % of its time, and warns only at ${warnAt} %.`;
  const suggestion = 'Write an `escalate-at` that is more than `warn-at`.';
  return [{ path: or, or: path, of: 'value', what, suggestion }];
}

/** What ends with the review ends only where a post-mortem is opened. */
function unreviewed({ id, to, within }: Clock, reviewed: readonly string[]): readonly Finding[] {
  if (to !== 'reviewed') return [];
  const without = Object.keys(within).filter((severity) => !reviewed.includes(severity));
  return without.map((severity) => {
    const what = `The clock \`${id}\` never ends at \`${severity}\`: no post-mortem is opened there.`;
    const suggestion = 'Take this line away, or add the severity to `post-mortem.required-at`.';
    return { path: ['clocks', id, 'within', severity], of: 'key', what, suggestion };
  });
}
