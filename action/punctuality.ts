// When a scheduled run should have come: GitHub starts it late, sometimes by hours, and leaves some out.

/** How a run came beside its schedule. */
export interface Punctuality {
  /** When it should have come; ISO UTC. */
  readonly should: string;
  readonly lateMinutes: number;
  /** Runs that should have come since the one before it, and did not; null: when that was is not known. */
  readonly missed: number | null;
}

const minute = 60_000;
const hour = 60 * minute;
/** Further back no moments are counted: GitHub turns off what nobody touched for sixty days. */
const longest = 90 * 24 * hour;

/** Minutes of each hour at which a schedule wants a run, as `7,22 * * * *` has them; null: it is a schedule of another kind. */
export function minutesOf(cron: string): readonly number[] | null {
  const [, list] = /^(\d{1,2}(?:,\d{1,2})*) \* \* \* \*$/.exec(cron.trim()) ?? [];
  const all = list?.split(',').map(Number) ?? [];
  return all.length > 0 && all.every((one) => one < 60) ? all.toSorted((one, other) => one - other) : null;
}

/**
 * A run came late since the first moment after the run before it; where that is not known, since the newest moment.
 * @param cron of the event; null: it is none of a schedule @param last when the run before it began, ISO; null: not known
 * @returns null: the schedule is of another kind
 */
export function punctualityOf(cron: string | null, now: string, last: string | null): Punctuality | null {
  const minutes = cron === null ? null : minutesOf(cron);
  if (minutes === null) return null;
  const until = Date.parse(now);
  const from = Math.max(until - longest, last === null ? until - hour : Math.min(Date.parse(last), until));
  const moments = momentsIn(minutes, from, until);
  const should = (last === null ? moments.at(-1) : moments[0]) ?? until;
  return {
    should: new Date(should).toISOString().replace(/\.\d+/, ''),
    lateMinutes: Math.floor((until - should) / minute),
    missed: last === null ? null : Math.max(0, moments.length - 1),
  };
}

/** Milliseconds, behind `from` up to `until`. */
function momentsIn(minutes: readonly number[], from: number, until: number): readonly number[] {
  const moments: number[] = [];
  for (let begin = Math.floor(from / hour) * hour; begin <= until; begin += hour)
    for (const one of minutes) moments.push(begin + one * minute);
  return moments.filter((moment) => moment > from && moment <= until);
}
