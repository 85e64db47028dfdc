// What a workflow says under `with:`: understood, or refused with the input's name and what to write.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type Inputs, readInputs, readMode } from '../../action/inputs.ts';
import { notifiedIn } from '../../action/notified.ts';
import { repositoriesIn } from '../../action/repositories.ts';
import { titleAsked, titleFault } from '../../src/report/asked-title.ts';

interface Described {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const description = parse(readFileSync(new URL('../../action/action.yml', import.meta.url), 'utf8')) as Described;

function read(given: Readonly<Record<string, string>> = {}, asked = new Set<string>()) {
  const words = (name: string) => {
    asked.add(name);
    const usual = name === 'token' ? 'ghs_a' : (description.inputs[name]?.default ?? '');
    return given[name] ?? usual;
  };
  const mode = readMode(words);
  return typeof mode === 'string' ? readInputs(words, 'acme/ops') : mode;
}

function understood(given: Readonly<Record<string, string>> = {}): Inputs {
  const inputs = read(given);
  if ('why' in inputs) throw new Error(inputs.why);
  return inputs;
}

test('the defaults of action.yml are what a run without words does', () => {
  expect(understood()).toEqual({
    ...{ token: 'ghs_a', repositories: ['acme/ops'], period: 'last-week', handbook: null, zone: null, since: null },
    ...{ title: 'Incident metrics {period} ({days})', formats: ['markdown', 'json', 'csv'], notify: [] },
    ...{ label: 'incident-metrics', issue: true, whenUnchanged: 'stop', ledgerKey: null, wait: 10 },
  });
  const nothing = readInputs((name) => (name === 'token' ? 'ghs_a' : ''), 'acme/ops');
  expect(nothing).toEqual({ ...understood(), title: null });
});

test('action.yml names each input that is read, and no other; it runs on Node 24', () => {
  const asked = new Set<string>();
  read({}, asked);
  expect([...asked].sort()).toEqual(Object.keys(description.inputs).sort());
  expect(description.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
});

test('our own workflow runs it on Mondays, off the full hour, with the rights that it needs and inputs that it has', () => {
  const path = new URL('../../.github/workflows/metrics.yml', import.meta.url);
  const workflow = parse(readFileSync(path, 'utf8'), { version: '1.2' });
  expect(workflow.on.schedule).toEqual([{ cron: expect.stringMatching(/^(?!0 )\d+ \d+ \* \* 1$/) }]);
  expect(workflow.permissions).toEqual({ issues: 'write', contents: 'read' });
  const step = workflow.jobs.metrics.steps.at(-1);
  expect(step.uses).toBe('./action');
  for (const name of Object.keys(step.with)) expect(Object.keys(description.inputs)).toContain(name);
});

test('every example of the Action’s page gives inputs that it has and reads outputs that it gives', () => {
  const { outputs } = description as Described & { readonly outputs: Readonly<Record<string, unknown>> };
  const page = readFileSync(new URL('../../action/README.md', import.meta.url), 'utf8');
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  expect(examples.length).toBeGreaterThan(2);
  const given = examples.flatMap((text) => withOf(parse(text)));
  expect(given.length).toBeGreaterThan(1);
  for (const name of given) expect(Object.keys(description.inputs)).toContain(name);
  const used = [...page.matchAll(/steps\.metrics\.outputs\.([\w-]+)/g)].map(([, name]) => name);
  expect(used.length).toBeGreaterThan(0);
  for (const name of used) expect(Object.keys(outputs)).toContain(name);
});

/** Names under `with:` of steps that run the Action; a `with:` that stands alone is one of it. */
function withOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(withOf);
  if (typeof value !== 'object' || value === null) return [];
  const { uses, with: given } = value as { readonly uses?: string; readonly with?: object };
  const own = given && (uses === undefined || uses.includes('sitrep/action')) ? Object.keys(given) : [];
  return [...own, ...Object.values(value).flatMap(withOf)];
}

test.each([
  ['mode', 'stale', /^mode: stale is none\. Write metrics or respond\.$/],
  ['token', '', /^token: it is empty/],
  [
    'repositories',
    'acme/ops https://github.com/acme/web',
    /^repositories: https:.* names no repository\. Write owner\/name/,
  ],
  ['format', 'json, xml', /^format: xml is none\. Write markdown, json or csv/],
  ['title', 'Week {week}', /^title: there is no placeholder \{week\}\. Write \{period\}, \{days\} or \{repository\}/],
  ['title', 'Week {period', /^title: there is no placeholder Week \{period\. Write/],
  ['title', `{period} ${'x'.repeat(200)}`, /^title: it is longer/],
  ['notify', 'ada, everyone!', /^notify: everyone! is neither a login nor a team/],
  ['notify', 'a b c d e f g h i j k', /^notify: 11 are too many/],
  ['label', 'x'.repeat(51), /^label: x+ is none that GitHub takes/],
  ['issue', 'maybe', /^issue: maybe is neither true nor false/],
  ['when-unchanged', 'go', /^when-unchanged: go is none\. Write stop or report/],
  ['wait', '10m', /^wait: 10m is no number of minutes/],
] as const)('%s: "%s" is refused', (name, value, why) => {
  expect(read({ [name]: value })).toEqual({ why: expect.stringMatching(why) });
});

test('a run outside of a repository is refused', () => {
  expect(readInputs((name) => (name === 'token' ? 'x' : ''), '')).toEqual({
    why: expect.stringMatching(/GITHUB_REPOSITORY/),
  });
});

test('files are written in one order, each once', () => {
  expect(understood({ format: 'CSV,markdown csv' }).formats).toEqual(['markdown', 'csv']);
});

test.each([
  ['', ['acme/ops']],
  ['acme/web', ['acme/web']],
  ['acme/ops\nacme/web,\n  acme/Ops', ['acme/Ops', 'acme/web']],
  ['acme', ['acme/*']],
  ['acme/*', ['acme/*']],
] as const)('repositories: "%s"', (words, names) => {
  expect(repositoriesIn(words, 'acme/ops')).toEqual({ names });
});

test.each([
  ['@ada, bob', ['ada', 'bob']],
  ['acme/on-call', ['acme/on-call']],
  ['ada ADA', ['ADA']],
  ['ada_acme', ['ada_acme']],
] as const)('notify: "%s"', (words, names) => {
  expect(notifiedIn(words)).toEqual({ names });
});

test('whoever is told bears a name and nothing else: no markup gets through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
      const read = notifiedIn(words);
      if ('names' in read) for (const name of read.names) expect(name).toMatch(/^[\w.-]+(\/[\w.-]+)?$/);
    }),
  );
});

test('a title is filled in, and stays one line of 256 characters that calls nobody', () => {
  const values = { period: '2026-W10', days: '2–8 March', repository: 'acme/ops' };
  expect(titleFault('{period}: {days} in {repository}')).toBeNull();
  expect(titleAsked('{period}: {days} in {repository}', values)).toBe('2026-W10: 2–8 March in acme/ops');
  const long = titleAsked('{repository}'.repeat(15), { ...values, repository: `${'a'.repeat(39)}/${'b'.repeat(100)}` });
  expect(long.length).toBeLessThanOrEqual(256);
  expect(titleAsked('@ada\n{period}', values)).not.toMatch(/@ada|\n/);
});
