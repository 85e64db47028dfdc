// The random lines are lines, and hold what the metrics must cope with.
import fc from 'fast-check';
import { incidentLine } from '../../src/lines/line.ts';
import { line } from './line.ts';
import { randomLine, randomLines } from './random-line.ts';

test('a random line, and the one that the tables begin with, fit the table of lines', () => {
  fc.assert(fc.property(randomLine(), (one) => incidentLine.parse(one) !== null));
  expect(incidentLine.parse(line(1))).toEqual(line(1));
});

test('random lines have their own addresses, and among many there is everything that is left out or apart', () => {
  const many = fc.sample(randomLines(), { numRuns: 100, seed: 2026 });
  for (const lines of many) {
    expect(new Set(lines.map(({ url }) => url)).size).toBe(lines.length);
  }
  const all = many.flat();
  expect(all.some(({ drill }) => drill)).toBe(true);
  expect(all.some(({ source }) => source === 'issue')).toBe(true);
  expect(all.some(({ links }) => links.parent !== null)).toBe(true);
  expect(all.some(({ milestones }) => (milestones.resolved?.at ?? '9') < (milestones.started?.at ?? ''))).toBe(true);
  expect(all.some(({ active }) => active.length > 1)).toBe(true);
  expect(many.some((lines) => lines.length > 3 && lines.every(({ causes }) => causes === null))).toBe(true);
  expect(all.some(({ causes }) => causes !== null && causes.length > 0)).toBe(true);
  expect(all.some(({ closed }) => closed?.reason === 'duplicate')).toBe(true);
});
