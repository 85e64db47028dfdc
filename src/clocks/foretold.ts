// The update that the last one foretold (`/update … next in 30m`): a deadline of its own, or the cadence's that it comes before.
import type { RunningClock } from '../core/clock.ts';
import { isResolved } from '../core/gate.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { minutesBetween } from '../time/time.ts';
import { updateLine } from './clock-promises.ts';
import { partOf } from './clock-time.ts';
import type { ClockWords } from './clock-words.ts';

/**
 * The promised clocks, with the update that was foretold: one word ends it and the cadence of who speaks, so both are one promise,
 * due by the earlier time. Nobody's word makes a promise of the handbook's later; it is escalated when the handbook says. Where no
 * cadence runs, or what was foretold is not whose cadence it is, it is a clock of its own.
 */
export function withForetold(
  promised: readonly RunningClock[],
  incident: Incident,
  handbook: Handbook,
  words: ClockWords,
): readonly RunningClock[] {
  const said = foretold(incident, handbook, words);
  if (!said) return promised;
  const cadences = promised.filter((clock) => isCadence(clock, handbook));
  const own = cadences.filter(({ owner }) => owner === said.owner);
  const same = own.length > 0 ? own : cadences;
  if (same.length === 0) return [...promised, said];
  return promised.map((clock) => (same.includes(clock) ? earlier(clock, said, handbook) : clock));
}

function foretold(incident: Incident, handbook: Handbook, { updates }: ClockWords): RunningClock | null {
  const { update, closed } = incident;
  const due = update?.nextAt ?? null;
  if (!update || due === null || updates.length === 0 || closed || isResolved(incident, handbook)) return null;
  return {
    ...{
      id: 'said:update',
      kind: 'said',
      about: 'update',
      name: null,
      person: null,
      begun: update.at,
      from: update.at,
      due,
    },
    owner: handbook.roles.find((role) => !role.leads && role.may.includes('update'))?.id ?? null,
    period: { amount: Math.max(1, minutesBetween(update.at, due)), unit: 'minutes' },
    ...{ calendar: null, warnAt: null, escalateAt: null, ended: null, callsOut: false, command: updateLine },
  };
}

function isCadence({ kind, about, ended, command }: RunningClock, { clocks }: Handbook): boolean {
  if (kind !== 'promise' || ended !== null || command !== updateLine) return false;
  return clocks.some(({ id, repeats }) => id === about && repeats);
}

/** What was foretold for a time before the last word was answered by that. */
function earlier(clock: RunningClock, { due, period }: RunningClock, { clocks }: Handbook): RunningClock {
  if (due === null || due <= clock.from || (clock.due !== null && clock.due <= due)) return clock;
  const percent = clocks.find(({ id }) => id === clock.about)?.warnAt ?? null;
  return { ...clock, due, period, calendar: null, warnAt: partOf(clock.from, due, percent, null) };
}
