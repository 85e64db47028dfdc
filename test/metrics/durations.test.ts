// Each duration as a person reckons it, over the same windows that the report cuts.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Milestone, milestones } from '../../src/core/milestone.ts';
import type { IncidentLine } from '../../src/lines/line.ts';
import { activeMinutes } from '../../src/metrics/active-minutes.ts';
import { cellOf } from '../../src/metrics/cell.ts';
import { durationMetric } from '../../src/metrics/duration.ts';
import { durations } from '../../src/metrics/durations.ts';
import type { Duration } from '../../src/metrics/metric.ts';
import { populationOf } from '../../src/metrics/population.ts';
import { readPeriod } from '../../src/metrics/read-period.ts';
import { readTime } from '../../src/time/time.ts';
import { line, marks } from './line.ts';

interface Told extends Partial<Record<Milestone, string | null>> {
  readonly stretches?: readonly (readonly [string, string | null])[];
  readonly source?: 'issue';
  readonly backfilled?: boolean;
  readonly 'open-again'?: boolean;
}

interface Case {
  readonly what: string;
  readonly duration: string;
  readonly period?: string;
  readonly now?: string;
  readonly starts?: Readonly<Record<string, Milestone>>;
  readonly incidents: readonly Told[];
  readonly minutes?: readonly number[];
  readonly active?: readonly number[];
  readonly 'left-out'?: Readonly<Record<string, number>>;
}

const cases = parse(readFileSync(new URL('durations.yml', import.meta.url), 'utf8')) as readonly Case[];

test.each(cases)('$duration: $what', ({ duration: id, incidents, starts = {}, minutes = [], active, ...told }) => {
  const now = instant(told.now ?? '2026-04-12 12:00');
  const period = readPeriod(told.period ?? '2026-W10', now, 'UTC');
  if ('why' in period) throw new Error(period.why);
  const population = populationOf(incidents.map(lineOf), { period, now, starts, recursWithin });
  const finding = durationMetric(durationNamed(id)).find(population);
  if ('notMeasured' in finding) throw new Error(finding.notMeasured);
  const inPeriod = <T extends { readonly at: string }>(all: readonly T[]) =>
    all.filter(({ at }) => at >= period.from && at < period.until);
  expect(inPeriod(finding.samples).map(({ value }) => value)).toEqual(minutes);
  const leftOut = Map.groupBy(inPeriod(finding.leftOut), ({ why }) => why);
  expect(Object.fromEntries([...leftOut].map(([why, all]) => [why, all.length]))).toEqual(told['left-out'] ?? {});
  if (active) expect(population.counted.map((one) => activeMinutes([one], population.asOf))).toEqual(active);
});

test('every duration has cases of clocks that change both ways, of what is missing, and of what is corrected or came back', () => {
  for (const { id } of durations) {
    const own = cases.filter(({ duration }) => duration === id);
    const told = own.map((one) => ({ ...one, all: JSON.stringify(one.incidents) }));
    expect([
      id,
      told.some(({ all }) => /2026-03-(08|28|29)/.test(all)),
      told.some(({ all }) => all.includes('2025-10-2')),
    ]).toEqual([id, true, true]);
    expect([id, told.some((one) => Object.keys(one['left-out'] ?? {}).some((why) => why.startsWith('no `')))]).toEqual([
      id,
      true,
    ]);
  }
});

describe.each(durations)('$id', (duration) => {
  const cell = (lengths: readonly number[]) => {
    const lines = lengths.map((minutes, index) => lasting(duration, minutes, index + 1));
    const population = populationOf(lines, { period: w10, now: instant('2026-04-12 12:00'), starts: {}, recursWithin });
    const finding = durationMetric(duration).find(population);
    if ('notMeasured' in finding) throw new Error(finding.notMeasured);
    return cellOf('minutes', finding.samples, finding.leftOut);
  };
  const few = { kind: 'duration', leftOut: [], median: null, p90: null, mean: null };

  test('n = 0, 1 and 4: the values themselves', () => {
    expect(cell([])).toEqual({ ...few, n: 0, values: [] });
    expect(cell([30])).toEqual({ ...few, n: 1, values: [30] });
    expect(cell([40, 10, 30, 20])).toEqual({ ...few, n: 4, values: [10, 20, 30, 40] });
  });

  // Sorted 10 20 30 40 100. Median the third; p90 at place 4 × 0.9 = 3.6, so 40 + 0.6 × 60; mean 200 / 5.
  test('n = 5: median, p90, mean', () => {
    expect(cell([100, 40, 10, 30, 20])).toEqual({
      kind: 'duration',
      leftOut: [],
      n: 5,
      values: [],
      median: 30,
      p90: 76,
      mean: 40,
    });
  });

  // Sorted 10 20 30 40 50 60. Median between 30 and 40; p90 at place 5 × 0.9 = 4.5, so between 50 and 60.
  test('n = 6: the median lies between the middle two', () => {
    expect(cell([60, 50, 40, 30, 20, 10])).toMatchObject({ n: 6, median: 35, p90: 55, mean: 35 });
  });
});

const w10 = {
  id: '2026-W10',
  from: '2026-03-02T00:00:00Z',
  until: '2026-03-09T00:00:00Z',
  firstDay: '2026-03-02',
  lastDay: '2026-03-08',
};

const recursWithin = { amount: 90, unit: 'days' } as const;

function durationNamed(id: string): Duration {
  const found = durations.find((one) => one.id === id);
  if (!found) throw new Error(`There is no duration ${id}.`);
  return found;
}

function instant(words: string): string {
  const read = readTime(words, '2030-01-01T00:00:00Z', 'UTC');
  if (!read) throw new Error(`${words} is no time.`);
  return read.at;
}

/** The line of an incident that a case tells. */
function lineOf(told: Told, index: number): IncidentLine {
  const all = { declared: '2026-03-02 10:00', ...told };
  const known = Object.fromEntries(milestones.flatMap((name) => (all[name] ? [[name, instant(all[name])]] : [])));
  const { started, declared, resolved, closed }: Partial<Record<Milestone, string>> = known;
  const simple =
    told.source === 'issue' ? [] : [{ from: started ?? declared ?? '', until: resolved ?? closed ?? null }];
  const isClosed = closed !== undefined && !told['open-again'];
  return line(index + 1, {
    ...{ source: told.source ?? 'card', backfilled: told.backfilled ?? false, state: isClosed ? 'closed' : 'open' },
    milestones: marks(known),
    active: told.stretches?.map(([from, until]) => ({ from: instant(from), until: until && instant(until) })) ?? simple,
    closed: isClosed ? { reason: 'completed', at: closed, anyway: [], carriedOver: false } : null,
  });
}

/** A resolved incident with the two milestones of a duration and nothing else, ended on the Wednesday of 2026-W10. */
function lasting({ from, to }: Duration, minutes: number, issue: number): IncidentLine {
  const end = Date.parse('2026-03-04T12:00:00Z');
  const iso = (moment: number) => `${new Date(moment).toISOString().slice(0, 19)}Z`;
  const at = iso(end);
  return line(issue, {
    milestones: marks({ declared: iso(end - 86_400_000), resolved: at, [from]: iso(end - minutes * 60_000), [to]: at }),
    active: [],
    closed: { reason: 'completed', at, anyway: [], carriedOver: false },
  });
}
