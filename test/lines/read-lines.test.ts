// JSON Lines back into incidents: what may be, and how a wrong line is told.
import type { IncidentLine } from '../../src/lines/line.ts';
import { WrongLine } from '../../src/lines/line-words.ts';
import { readLines } from '../../src/lines/read-lines.ts';
import { line } from '../metrics/line.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function readAll(text: string, size = 1000): Promise<readonly IncidentLine[]> {
  const all: IncidentLine[] = [];
  for await (const one of readLines(pieces(text, size), 'a.jsonl')) all.push(one);
  return all;
}

async function wrong(text: string): Promise<string> {
  const error: unknown = await readAll(text).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WrongLine)) throw new Error('Nothing was wrong');
  return error.message;
}

const json = (...lines: readonly object[]) => lines.map((one) => JSON.stringify(one)).join('\n');
const exported = 'Mend the line, or export again: `sitrep export owner/repo`.';

test.each([1, 7, 100_000])('lines that come in pieces of %i characters are read in order', async (size) => {
  expect(await readAll(`${json(line(2), line(1))}\n`, size)).toEqual([line(2), line(1)]);
});

test('empty lines, a byte order mark, Windows ends of line and a missing last one may be', async () => {
  const text = `\uFEFF${JSON.stringify(line(1))}\r\n\r\n  \n${JSON.stringify(line(2))}`;
  expect(await readAll(text)).toEqual([line(1), line(2)]);
  expect(await readAll('')).toEqual([]);
  expect(await readAll('\uFEFF\n')).toEqual([]);
});

test('a byte order mark is none in the middle of a file', async () => {
  expect(await wrong(`${JSON.stringify(line(1))}\n\uFEFF${JSON.stringify(line(2))}`)).toMatch(
    /^a\.jsonl:2: is no JSON/,
  );
});

test.each<[string, string, string]>([
  ['no JSON', '{"schema":2', 'is no JSON.'],
  ['a list', '[]', 'is no incident: an object in braces is one.'],
  ['no version', '{}', 'schema: must be 2.'],
  [
    'a missing field',
    JSON.stringify({ ...line(1), links: undefined }),
    'links: Invalid input: expected object, received undefined.',
  ],
  [
    'a wrong field deep inside',
    JSON.stringify({ ...line(1), severity: { ...line(1).severity, rank: 'x' } }),
    'severity.rank: Invalid input: expected number, received string.',
  ],
  ['an unknown key', JSON.stringify({ ...line(1), colour: 1 }), 'there is no "colour" here.'],
  [
    'an unknown key deep inside',
    JSON.stringify({ ...line(1), links: { ...line(1).links, 'a\u001b[31m': 1 } }),
    'links: there is no "a\\u001b[31m" here.',
  ],
  [
    'a key twice',
    JSON.stringify(line(1)).replace('{', '{"title":"other",'),
    '"title" stands there twice in one object.',
  ],
  [
    'a key twice, spelled in another way, deep inside',
    JSON.stringify(line(1)).replace('"links":{', '"links":{"p\\u0061rent":null,'),
    '"parent" stands there twice in one object.',
  ],
  [
    'a time with a fraction',
    JSON.stringify({ ...line(1), active: [{ from: '2026-03-02T10:00:00.5Z', until: null }] }),
    'active.0.from: Invalid ISO datetime.',
  ],
])('%s is told with file, line and field', async (_, text, why) => {
  expect(await wrong(`${JSON.stringify(line(7))}\n\n${text}\n`)).toBe(`a.jsonl:3: ${why} ${exported}`);
});

test('of another version is told what to do', async () => {
  expect(await wrong(JSON.stringify({ ...line(1), schema: 1 }))).toBe(
    'a.jsonl:1: schema: 1 is of an older Sitrep, and this one reads 2. Export again with this version: `sitrep export owner/repo`.',
  );
  expect(await wrong(JSON.stringify({ ...line(1), schema: 3 }))).toContain('Update Sitrep');
});

test('the same incident twice is told with both lines, whatever the case of its repository', async () => {
  const twin = { ...line(1), repository: 'Acme/Ops' };
  expect(await wrong(`${json(line(1), line(2))}\n\n${JSON.stringify(twin)}`)).toBe(
    'a.jsonl:4: Acme/Ops#1 stands in line 1 already. Leave one of the two out: each incident counts once.',
  );
  expect(await readAll(json(line(1), { ...line(1), repository: 'acme/web' }))).toHaveLength(2);
});

test('the same word in two objects, or as a value, is no key twice', async () => {
  const one = line(1, {
    title: '"title": {"title":',
    checklist: { title: true, done: false },
    situation: { title: '\\"' },
  });
  expect(await readAll(JSON.stringify(one))).toEqual([one]);
});

test('a line without an end is refused before it fills the memory', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      given += 1;
      yield ' '.repeat(64_000);
    }
  }
  await expect(readLines(endless(), 'a.jsonl').next()).rejects.toThrow(
    /^a\.jsonl:1: is longer than 1,000,000 characters/,
  );
  expect(given).toBeLessThan(20);
});
