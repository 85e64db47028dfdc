// Lines of incidents that nobody wrote: written, read and checked against the published schema they are the same.
import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { replay } from '../../src/core/replay.ts';
import type { IncidentLine } from '../../src/lines/line.ts';
import { lineOf } from '../../src/lines/line-of.ts';
import { lineText } from '../../src/lines/line-text.ts';
import { readLines } from '../../src/lines/read-lines.ts';
import { resolve, shipped } from '../config/ground.ts';
import { randomLine } from '../metrics/random-line.ts';
import { beginWith } from '../scenario/engine.ts';
import { playStory } from '../scenario/player.ts';
import { randomStoryUnder, told } from '../scenario/random-story.ts';
import { cardsOf, lineIssueOf } from './story.ts';

const seed = Number(process.env.LAWS_SEED ?? 2026);
const times = Number(process.env.LAWS_TIMES ?? 1);
jest.setTimeout(600_000 * times);

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const published = new URL('../../docs/incident-line.schema.json', import.meta.url);
const fits = ajv.compile(JSON.parse(readFileSync(published, 'utf8')) as object);

async function readBack(text: string): Promise<readonly IncidentLine[]> {
  async function* whole(): AsyncGenerator<string> {
    yield text;
  }
  const all: IncidentLine[] = [];
  for await (const line of readLines(whole(), 'a.jsonl')) all.push(line);
  return all;
}

async function expectSound(line: IncidentLine, story: string): Promise<void> {
  const text = lineText(line);
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect([fits(JSON.parse(text)), fits.errors, story]).toEqual([true, null, story]);
  expect(await readBack(text)).toEqual([line]);
}

/** What holds of every incident, whatever was said in it. */
function expectSensible(line: IncidentLine, story: string): void {
  const { severity, cadence, active, reopened } = line;
  const ranks = severity ? [severity.rank, severity.firstRank, severity.peakRank] : [];
  expect([Math.min(...ranks), story]).toEqual([severity?.peakRank, story]);
  for (const { dueAt, givenAt } of cadence) {
    const open = active.some(({ until }) => until === null || dueAt < until);
    const inTime = givenAt === null || active.some(({ until }) => until === null || givenAt <= until);
    expect([open, inTime, dueAt, story]).toEqual([true, true, dueAt, story]);
  }
  const promises = cadence.map(({ audience, dueAt }) => `${audience} ${dueAt}`);
  expect([new Set(promises).size, story]).toEqual([promises.length, story]);
  expect([reopened >= active.length - 1, story]).toEqual([true, story]);
}

test.each(Object.keys(shipped))('%s: a line is read back as it was written, under any handbook', async (id) => {
  const { handbook } = resolve(`handbook: ${id}\n`);
  const others = Object.keys(shipped).map((other) => resolve(`handbook: ${other}\n`).handbook);
  const hasCadence = handbook.audiences.some(({ cadence }) => Object.keys(cadence).length > 0);
  let [lines, promises] = [0, 0];
  const property = fc.asyncProperty(randomStoryUnder(handbook, { minLength: 8, maxLength: 25 }), async (story) => {
    const played = await playStory(story, { way: 'once', seed: 1, begin: beginWith(null), lenient: true });
    for (const { issue, card } of cardsOf(played)) {
      const line = lineOf(lineIssueOf(issue), card, card.handbook);
      await expectSound(line, told(story));
      expectSensible(line, told(story));
      for (const other of others) {
        const incident = replay(card.entries, other);
        if (incident) await expectSound(lineOf(lineIssueOf(issue), { ...card, incident }, other), told(story));
      }
      lines += 1;
      promises += line.cadence.length;
    }
  });
  await fc.assert(property, { numRuns: 4 * times, seed });
  expect(lines).toBeGreaterThan(3);
  expect(promises > 0 || !hasCadence).toBe(true);
});

test('lines that hold all that lines may hold are read back as they were written', async () => {
  await fc.assert(
    fc.asyncProperty(randomLine(), (line) => expectSound(line, '')),
    { numRuns: 200 * times, seed },
  );
});

test('what is no line fits the published schema no more than ours', () => {
  const [line] = fc.sample(randomLine(), { numRuns: 1, seed });
  for (const wrong of [{ colour: 1 }, { schema: 1 }, { issue: 0 }, { active: [{ from: 'noon', until: null }] }])
    expect([wrong, fits({ ...line, ...wrong })]).toEqual([wrong, false]);
});
