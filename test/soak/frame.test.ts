// The frame of the soaks: every file of the folder is found, its seed is told, and a failure does not hide the next one.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readSoaks, runSoaks, type Soak } from './frame.ts';

const said: string[] = [];
const order = { seed: 7, times: null, tell: (line: string) => void said.push(line) };
const holds: Soak = { name: 'holds', times: 3, run: async ({ seed, times, say }) => say(`${seed} ${times}`) };
const breaks: Soak = {
  name: 'breaks',
  times: 5,
  run: async () => {
    throw new Error('one was lost');
  },
};

beforeEach(() => {
  said.length = 0;
});

test('a run is given the seed and the repetitions of its own, unless others are ordered', async () => {
  expect(await runSoaks([holds], order)).toEqual([]);
  expect(await runSoaks([holds], { ...order, times: 2 })).toEqual([]);
  expect(said).toEqual(expect.arrayContaining(['holds: seed 7, 3 times', 'holds: 7 3', 'holds: 7 2']));
});

test('a failure is told with how to see it again, and the next soak still runs', async () => {
  expect(await runSoaks([breaks, holds], order)).toEqual(['breaks']);
  expect(said.join('\n')).toMatch(/npm run soak -- breaks --seed 7 --times 5[\s\S]*one was lost[\s\S]*holds: 7 3/);
});

test('every soak of the folder can be read', async () => {
  for (const { name, times } of await readSoaks()) expect([name, times > 0]).toEqual([name, true]);
});

test('a name that no soak has is not a call', async () => {
  const call = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'soak.ts'), 'nothing-like-it']);
  await expect(call).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('no soak is called') });
});
