// What rules that remind share: the clocks of one kind that ran out since the last look.
import { cameDue } from '../core/came-due.ts';
import type { RunningClock } from '../core/clock.ts';
import { clocksOf } from '../core/clocks.ts';
import type { CommentKey } from '../core/effect.ts';
import { bySaid, type Entry, shortHash } from '../core/entry.ts';
import type { Expectation, ReminderMatter } from '../core/expectation.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { ownComment } from '../core/own-comment.ts';
import { type IncidentRecord, incidentBefore, maySpeak } from '../core/record.ts';
import { remindedOf } from '../core/reminded.ts';
import { minutesBetween } from '../core/time.ts';
import type { Rule, View } from './rule.ts';

/**
 * A rule that reminds of the clocks that are its own, each once in each of their periods.
 * @param isSaid whether people are told the same of an entry otherwise
 */
export function reminding(
  name: string,
  does: string,
  matter: ReminderMatter,
  isOwn: (clock: RunningClock, handbook: Handbook) => boolean,
  isSaid: (entry: Entry, record: IncidentRecord) => boolean = () => false,
): Rule {
  return {
    name,
    does,
    expect: (incident, handbook, now, view) =>
      comments(view, now).flatMap(({ key, entries, late }) => {
        const { record } = view;
        return entries.flatMap((entry): readonly Expectation[] => {
          const ran = ranOut(entry, record, handbook);
          if (!ran || !isOwn(ran.clock, handbook) || isSaid(entry, record)) return [];
          const { clock, before, due } = ran;
          const people = remindedOf(clock, before, handbook);
          const done = !isRunning(clock, incident, handbook);
          const again = isTold(entry, before);
          return [{ expect: 'reminder', matter, entry, clock, again, due, people, done, key, late }];
        });
      }),
  };
}

/** Entries that are told together. */
interface Together {
  readonly key: CommentKey;
  /** In order, at least one. */
  readonly entries: readonly Entry[];
  /** Minutes that they come late; 0: not so late that it matters. */
  readonly late: number;
}

/** A look that comes so many minutes late tells everything in one comment. */
const muchTooLate = 15;

/**
 * What ran out since the last look: one comment for each second, or for all of it where the look comes much too late. Late is only
 * what we knew before: of what words brought that are new themselves nobody could have said when. What could not be said when it ran
 * out has one of its own. What a lost record is rebuilt of was said once already.
 */
function comments({ record, snapshot }: View, now: string): readonly Together[] {
  const open = record.entries.filter(
    (entry) => entry.fact?.kind === 'overdue' && !entry.rebuilt && maySpeak(record, entry),
  );
  const isOwed = (entry: Entry): boolean => record.owed?.has(entry.source) === true;
  const bySecond = [
    ...Map.groupBy(
      open.filter((entry) => !isOwed(entry)),
      ({ saidAt }) => saidAt,
    ).values(),
  ];
  const fresh = bySecond.map((entries) => together(entries, snapshot, now));
  const heard = record.entries.find((entry) => record.fresh.has(entry.source) && !cameDue(entry));
  const isLate = fresh.slice(0, 1).some(({ entries, late }) => {
    return late >= muchTooLate && entries.every((entry) => !heard || bySaid(entry, heard) < 0);
  });
  const told = isLate ? [together(bySecond.flat(), snapshot, now)] : fresh.map((one) => ({ ...one, late: 0 }));
  const owed = open.filter(isOwed);
  return owed.length > 0 ? [{ ...together(owed, snapshot, now), late: 0 }, ...told] : told;
}

/** As it was written, however often a pass is cut short before the card says so. */
function together(entries: readonly Entry[], snapshot: View['snapshot'], now: string): Together {
  const [first] = entries;
  const key = `reminder:${shortHash(first?.source ?? '')}`;
  return { key, entries, late: minutesBetween(first?.saidAt ?? now, ownComment(snapshot, key)?.at ?? now) };
}

/** The clock as it was when it ran out. */
function ranOut(entry: Entry, record: IncidentRecord, handbook: Handbook) {
  const { fact } = entry;
  const before = fact?.kind === 'overdue' ? incidentBefore(record, entry, handbook) : null;
  if (fact?.kind !== 'overdue' || !before) return null;
  const clock = clocksOf(before, handbook).find(({ id }) => id === fact.clock);
  return clock ? { clock, before, due: fact.due } : null;
}

/** Whether the same promise ran out before: the source of an entry ends in its period. */
function isTold({ source }: Entry, { timeline }: Incident): boolean {
  const promise = source.slice(0, source.lastIndexOf(':') + 1);
  return timeline.some((entry) => entry.source.startsWith(promise));
}

function isRunning({ id, begun }: RunningClock, incident: Incident, handbook: Handbook): boolean {
  return clocksOf(incident, handbook).some((one) => one.id === id && one.begun === begun && one.ended === null);
}
