// Two ways of reckoning agree: the report's, and the plain one, over random incidents at random moments.
import fc from 'fast-check';
import type { IncidentLine } from '../../src/lines/line.ts';
import { metrics } from '../../src/metrics/catalogue.ts';
import { durations } from '../../src/metrics/durations.ts';
import type { Period } from '../../src/metrics/period.ts';
import { readPeriod } from '../../src/metrics/read-period.ts';
import type { Cell, Report } from '../../src/metrics/report.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import { lastSeen, type Naive, naive, naively, naiveMetrics } from './naive.ts';
import { randomLines } from './random-line.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York'] as const;
/** Some weeks in the middle and at the end of the random lines, and what the clock shows: in that week or later. */
const moments = fc.record({
  week: fc.constantFrom('2026-W05', '2026-W09', '2026-W11', '2026-W13', '2026-W14'),
  zone: fc.constantFrom(...zones),
  hours: fc.integer({ min: 1, max: 1000 }),
});

function asked({ week, zone, hours }: { readonly week: string; readonly zone: string; readonly hours: number }) {
  const period = periodNamed(week, zone);
  const now = `${new Date(Date.parse(period.from) + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
  return { period, zone, now, since: null, repositories: [], handbook: { id: 'h', name: 'H', indicators: [] } };
}

function periodNamed(week: string, zone: string): Period {
  const period = readPeriod(week, '2027-01-01T00:00:00Z', zone);
  if ('why' in period) throw new Error(period.why);
  return period;
}

/** A cell of the report in the plain way's terms. */
function plainly(cell: Cell, like: Naive): Naive {
  if (cell.kind === 'not-measured' || like === 'not measured')
    return cell.kind === 'not-measured' ? 'not measured' : { ...none };
  const leftOut = Object.fromEntries(cell.leftOut.map(({ why, count }) => [why, count]));
  if (cell.kind === 'share') {
    return {
      n: cell.n,
      yes: cell.yes,
      by: Object.fromEntries(cell.by.map(({ what, n }) => [what, n])),
      leftOut,
      values: [],
    };
  }
  if (cell.kind === 'count') {
    return {
      ...like,
      n: cell.n,
      yes: 0,
      by: Object.fromEntries(cell.by.map(({ what, count }) => [what, count])),
      leftOut,
    };
  }
  return { n: cell.n, yes: 0, by: {}, leftOut, values: cell.n < 5 ? cell.values : like.values };
}
const none = { n: -1, yes: -1, by: {}, leftOut: {}, values: [] };

test('every metric that is no duration has its plain way, or is not measured yet', () => {
  const others = metrics.filter(({ id }) => !durations.some((duration) => duration.id === id));
  const awaited = others.filter((metric) => {
    const finding = metric.find(emptyPopulation);
    return 'notMeasured' in finding && !naiveMetrics.includes(metric.id);
  });
  expect([...naiveMetrics, ...awaited.map(({ id }) => id)].sort()).toEqual(others.map(({ id }) => id).sort());
});

const emptyPopulation = {
  ...{ counted: [], excluded: [], children: new Map(), asOf: '2026-03-09T00:00:00Z', starts: {} },
  recursWithin: { amount: 90, unit: 'days' as const },
};

test('each of them comes to the same the plain way, in the period, the one before and the twelve weeks', () => {
  const measured = new Map(naiveMetrics.map((id) => [id, 0]));
  fc.assert(
    fc.property(randomLines(30), moments, (lines, moment) => {
      const ask = asked(moment);
      const report = reportOf(lines, ask);
      const plain = naive(lines, ask.period.until, ask.now);
      for (const id of naiveMetrics) {
        const row = report.rows.find(({ metric }) => metric.id === id);
        if (!row) throw new Error(`no row for ${id}`);
        const windows = [
          [row.period, ask.period],
          [row.previous, report.previous],
          [row.rolling, { from: report.rollingFrom, until: ask.period.until }],
        ] as const;
        for (const [cell, window] of windows) {
          const like = naively(id, window, plain);
          expect([id, plainly(cell, like)]).toEqual([id, like]);
          if (like !== 'not measured') measured.set(id, (measured.get(id) ?? 0) + like.n);
        }
      }
    }),
    { numRuns: 160 },
  );
  expect([...measured].filter(([, n]) => n < 50)).toEqual([]);
});

test('the pairs of recurrences are those that the plain way finds, each with the one that was there last', () => {
  let pairs = 0;
  fc.assert(
    fc.property(randomLines(60), moments, (lines, moment) => {
      const ask = asked(moment);
      const report = reportOf(lines, ask);
      const plain = naive(lines, ask.period.until, ask.now);
      const expected = plain.counted.flatMap((line) => {
        const at = Date.parse(line.milestones.declared?.at ?? '');
        if (!(at >= Date.parse(ask.period.from) && at < Date.parse(ask.period.until))) return [];
        const last = Math.max(
          ...plain.counted.map((other) => lastSeen(other, line, plain) ?? Number.NEGATIVE_INFINITY),
        );
        return at - last <= 90 * 86_400_000 ? [[line.url, last]] : [];
      });
      const original = new Map(lines.map((line): readonly [string, IncidentLine] => [line.url, line]));
      const found = report.recurrences.map(({ line, of }) => {
        const [one, other] = [original.get(line.url), original.get(of.url)];
        return [line.url, one && other ? lastSeen(other, one, plain) : null];
      });
      expect(sorted(found)).toEqual(sorted(expected));
      pairs += found.length;
    }),
    { numRuns: 300 },
  );
  expect(pairs).toBeGreaterThan(10);
});

test('what is overdue is what the plain way finds, of every time and of every incident', () => {
  let owed = 0;
  fc.assert(
    fc.property(randomLines(30), moments, (lines, moment) => {
      const ask = asked(moment);
      const report: Report = reportOf(lines, ask);
      const { known, asOf } = naive(lines, ask.period.until, ask.now);
      const there = lines.filter(({ milestones: { declared } }) => declared === null || known(declared.at) !== null);
      const items = there.flatMap((line) =>
        (line.actionItems ?? []).flatMap(({ text, createdAt, dueAt, endedAt }) =>
          known(createdAt) !== null && dueAt !== null && Date.parse(dueAt) < asOf && known(endedAt) === null
            ? [[line.url, text]]
            : [],
        ),
      );
      const reviews = there.flatMap((line) => {
        const { required, dueAt } = line.postMortem;
        const out =
          line.drill ||
          !line.type.counted ||
          line.links.duplicate ||
          (line.closed && line.closed.reason !== 'completed');
        const isOwed =
          required && dueAt !== null && Date.parse(dueAt) < asOf && known(line.milestones.reviewed?.at) === null;
        return isOwed && !out && !line.closed?.carriedOver ? [[line.url]] : [];
      });
      expect(sorted(report.overdue.actionItems.map(({ line, item }) => [line.url, item.text]))).toEqual(sorted(items));
      expect(sorted(report.overdue.postMortems.map(({ line }) => [line.url]))).toEqual(sorted(reviews));
      owed += items.length + reviews.length;
    }),
    { numRuns: 200 },
  );
  expect(owed).toBeGreaterThan(100);
});

function sorted(rows: readonly (readonly unknown[])[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
