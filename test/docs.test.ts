// The documentation says what is: links lead somewhere, examples are sound, commands are known.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { fill } from '../scripts/docs/markers.ts';
import { permissionsTable } from '../scripts/docs/permissions-table.ts';
import { table } from '../scripts/docs/table.ts';
import { commandNamed } from '../src/commands/catalogue.ts';
import { resolve, shipped, shown } from './config/ground.ts';

const root = new URL('..', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8');
const docs = readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' }).map((path) => `docs/${path}`);
const pages = ['README.md', 'CONTRIBUTING.md', ...docs].filter(
  (path) => path.endsWith('.md') && existsSync(new URL(path, root)),
);
const { handbook } = resolve(null);

test.each(pages)('the links of %s lead somewhere', (page) => {
  const prose = textOf(page).replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!).filter((link) => !/^\w+:/.test(link));
  const dead = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? new URL(page, root) : new URL(path, new URL(page, root));
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.pathname.endsWith('.md') && !anchorsOf(target).includes(anchor);
  });
  expect(dead).toEqual([]);
});

test('the examples of the configuration page are sound', () => {
  const examples = [...textOf('docs/configuration.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
  expect(examples.length).toBeGreaterThan(2);
  for (const example of examples) {
    const own = /^# \.github\/sitrep\/(\S+)/.exec(example)?.[1];
    const resolved = own ? resolve(`handbook: ${own}\n`, { [own]: example }) : resolve(example);
    expect(resolved.problems.map(shown)).toEqual([]);
    expect(resolved.handbook).not.toEqual(handbook);
  }
});

test('every example behind a key of the configuration page is sound for its key', () => {
  const rows = [...textOf('docs/configuration.md').matchAll(/^\| `([a-z-]+)` \|.*\| `([^`]+)` \|$/gm)];
  const keys = rows.filter(([, key]) => !['extends', 'id', 'name'].includes(key!));
  expect(keys.length).toBeGreaterThan(10);
  for (const [, key, example] of keys) expect([key, resolve(`${example}\n`).problems.map(shown)]).toEqual([key, []]);
});

test('the config of this repository is sound', () => {
  expect(resolve(textOf('.github/sitrep.yml')).problems).toEqual([]);
});

test("the commands in the README's thread are known", () => {
  const said = [...textOf('README.md').matchAll(/^> \*\*(?!sitrep)\w+\*\*[^\n`]*`\/([a-z-]+)/gm)].map(
    (match) => match[1]!,
  );
  expect(said.length).toBeGreaterThan(2);
  expect(said.filter((word) => commandNamed(word, handbook) === null)).toEqual([]);
});

test("the commands in a role's duties and in `may` are known", () => {
  const words = handbook.roles.flatMap(({ duties, may }) => [
    ...may,
    ...duties.flatMap((duty) => [...duty.matchAll(/`\/([a-z-]+)/g)].map((match) => match[1]!)),
  ]);
  expect(words.filter((word) => commandNamed(word, handbook) === null)).toEqual([]);
});

test('the workflow runs what the README says', () => {
  const { jobs } = parse(textOf('.github/workflows/ci.yml')) as { jobs: { test: { steps: { run?: string }[] } } };
  const runs = jobs.test.steps.flatMap(({ run }) => (run ? [run] : []));
  expect(runs.join(' && ')).toBe('npm ci && npm test');
  expect(textOf('README.md')).toContain(runs.join(' && '));
});

test("the README's workflow of the metrics is one, with the rights that the Action's page asks for", () => {
  const [, text = ''] = /\n((?: {4}.*\n)+)\nIt begins like this/.exec(textOf('README.md')) ?? [];
  const workflow = parse(text.replace(/^ {4}/gm, ''));
  const [, page = ''] = /## Use[\s\S]*?```yaml\n([\s\S]*?)```/.exec(textOf('action/README.md')) ?? [];
  const whole = parse(page);
  expect(workflow.permissions).toEqual(whole.permissions);
  expect(workflow.on.schedule).toEqual(whole.on.schedule);
  expect(workflow.jobs.metrics.steps[0].uses).toBe(whole.jobs.metrics.steps[0].uses);
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(5);
});

test('the JSON schema lets pass what the reader lets pass, and refuses unknown keys and wrong types', () => {
  const valid = new Ajv2020({ strict: false }).compile(JSON.parse(textOf('docs/sitrep.schema.json')));
  const examples = [...textOf('docs/configuration.md').matchAll(/```yaml\n(# [^.][\s\S]*?)```/g)].map(
    (match) => match[1]!,
  );
  expect(examples.length).toBeGreaterThan(1);
  for (const text of [textOf('.github/sitrep.yml'), ...examples]) expect(valid(parse(text))).toBe(true);
  for (const text of ['zoen: UTC', 'announce: [raisd]', 'roles: []', 'zone: [UTC]', 'label: {colour: a}']) {
    expect([text, valid(parse(text)), resolve(text).problems.length]).toEqual([text, false, 1]);
  }
});

test('the JSON schema of handbooks lets pass all of ours: a colour may look like a number', () => {
  const valid = new Ajv2020({ strict: false }).compile(JSON.parse(textOf('docs/handbook.schema.json')));
  for (const [id, text] of Object.entries(shipped)) {
    expect([id, valid(parse(text)), valid.errors]).toEqual([id, true, null]);
  }
  for (const text of [
    'name: 1\nseverities: {sev-1: {aliases: [1], color: 000000}}',
    'clocks: null',
    'roles: {scribe: null}',
  ])
    expect([text, valid(parse(text))]).toEqual([text, true]);
  for (const text of ['zoen: UTC', 'clocks: []', 'roles: null', 'takeover-after: 30']) {
    expect([text, valid(parse(text))]).toEqual([text, false]);
  }
});

test('the configuration page says what each key means', () => {
  const rows = [...textOf('docs/configuration.md').matchAll(/^\| `([^`|]+)` \|.*?(?<!\\)\|(.*?)(?<!\\)\|/gm)];
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(([, , means]) => means!.trim() === '').map(([, key]) => key)).toEqual([]);
});

test('a generated part stands between its markers, and a missing place is an error', () => {
  const page = 'a\n<!-- generated:one -->\nold\n<!-- /generated -->\nb\n';
  expect(fill('p.md', page, { one: 'new' })).toBe(page.replace('old', 'new'));
  expect(() => fill('p.md', page, { one: 'new', two: 'x' })).toThrow('p.md needs one <!-- generated:two -->');
  expect(() => fill('p.md', page, {})).toThrow('nothing is generated for one');
  expect(() => fill('p.md', page + page, { one: 'new' })).toThrow('p.md needs one');
});

test('the permission table tells each reason, and a permission without one is an error', () => {
  const manifest = (reason: string, event = ' # a report') =>
    `default_permissions:\n  issues: write${reason}\ndefault_events:\n  - issues${event}\n`;
  const rows = permissionsTable(manifest(' # labels; without it nothing')).split('\n');
  expect(rows).toContain('| `issues` | write | labels | without it nothing |');
  expect(rows).toContain('| `issues` | a report |');
  expect(() => permissionsTable(manifest(''))).toThrow('issues needs');
  expect(() => permissionsTable(manifest(' # labels'))).toThrow('issues needs');
  expect(() => permissionsTable(manifest(' # labels; none', ''))).toThrow('issues has no reason');
});

test('a cell cannot break its table', () => {
  expect(table(['a'], [['x | y\nz']]).split('\n')[2]).toBe('| x \\| y z |');
});

/** Anchors as GitHub makes them from headings. */
function anchorsOf(page: URL): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]!
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
