import { printOutcomes } from './print.ts';
import type { Outcome } from './run.ts';
import type { Way } from './ways.ts';

const off = (way: Way, actual: string): Outcome => ({
  way,
  differences: [{ line: 7, path: 'labels', expected: 'sev-1', actual }],
});
const heads = (outcomes: readonly Outcome[]) => printOutcomes('a.yml', outcomes).match(/^ways? .*$/gm);

test('what all ways agree on is printed once, whatever the ids of their comments', () => {
  const outcomes = [off('once', 'sev-2 3000000002'), off('each', 'sev-2 3000000003'), off('crash', 'sev-2 3000000003')];
  expect(heads(outcomes)).toEqual(['ways once, each, crash: a.yml']);
});

test('ways that differ are printed each, ways that are as told not at all', () => {
  const outcomes = [off('once', 'sev-2'), { way: 'each' as const, differences: [] }, off('shuffle', 'sev-3')];
  expect(heads(outcomes)).toEqual(['way once: a.yml', 'way shuffle: a.yml']);
  expect(printOutcomes('a.yml', [{ way: 'each', differences: [] }])).toBe('');
});
