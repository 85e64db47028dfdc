// The page on who is on call: its files are sound, and its commands print what it shows.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { main } from '../src/cli.ts';
import { onCallText } from '../src/render/replies/on-call-words.ts';
import { resolve } from './config/ground.ts';

const textOf = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const page = textOf('docs/on-call.md');
const blocks = (kind: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const files = Object.fromEntries(blocks('yaml').map((text) => [/^# (\S+)/.exec(text)?.[1] ?? '', text]));

test('its files are sound, and nothing in them should be mended', () => {
  expect(Object.keys(files)).toEqual(['.github/sitrep/oncall.yml', '.github/sitrep/services.yml']);
  const own = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.replace('.github/sitrep/', ''), text]),
  );
  const { handbook, problems, doubts } = resolve('handbook: ims\n', own);
  expect([problems, doubts]).toEqual([[], []]);
  expect(handbook.roster.rotas.map(({ id }) => id)).toEqual(['payments', 'search']);
});

const commands = blocks('console').map((text) => {
  const [, words = '', output = ''] = /^\$ sitrep (.*)\n([\s\S]*)$/.exec(text) ?? [];
  return { words: words.split(' '), output: output.trimEnd() };
});

test('there are commands to try', () => {
  expect(commands.map(({ words }) => words[0])).toEqual(['oncall', 'oncall']);
});

test.each(commands)('sitrep $words prints what is shown', async ({ words, output }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const printed: string[] = [];
  const say = (line: string) => void printed.push(line);
  await main(words, { env: {}, folder, out: say, err: say, now: () => '2026-03-20T12:00:00Z' });
  expect(printed.join('\n')).toBe(output);
});

test('the JSON schema lets pass what the reader lets pass, and refuses unknown keys and wrong types', () => {
  const valid = new Ajv2020({ strict: false }).compile(JSON.parse(textOf('docs/oncall.schema.json')));
  expect([valid(parse(files['.github/sitrep/oncall.yml']!)), valid.errors]).toEqual([true, null]);
  for (const text of [
    'rota: {}',
    'rotas: [a]',
    'rotas: {a: {}}',
    'rotas: {a: {layers: {b: {people: ada}}}}',
    'rotas: {a: {layers: {b: {peopel: [ada]}}}}',
  ]) {
    expect([text, valid(parse(text)), resolve('', { 'oncall.yml': text }).problems.length > 0]).toEqual([
      text,
      false,
      true,
    ]);
  }
});

test('the file that `/oncall` proposes where there is none is sound', () => {
  const onCall = { file: 'missing', rotas: [], others: [], missing: null, elsewhere: null } as const;
  const answer = onCallText(
    { kind: 'asked', question: 'oncall', about: '', right: 'anyone', onCall },
    '2026-03-02T10:00:00Z',
  );
  const [, proposed = ''] = /```yaml\n([\s\S]*?)```/.exec(answer) ?? [];
  const { problems, doubts, handbook } = resolve('', { 'oncall.yml': proposed });
  expect([problems, doubts, handbook.roster.rotas.length]).toEqual([[], [], 1]);
});
