// Whether a median changed: clear changes are seen, unclear ones are called so, and the same is said every time.
import fc from 'fast-check';
import { median, quantile } from 'simple-statistics';
import { seeded } from '../../src/metrics/seeded.ts';
import { trendOf } from '../../src/metrics/trend.ts';

const from = (first: number, count: number, step = 1) =>
  Array.from({ length: count }, (_, index) => first + index * step);

test('fewer than five in either of the two are too few', () => {
  expect(trendOf(from(10, 4), from(10, 50), 'a')).toEqual({ kind: 'too-few' });
  expect(trendOf(from(10, 50), from(10, 4), 'a')).toEqual({ kind: 'too-few' });
  expect(trendOf([], [], 'a')).toEqual({ kind: 'too-few' });
});

test('what grew clearly is longer, what shrank shorter, and the interval holds the difference', () => {
  const [short, long] = [from(10, 12), from(500, 12)];
  const longer = trendOf(long, short, '2026-W10');
  expect(longer).toMatchObject({ kind: 'longer' });
  expect(trendOf(short, long, '2026-W10')).toMatchObject({ kind: 'shorter' });
  if (longer.kind !== 'longer') return;
  expect(longer.low).toBeGreaterThan(470);
  expect(longer.high).toBeLessThan(510);
});

test('with values all alike the interval is one point', () => {
  expect(trendOf([60, 60, 60, 60, 60], [30, 30, 30, 30, 30], 'a')).toEqual({ kind: 'longer', low: 30, high: 30 });
  expect(trendOf([60, 60, 60, 60, 60], [60, 60, 60, 60, 60], 'a')).toEqual({ kind: 'unclear', low: 0, high: 0 });
});

test('one long outlier among five changes nothing clearly', () => {
  expect(trendOf([10, 12, 14, 16, 9000], [10, 12, 14, 16, 18], '2026-W10')).toMatchObject({ kind: 'unclear' });
});

test('the same seed says the same, whatever the order of the values', () => {
  const values = fc.array(fc.nat(5000), { minLength: 5, maxLength: 40 });
  fc.assert(
    fc.property(values, values, (now, before) => {
      const said = trendOf(now, before, '2026-W10');
      expect(trendOf(now.toReversed(), before.toReversed(), '2026-W10')).toEqual(said);
    }),
    { numRuns: 8 },
  );
});

test('between two weeks of the same kind about one in twenty or fewer is called a change', () => {
  const chance = seeded('weeks');
  const drawn = () => Array.from({ length: 9 }, () => Math.exp(3 + 2 * chance()));
  const kinds = Array.from({ length: 60 }, (_, index) => trendOf(drawn(), drawn(), `${index}`).kind);
  const wrong = kinds.filter((kind) => kind !== 'unclear').length;
  expect(wrong / kinds.length).toBeLessThan(0.08);
});

/** The bootstrap as a book tells it: draw, sort, take the middle. */
function plain(now: readonly number[], before: readonly number[], times: number): readonly [number, number] {
  const chance = seeded('another');
  const resample = (values: readonly number[]) => values.map(() => values[Math.floor(chance() * values.length)] ?? 0);
  const differences = Array.from({ length: times }, () => median(resample(now)) - median(resample(before)));
  return [quantile(differences, 0.025), quantile(differences, 0.975)];
}

test.each([
  [from(10, 9, 7), from(30, 14, 5)],
  [from(0, 30, 3), from(5, 31, 3)],
])('the counted bootstrap agrees with the plain one', (now, before) => {
  const said = trendOf(now, before, 'one');
  if (said.kind === 'none' || said.kind === 'too-few') throw new Error(said.kind);
  const [low, high] = plain(now, before, 2000);
  const width = high - low;
  expect(Math.abs(said.low - low)).toBeLessThan(width * 0.2);
  expect(Math.abs(said.high - high)).toBeLessThan(width * 0.2);
});

test('chance is even, and another for another seed', () => {
  const chance = seeded('2026-W10');
  const drawn = Array.from({ length: 10_000 }, () => chance());
  const tenths = Array.from({ length: 10 }, (_, tenth) => drawn.filter((one) => Math.floor(one * 10) === tenth).length);
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(130);
  expect(seeded('2026-W10')()).toBe(drawn[0]);
  expect(seeded('2026-W11')()).not.toBe(drawn[0]);
});
