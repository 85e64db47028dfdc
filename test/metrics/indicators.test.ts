// Every figure that a handbook of ours asks for has its place among the metrics, or a reason why it has none.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { metrics } from '../../src/metrics/catalogue.ts';
import { durations } from '../../src/metrics/durations.ts';
import { recursWithin } from '../../src/metrics/recurs-within.ts';
import { startsOf } from '../../src/metrics/starts.ts';
import { resolve, shipped } from '../config/ground.ts';

type Place = { readonly metric: string } | { readonly none: string };

const places = parse(readFileSync(new URL('indicators.yml', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, Place>>>
>;
const handbooks = Object.keys(shipped).map((id) => resolve(`handbook: ${id}\n`).handbook);

test.each(handbooks)('$id: each of its indicators is a metric, or is none for a reason', ({ id, indicators }) => {
  const own = places[id] ?? {};
  expect(Object.keys(own).sort()).toEqual(indicators.map((indicator) => indicator.id).sort());
  for (const [indicator, place] of Object.entries(own)) {
    if ('none' in place) expect(place.none).toMatch(/^needs \S/);
    else
      expect([indicator, metrics.map((metric) => metric.id)]).toEqual([
        indicator,
        expect.arrayContaining([place.metric]),
      ]);
  }
});

test.each(handbooks)(
  '$id: what is a time between two milestones is the duration with that end, begun where it says',
  ({ id, indicators }) => {
    const starts = startsOf(indicators);
    const begun = indicators.flatMap(({ id: indicator, from, to }) => {
      const place = places[id]?.[indicator];
      const duration = durations.find((one) => place && 'metric' in place && one.id === place.metric);
      if (from === null || to === null) return duration ? [[indicator, 'has no milestones']] : [];
      if (duration?.to !== to) return [[indicator, 'ends elsewhere']];
      return (starts[duration.id] ?? duration.from) === from ? [] : [[indicator, 'begins elsewhere']];
    });
    expect(begun).toEqual([]);
  },
);

test.each(handbooks)('$id: only its recurrence looks back, and so long is one a recurrence', ({ id, indicators }) => {
  const looking = indicators.filter(({ window }) => window !== null);
  for (const { id: indicator } of looking) expect(places[id]?.[indicator]).toEqual({ metric: 'recurrence-rate' });
  expect(recursWithin(indicators)).toEqual(looking[0]?.window ?? { amount: 90, unit: 'days' });
});

test('a team that looks back for another time has the last word', () => {
  const own = 'indicators: {again: {name: Again, statistic: share, text: What came back., window: 30d}}';
  const { handbook, problems } = resolve(`handbook: ims\n${own}\n`);
  expect(problems).toEqual([]);
  expect(recursWithin(handbook.indicators)).toEqual({ amount: 30, unit: 'days' });
});

test('a share or a count of a handbook is a share or a count here', () => {
  const wrong = handbooks.flatMap(({ id, indicators }) =>
    indicators.flatMap(({ id: indicator, statistic }) => {
      const place = places[id]?.[indicator];
      const metric = metrics.find((one) => place && 'metric' in place && one.id === place.metric);
      // A mean of minutes is the median's neighbour in the report; means of points are shares of the points possible.
      return !metric || statistic === 'mean' || metric.unit === statistic ? [] : [[id, indicator, metric.unit]];
    }),
  );
  expect(wrong).toEqual([]);
});
