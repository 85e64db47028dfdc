// Twice the text takes twice the time, whatever it repeats; `npm run soak -- fuzz` repeats what chance puts together.
import { jest } from '@jest/globals';
import { here } from '../processor-time.ts';
import { growthOf, toldGrowth } from './growth.ts';
import { fileReaders, threadReaders } from './readers.ts';

jest.setTimeout(600_000);
/** Each of these once made time grow with the square of a text. */
const units = [
  'a b ',
  '\\/',
  '[',
  '![h ',
  '> ',
  '- ',
  '\n- ',
  '*a',
  '`',
  '<a',
  '|a',
  '\n',
  '# x\n',
  '{{title}}',
  '"',
  '\n- [x] ',
  '/ack\n',
  '/triage not sure',
  '### Severity\n\n',
];

test.each([...threadReaders, ...fileReaders].map((reader) => [reader.name, reader] as const))('%s', (_, reader) => {
  const found = units.map((unit) => [unit, growthOf(reader, unit, { from: 32_768, runs: 3 })] as const);
  // Generous: a square would be 4, and 50 ms are what the soak asks for.
  const bad = found.filter(([, { ratio, whole }]) => ratio > 3.5 || whole > here(250));
  expect(bad.map(([unit, growth]) => toldGrowth(reader, unit, growth))).toEqual([]);
});
