// `sitrep …` over real HTTP on the sandbox: what it prints, how it ends, and that it changes nothing.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addressOf, settingsForPerson } from '../../sandbox/settings-for.ts';
import { folderOf, helpLine, main, usage } from '../../src/cli.ts';
import { incidentLine } from '../../src/lines/line.ts';
import { plain } from '../../src/plain.ts';
import { repo, report, type Stage, secret, stage } from './running.ts';
import { withoutProgress } from './without-progress.ts';

let running: Stage;

beforeAll(async () => {
  running = await stage((world) => {
    world.as('ada').push(repo, { '.github/sitrep.yml': 'app: sitrep\n' });
    world.as('ada').openIssue(repo, { title: 'Checkout \u001b[31mis\u202e down', body: report, labels: ['incident'] });
  });
  running.at('2026-03-02T10:02:00Z');
  running.world.as('bob').comment(repo, 1, '/role commander');
  await running.quiet();
  running.at('2026-03-02T10:03:00Z');
  running.world.as('bob').comment(repo, 1, '/severity sev-9');
  await running.quiet();
});

afterAll(() => running.end());

async function sitrep(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const env = { ...settingsForPerson(running.sandbox, 'ada'), WEBHOOK_SECRET: secret };
  const code = await main(words, {
    env,
    folder: process.cwd(),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    now: () => running.world.now,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('plan prints every stage, nothing raw, and does nothing', async () => {
  const before = JSON.stringify(running.world.dump());
  const { code, out } = await sitrep('plan', 'acme/ops#1');
  expect(code).toBe(0);
  for (const stageName of ['Seen', 'Handbook', 'Heard', 'Incident', 'Expected', 'Would do'])
    expect(out).toContain(stageName);
  expect(out).toContain('commander: bob');
  expect(out).toContain('unknown-severity');
  for (const raw of ['\u001b', '\u202e']) expect(out).not.toContain(raw);
  expect(out).toContain('as sitrep (bot)');
  expect(out).not.toMatch(/^ *new /m);
  expect(out).toMatch(/Would do at \S+\n {2}nothing/);
  expect(JSON.stringify(running.world.dump())).toBe(before);
});

test('plan of what is not there ends with 1', async () => {
  expect(await sitrep('plan', 'acme/ops#99')).toMatchObject({ code: 1, out: '' });
});

test('export gives a line of the documented shape for each incident', async () => {
  running.world.as('bob').openIssue(repo, { title: 'No incident', body: 'at all' });
  const { code, out } = await sitrep('export', 'acme/ops');
  expect(code).toBe(0);
  const lines = out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toMatchObject([
    {
      schema: 2,
      issue: 1,
      source: 'card',
      severity: { first: 'sev-1', final: 'sev-1' },
      roles: [{ role: 'commander', login: 'bob', until: null }],
      milestones: { declared: { at: '2026-03-02T10:00:00Z' }, resolved: null },
      refused: 1,
    },
  ]);
  for (const raw of ['\u001b', '\u202e']) expect(out).not.toContain(raw);
  for (const line of lines) expect(incidentLine.parse(line)).toEqual(line);
});

test('an incident without a record does not stop the export: it is told from its issue, in its place', async () => {
  running.world.as('ada').openIssue(repo, { title: 'Never\u202e heard', body: 'of', labels: ['incident', 'sev-2'] });
  const { code, out, err } = await sitrep('export', 'acme/ops');
  expect([code, withoutProgress(err)]).toEqual([0, '']);
  const lines = out.split('\n').map((line) => incidentLine.parse(JSON.parse(line)));
  expect(lines.map(({ issue, source, severity }) => [issue, source, severity?.final])).toEqual([
    [1, 'card', 'sev-1'],
    [3, 'issue', 'sev-2'],
  ]);
  expect(out).toContain('Never\\u202e heard');
});

test('an export of what cannot be read prints nothing, says why and what to do, and ends with 1', async () => {
  const { code, out, err } = await sitrep('export', 'acme/gone');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('acme/gone: There is no such repository');
});

test('check names file, line and column of what is wrong, and ends with 1', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'sitrep-')), '.github');
  const file = join(folder, 'sitrep.yml');
  mkdirSync(join(folder, 'sitrep'), { recursive: true });
  writeFileSync(file, 'zone: UTC\nhandbok: workflow-guide\n');
  const wrong = await sitrep('check', file);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain(`${file}:2:1: `);
  writeFileSync(file, 'handbook: ours.yml\n');
  writeFileSync(join(folder, 'sitrep', 'ours.yml'), 'extends: workflow-guide\nname: Ours\nzonne: UTC\n');
  const below = await sitrep('check', file);
  expect(below.out).toContain(`${join(folder, 'sitrep', 'ours.yml')}:3:1: `);
  writeFileSync(join(folder, 'sitrep', 'ours.yml'), 'extends: workflow-guide\nname: Ours\n');
  expect(await sitrep('check', file)).toMatchObject({ code: 0 });
});

test.each([
  [['nonsense'], 'There is no command nonsense.'],
  [['constructor'], 'There is no command constructor.'],
  [['plan'], 'sitrep plan needs an issue, such as acme/ops#12.'],
  [['plan', 'acme/ops'], 'acme/ops is not an issue, such as acme/ops#12.'],
  [['export', 'acme/ops#1'], 'acme/ops#1 is not a repository, such as acme/ops.'],
  [['check', 'a', 'b'], 'sitrep check takes one thing at a time, not 2.'],
  [['--no-such'], 'There is no option --no-such.'],
  [['init', '--handbook'], '--handbook needs a value behind it.'],
  [['init', '--force=yes'], 'An option has a value that it does not take.'],
  [['init', 'elimu'], 'sitrep init takes no argument, and elimu is one.'],
  [['plan', 'acme/ops#1', '--force'], 'sitrep plan has no option --force.'],
  [['doctor'], 'sitrep doctor needs a repository, such as acme/ops.'],
])('%j is not understood: why, then where help is, and 2', async (words, why) => {
  expect(await sitrep(...words)).toEqual({ code: 2, out: '', err: `${why}\n${helpLine}` });
});

test('nothing typed: usage, and 2', async () => {
  expect(await sitrep()).toEqual({ code: 2, out: '', err: `Say what to do.\n\n${usage}` });
});

test('a path is relative to where the person typed, not to where npm changed to', () => {
  const byNpm = { INIT_CWD: '/home/rae/notes', npm_package_json: '/srv/sitrep/package.json' };
  expect(folderOf(byNpm, '/srv/sitrep')).toBe('/home/rae/notes');
  expect(folderOf(byNpm, '/srv/sitrep/docs')).toBe('/srv/sitrep/docs');
  expect(folderOf({}, '/srv/sitrep')).toBe('/srv/sitrep');
});

test('without the key plan says that the record cannot be proved; check, which reads no card, does not', async () => {
  const env = { GITHUB_TOKEN: 'x', ...addressOf(running.sandbox) };
  const err: string[] = [];
  const terminal = {
    env,
    folder: process.cwd(),
    out: () => {},
    err: (line: string) => void err.push(line),
    now: () => '',
  };
  await main(['check', '.github/sitrep.yml'], terminal);
  expect(err).toEqual([]);
  await main(['plan', 'acme/ops#1'], terminal);
  expect(err[0]).toContain('SITREP_LEDGER_KEY');
});

test('help is no error, and a missing token is told', async () => {
  expect(await sitrep('--help')).toEqual({ code: 0, out: usage, err: '' });
  const err: string[] = [];
  const code = await main(['plan', 'acme/ops#1'], {
    env: {},
    folder: '/',
    out: () => {},
    err: (line) => void err.push(line),
    now: () => '',
  });
  expect([code, err.join()]).toEqual([1, 'Error: GITHUB_TOKEN is missing']);
});

test('text for a terminal is one harmless line', () => {
  expect(plain('a\u001b[31m\nb\u202ec\u200bd\u0085e')).toBe('a·[31m·b·c·d·e');
  expect(plain('x'.repeat(500)).length).toBe(161);
});
