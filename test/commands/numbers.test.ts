// Numbers as people type them at night.
import { measuredIn } from '../../src/commands/measured.ts';
import { numbersIn } from '../../src/commands/numbers.ts';

const cases: readonly (readonly [string, number | null])[] = [
  ['12000', 12_000],
  ['12,000', 12_000],
  ['12.000', 12_000],
  ["12'000", 12_000],
  ['1,200,000.50', 1_200_000.5],
  ['1.200.000,50', 1_200_000.5],
  ['12k', 12_000],
  ['1.5 million', 1_500_000],
  ['$1.5m', 1_500_000],
  ['0.125', 0.125],
  ['1,5', 1.5],
  ['30%', 30],
  ['-5', null],
  ['1.2.3', null],
  ['12,00,0', null],
  [`${'9'.repeat(305)} billion`, null],
];

test.each(cases)('%s', (text, value) => {
  expect(numbersIn(text)).toMatchObject([{ value }]);
});

const measures = [
  { id: 'revenue', name: 'Revenue loss', unit: '$ per hour', above: {} },
  { id: 'customers', name: 'Customers affected', unit: '%', above: {} },
];

test('each number belongs to the measure named before it, units in between', () => {
  expect(measuredIn('revenue loss is $12k per hour, customers affected: 30 %', measures)).toEqual({
    numbers: { revenue: 12_000, customers: 30 },
  });
  expect(measuredIn('revenue=5, revenue 7', measures)).toEqual({ numbers: { revenue: 7 } });
  expect(measuredIn('Customers aff 5, rev 7', measures)).toEqual({ numbers: { revenue: 7, customers: 5 } });
});

test('a number of nothing, and no number at all', () => {
  expect(measuredIn('12000', measures)).toMatchObject({ refusal: { reason: 'unknown-measure', word: '' } });
  expect(measuredIn('custmers 5', measures)).toMatchObject({ refusal: { meant: 'customers' } });
  expect(measuredIn('yes', measures)).toBeNull();
});
