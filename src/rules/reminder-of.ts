// What rules that remind share: the clocks of one kind that ran out since the last look.

import { clocksOf } from '../clocks/clocks.ts';
import { lateOf } from '../clocks/late.ts';
import { namedOf, remindedOf } from '../clocks/reminded.ts';
import { asksSomebody, type RunningClock } from '../core/clock.ts';
import type { CommentKey } from '../core/effect.ts';
import { type Entry, shortHash } from '../core/entry.ts';
import type { Expectation, ReminderMatter } from '../core/expectation.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { ownComment } from '../core/own-comment.ts';
import { reckoning } from '../core/reckoning.ts';
import { type IncidentRecord, incidentBefore, maySpeak } from '../core/record.ts';
import type { Rule, View } from './rule.ts';

/**
 * A rule that reminds of the clocks that are its own, each once in each of their periods.
 * @param isSaid whether people are told the same otherwise
 */
export function reminding(
  name: string,
  does: string,
  matter: ReminderMatter,
  isOwn: (clock: RunningClock, handbook: Handbook) => boolean,
  isSaid: (ran: RanOut, handbook: Handbook, view: View) => boolean = () => false,
): Rule {
  return {
    name,
    does,
    expect: (incident, handbook, now, view) =>
      comments(view, now).flatMap(({ key, entries, late }) => {
        const { record } = view;
        const all = ranOut(record, handbook);
        return entries.flatMap((entry): readonly Expectation[] => {
          const ran = all.get(entry);
          if (!ran || !isOwn(ran.clock, handbook) || isSaid(ran, handbook, view)) return [];
          const { clock, before, due } = ran;
          const people = asksSomebody(clock) ? remindedOf(clock, before, handbook, entry.saidAt) : [];
          const named = namedOf(clock, before, handbook, entry.saidAt);
          const done = !isRunning(clock, incident, handbook);
          // Who was only encouraged, and did it, is not told that they were.
          if (done && clock.callsOut && asksSomebody(clock)) return [];
          const again = isTold(entry, before);
          return [{ expect: 'reminder', matter, entry, clock, again, due, people, named, done, key, late }];
        });
      }),
  };
}

/** Entries that are told together. */
interface Together {
  readonly key: CommentKey;
  /** When it was written, or is; ISO UTC. */
  readonly at: string;
  /** In order, at least one. */
  readonly entries: readonly Entry[];
  /** Minutes that they come late; 0: not so late that it matters. */
  readonly late: number;
}

/**
 * What ran out since the last look, in one comment. What ran out behind a comment after which a pass was cut short has the next one:
 * that comment stays as it was written. What a lost record is rebuilt of was said once already.
 */
function comments({ record, snapshot }: View, now: string): readonly Together[] {
  return together(untold(record), snapshot, now).map((one) => {
    // What nobody owed does not come late.
    const owed = one.entries.filter(({ fact }) => isOwed(fact));
    return { ...one, late: lateOf(owed, record, one.at) };
  });
}

function isOwed(fact: Entry['fact']): boolean {
  return fact?.kind === 'overdue' && !fact.callsOut;
}

/** What ran out and was told to nobody. */
function untold(record: IncidentRecord): readonly Entry[] {
  return record.entries.filter((entry) => entry.fact?.kind === 'overdue' && !entry.rebuilt && maySpeak(record, entry));
}

/** What is only called out to nobody makes no comment: it is on the timeline, and rides along. */
function together(open: readonly Entry[], snapshot: View['snapshot'], now: string): readonly Omit<Together, 'late'>[] {
  const first = open.find(({ fact }) => isOwed(fact) || (fact?.kind === 'overdue' && fact.who));
  if (!first) return [];
  const others = open.filter((entry) => entry !== first && entry.saidAt >= first.saidAt);
  const key: CommentKey = `reminder:${shortHash(first.source)}`;
  const at = ownComment(snapshot, key)?.at ?? now;
  const [told, later] = [others.filter(({ saidAt }) => saidAt <= at), others.filter(({ saidAt }) => saidAt > at)];
  return [{ key, at, entries: [first, ...told] }, ...together(later, snapshot, now)];
}

/** An entry, with the clock and the incident as they were when it ran out. */
interface RanOut {
  readonly entry: Entry;
  readonly clock: RunningClock;
  readonly before: Incident;
  readonly due: string;
}

/** All that was told to nobody, once for all rules. */
const ranOut = reckoning((record: IncidentRecord, handbook: Handbook): ReadonlyMap<Entry, RanOut> => {
  const all = untold(record).map((entry) => [entry, asItRanOut(entry, record, handbook)] as const);
  return new Map(all.flatMap(([entry, ran]) => (ran ? [[entry, ran] as const] : [])));
});

function asItRanOut(entry: Entry, record: IncidentRecord, handbook: Handbook): RanOut | null {
  const { fact } = entry;
  const before = fact?.kind === 'overdue' ? incidentBefore(record, entry, handbook) : null;
  if (fact?.kind !== 'overdue' || !before) return null;
  const clock = clocksOf(before, handbook).find(({ id }) => id === fact.clock);
  return clock ? { entry, clock, before, due: fact.due } : null;
}

/** Whether the same promise ran out before: the source of an entry ends in its period. */
function isTold({ source }: Entry, { timeline }: Incident): boolean {
  const promise = source.slice(0, source.lastIndexOf(':') + 1);
  return timeline.some((entry) => entry.source.startsWith(promise));
}

function isRunning({ id, begun }: RunningClock, incident: Incident, handbook: Handbook): boolean {
  return clocksOf(incident, handbook).some((one) => one.id === id && one.begun === begun && one.ended === null);
}
