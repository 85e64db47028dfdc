// `null` in somebody's own file: what may be none is none, whatever its default; anything else goes back to its default.
import { parse } from 'yaml';
import { z } from 'zod';
import { readSource } from '../../src/config/document.ts';
import { bare, checked } from '../../src/config/explain.ts';
import { merge } from '../../src/config/merge.ts';
import { handbookSchema } from '../../src/config/schema.ts';
import { resolve, shipped, shown } from './ground.ts';

type Table = Readonly<Record<string, unknown>>;

/** A key that need not be there. `*` in a path stands for any id. */
interface Key {
  readonly path: readonly string[];
  /** What it is where nobody names it. */
  readonly otherwise: unknown;
}

function defaultKeys(schema: z.ZodType, mayBeNull: boolean, path: readonly string[] = []): readonly Key[] {
  const here = bare(schema);
  if (here instanceof z.ZodRecord) return defaultKeys(here.valueType as z.ZodType, mayBeNull, [...path, '*']);
  if (!(here instanceof z.ZodObject)) return [];
  return Object.entries(here.shape).flatMap(([key, value]) => {
    const found = value instanceof z.ZodDefault && value.safeParse(null).success === mayBeNull;
    const own = found ? [{ path: [...path, key], otherwise: value.parse(undefined) }] : [];
    return [...own, ...defaultKeys(value as z.ZodType, mayBeNull, [...path, key])];
  });
}

/** What none of our handbooks says, in a repository's own. */
const ownHandbook = `
extends: workflow-guide
quiet: {hours: ["22:00-07:00"], below: sev-1}
escalation: {from: sev-3, triggers: {late: {when: no-answer, clocks: []}}}
clocks: {response: {contract: response}}
breach-label: {name: late, color: '000000', description: Late}
services:
  checkout: {repository: acme/checkout, on-call: shop, rota: The shop, runbook: "https://x.example", tier: 1}
customers:
  acme: {name: Acme, hours: "Mon-Fri 08:00-18:00", zone: Asia/Tokyo, holidays: [2026-12-25]}
`;
const rota = '{layers: {primary: {people: [ada, bob], hand-over: Monday 09:00, starts: 2026-01-05}}}';
const files = { 'own.yml': ownHandbook, 'oncall.yml': `rotas: {shop: ${rota}}\n` };
const workflowGuide = tablesOf(shipped['workflow-guide'] ?? '');
const grounds: readonly (readonly [name: string, tables: Table])[] = [
  ['own.yml', merge(workflowGuide, tablesOf(ownHandbook), [], handbookSchema)],
  ...Object.entries(shipped).map(([id, text]) => [id, tablesOf(text)] as const),
];

function tablesOf(text: string): Table {
  const { source, problems } = readSource('x.yml', text);
  expect(problems).toEqual([]);
  const { extends: _extends, ...tables } = source?.value ?? {};
  return { id: 'x', ...tables };
}

/** Where the key says something: the handbook's name, its tables, and the path with ids for `*`; else where it could. */
function groundOf({ path, otherwise }: Key): readonly [name: string, tables: Table, path: readonly string[]] | null {
  for (const [name, tables] of grounds) {
    const found = pathIn(tables, path, otherwise !== null);
    if (found) return [name, tables, found];
  }
  return null;
}

function pathIn(value: unknown, [key, ...rest]: readonly string[], mayBeMissing: boolean): readonly string[] | null {
  if (key === undefined) return value === null ? null : [];
  if (typeof value !== 'object' || value === null) return null;
  const table = value as Table;
  for (const id of key === '*' ? Object.keys(table) : [key]) {
    const found =
      rest.length === 0 && mayBeMissing ? [] : Object.hasOwn(table, id) && pathIn(table[id], rest, mayBeMissing);
    if (found) return [id, ...found];
  }
  return null;
}

function nulled(path: readonly string[]): Table {
  return path.toReversed().reduce<unknown>((value, key) => ({ [key]: value }), null) as Table;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((here, key) => (here as Table)[key], value);
}

const none = defaultKeys(handbookSchema, true);

test('there are such keys, and some have a default that `null` turns off', () => {
  const turnedOff = none.filter(({ otherwise }) => otherwise !== null).map(({ path }) => path.join('.'));
  expect(turnedOff).toEqual(expect.arrayContaining(['unstaffed-after', 'breach-label']));
  expect(none.length).toBeGreaterThan(60);
});

test.each(none.map((key) => [key.path.join('.'), key] as const))('%s: null is none', (_name, key) => {
  const [name, tables, path] = groundOf(key) ?? [];
  if (!name || !tables || !path) throw new Error('Nowhere does it say anything: add it to the handbook above');
  const { data } = checked(handbookSchema, merge(tables, nulled(path), [], handbookSchema));
  expect(data && valueAt(data, path)).toBeNull();
  // Whose process it is, is a handbook's own affair: a config cannot say it.
  if (path[0] === 'source') return;
  const { handbook, problems, doubts } = resolve(JSON.stringify({ handbook: name, ...nulled(path) }), files);
  expect([...problems, ...doubts].map(shown)).toEqual([]);
  expect(handbook).not.toEqual(resolve(`handbook: ${name}`, files).handbook);
});

const never = defaultKeys(handbookSchema, false);

test.each(never.map((key) => [key.path.join('.'), key] as const))('%s: null is its default', (_name, key) => {
  const [, tables, path] = groundOf(key) ?? [];
  if (!tables || !path) throw new Error('Nowhere is there such an entry: add one to the handbook above');
  const { data } = checked(handbookSchema, merge(tables, nulled(path), [], handbookSchema));
  expect(data && valueAt(data, path)).toEqual(key.otherwise);
});

test('`null` of a handbook below holds until a file above says something', () => {
  const below = { 'own.yml': 'extends: workflow-guide\nunstaffed-after: null\nbreach-label: null\n' };
  expect(resolve('handbook: own.yml\n', below).handbook).toMatchObject({
    unstaffedAfterMinutes: null,
    breachLabel: null,
  });
  const above =
    'handbook: own.yml\nunstaffed-after: 20m\nbreach-label: {name: late, color: b60205, description: Late}\n';
  const { handbook, problems } = resolve(above, below);
  expect(problems).toEqual([]);
  expect(handbook).toMatchObject({ unstaffedAfterMinutes: 20, breachLabel: { name: 'late' } });
});

test('a breach label needs no more than what differs from ours', () => {
  const usual = { name: 'clock: breached', color: 'b60205', description: 'Something is owed past its time' };
  const below = { 'own.yml': 'extends: workflow-guide\nbreach-label: null\n' };
  for (const own of [{ name: 'overdue' }, { color: '000000' }, { description: 'Late' }, {}])
    for (const handbook of ['workflow-guide', 'own.yml']) {
      const found = resolve(JSON.stringify({ handbook, 'breach-label': own }), below);
      expect([found.problems, found.handbook.breachLabel]).toEqual([[], { ...usual, ...own }]);
    }
});

test('a table that is replaced, and one that is new, may hold `null` as well', () => {
  const item = '{text: Everybody was told, role: null, needs: null}';
  const { handbook, problems } = resolve(`replace: [checklist]\nchecklist: {told: ${item}}\n`);
  expect(problems).toEqual([]);
  expect(handbook.checklist).toMatchObject([{ id: 'told', role: null, needs: [] }]);
});

test('a key without a value is `null`, as in any YAML', () => {
  expect(parse('breach-label:\n')).toEqual({ 'breach-label': null });
  expect(resolve('breach-label:\nunstaffed-after:\n').handbook).toEqual({
    ...resolve(null).handbook,
    ...{ breachLabel: null, unstaffedAfterMinutes: null },
  });
});
