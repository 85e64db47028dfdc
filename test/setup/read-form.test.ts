// A form of people's own is read whatever is in it.
import { setImmediate } from 'node:timers/promises';
import { readForm } from '../../src/setup/read-form.ts';
import { here, leastOf } from '../processor-time.ts';

test.each([
  ['a directive that YAML does not know', '%YAM x\n---\nbody: []\n'],
  ['a key that is no text', '{a: 1}: b\nbody: []\n'],
])('%s: what is odd about it is not told to the log, which would quote it', async (_, text) => {
  const told: string[] = [];
  const listen = (warning: Error) => void told.push(warning.message);
  process.on('warning', listen);
  readForm(text);
  await setImmediate();
  process.off('warning', listen);
  expect(told).toEqual([]);
});

test.each([
  ['keys that are no keys', 'services:\n'.repeat(3_000)],
  ['many wrong keys', `services:\n${'  null    name: X\n\n'.repeat(850)}`],
  ['many keys', Array.from({ length: 3_900 }, (_, at) => `k${at}: 1\n`).join('')],
])('%s do not hold the doctor up', (_, text) => {
  expect(leastOf(4, () => readForm(text))).toBeLessThan(here(250));
});
