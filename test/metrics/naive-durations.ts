// The durations a second time, the way somebody does it in an afternoon: dates, sorting, an index. Nothing of src but types.
import type { IncidentLine } from '../../src/lines/line.ts';
import type { Duration } from '../../src/metrics/metric.ts';

export interface Naive {
  readonly n: number;
  /** Sorted. */
  readonly values: readonly number[];
  readonly median: number;
  readonly p90: number;
  readonly mean: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What comes after an incident, and belongs to the week in which it does. */
const afterwards: readonly string[] = ['closed', 'reviewed'];

/**
 * One duration of the incidents resolved (of what comes afterwards: that came to it) from `from` until `until`, as they were known at
 * `end` (before it, or at `now`).
 */
export function naiveDuration(
  lines: readonly IncidentLine[],
  { from: begin, to }: Duration,
  {
    from,
    until,
    end,
    now,
  }: { readonly from: string; readonly until: string; readonly end: string; readonly now: string },
): Naive {
  const seen = (at: string | undefined | null): Date | null =>
    at && new Date(at) < new Date(end) && new Date(at) <= new Date(now) ? new Date(at) : null;
  const values: number[] = [];
  const leftOut: Record<string, number> = {};
  const put = (why: string, at: Date | null) => {
    if (at && at >= new Date(from) && at < new Date(until)) leftOut[why] = (leftOut[why] ?? 0) + 1;
  };
  for (const line of naiveCounted(lines.filter(({ milestones: { declared } }) => seen(declared?.at)))) {
    const [start, stop] = [seen(line.milestones[begin]?.at), seen(line.milestones[to]?.at)];
    const closed = seen(line.closed?.at);
    const stretches = line.active
      .filter((one) => seen(one.from))
      .map((one) => [seen(one.from), seen(one.until)] as const);
    const [lastFrom, lastUntil] = stretches[stretches.length - 1] ?? [null, null];
    const untrue = (name: string, at: Date | null): boolean => {
      if (!at || !['mitigated', 'resolved', 'closed'].includes(name)) return false;
      if (stretches.length > 1 && lastFrom && at < lastFrom) return true;
      return (name === 'closed' && !closed) || (name === 'resolved' && stretches.length > 0 && !lastUntil);
    };
    const resolved = seen(line.milestones.resolved?.at);
    const week = afterwards.includes(to) ? stop : resolved;
    if (!week) {
      const ended = stretches.length > 0 ? lastUntil : null;
      if (!afterwards.includes(to)) put('no `resolved`', closed ?? ended);
    } else if (!afterwards.includes(to) && untrue('resolved', resolved)) put('active again', week);
    else if (!stop) put(`no \`${to}\``, week);
    else if (untrue(to, stop) || untrue(begin, start)) put('active again', week);
    else if (!start) put(`no \`${begin}\``, week);
    else if (start > stop) put('ends before it begins', week);
    else if (week >= new Date(from) && week < new Date(until)) values.push((stop.getTime() - start.getTime()) / 60000);
  }
  values.sort((one, other) => one - other);
  return { n: values.length, values, ...figures(values), leftOut };
}

/** Incidents that count: no drills and so on, and of a family the top one. */
export function naiveCounted(lines: readonly IncidentLine[]): readonly IncidentLine[] {
  const real = lines.filter((line) => {
    const reason = line.closed ? line.closed.reason : '';
    if (line.drill === true || !line.type.counted) return false;
    return reason !== 'duplicate' && reason !== 'not_planned' && !line.links.duplicate && !line.closed?.carriedOver;
  });
  const parentOf = (line: IncidentLine) =>
    real.find((one) => {
      const parent = line.links.parent ?? '';
      const own = parent === `#${one.issue}` && one.repository === line.repository;
      return one !== line && (own || parent === `${one.repository}#${one.issue}` || parent === one.url);
    });
  return real.filter((line) => {
    const above: IncidentLine[] = [];
    for (let one = parentOf(line); one && !above.includes(one); one = parentOf(one)) above.push(one);
    if (above.length === 0) return true;
    if (!above.includes(line)) return false;
    return above.every((one) => one === line || before(line, one));
  });
}

function before(one: IncidentLine, other: IncidentLine): boolean {
  const [first, second] = [one.milestones.declared?.at ?? '', other.milestones.declared?.at ?? ''];
  if (first !== second) return first < second;
  return one.repository === other.repository ? one.issue < other.issue : one.repository < other.repository;
}

function figures(sorted: readonly number[]) {
  const at = (place: number) => sorted[place] ?? Number.NaN;
  const n = sorted.length;
  const place = 0.9 * (n - 1);
  const low = Math.floor(place);
  return {
    median: n % 2 === 1 ? at((n - 1) / 2) : (at(n / 2 - 1) + at(n / 2)) / 2,
    p90: low + 1 < n ? at(low) + (place - low) * (at(low + 1) - at(low)) : at(n - 1),
    mean: sorted.reduce((sum, one) => sum + one, 0) / n,
  };
}
