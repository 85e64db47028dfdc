// `sitrep metrics` as people run it: its own process, over real HTTP on the sandbox, on incidents that the real App kept, and offline.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settingsForPerson } from '../../sandbox/settings-for.ts';
import { repo, report, type Stage, secret, stage } from './running.ts';
import { type Ended, root, spawned } from './spawned.ts';
import { withoutProgress } from './without-progress.ts';

const config = 'app: sitrep\nhandbook: ims\nzone: Pacific/Auckland\n';
/** What a title must not do: colours, turning the line round, breaking out of a table, a comment, a link, a formula. */
const hostile = '=1+1 \u001b[31mred\u001b[0m \u202edown\u2066 | ]]> ``` <!-- \u0007 @eve \u009b1m';

let running: Stage;
/** A folder with nothing in it, one with the repository's config, and what `export` wrote. */
let bare: string;
let checkout: string;
let lines: string;

beforeAll(async () => {
  running = await stage((world) => void world.as('ada').push(repo, { '.github/sitrep.yml': config }));
  const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-02-25'];
  for (const [index, day] of days.entries()) await incident(`Checkout ${index + 1} is down`, day, 40 + 7 * index);
  await incident(hostile, '2026-03-06', 95);
  running.at('2026-03-07T09:00:00Z');
  running.world.as('ada').comment(repo, 1, '/role commander');
  await running.quiet();
  running.world.as('ada').comment(repo, 1, '/close anyway because it is long over');
  await running.quiet();
  bare = mkdtempSync(join(tmpdir(), 'sitrep-'));
  checkout = mkdtempSync(join(tmpdir(), 'sitrep-'));
  mkdirSync(join(checkout, '.github'));
  writeFileSync(join(checkout, '.github/sitrep.yml'), config);
  const exported = await sitrep(['export', 'acme/ops']);
  expect([exported.code, withoutProgress(exported.err)]).toEqual([0, '']);
  lines = join(bare, 'incidents.jsonl');
  writeFileSync(lines, exported.out);
});

afterAll(() => running.end());

/** Reported at nine, acknowledged two minutes later, resolved after so many minutes: ims wants it stable for half an hour. */
async function incident(title: string, day: string, minutes: number): Promise<void> {
  const at = (minute: number) => new Date(Date.parse(`${day}T09:00:00Z`) + minute * 60_000).toISOString();
  running.at(at(0));
  const { number } = running.world.as('ada').openIssue(repo, { title, body: report, labels: ['incident'] });
  await running.quiet();
  const said: readonly (readonly [number, string])[] = [
    [1, '/detected at 09:00 UTC'],
    [2, '/ack'],
    [minutes - 35, '/mitigated'],
    [minutes, '/resolved'],
  ];
  for (const [minute, words] of said) {
    running.at(at(minute));
    running.world.as('bob').comment(repo, number, words);
    await running.quiet();
  }
}

interface Where {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

const program = join(root, 'src/cli.ts');

function sitrep(words: readonly string[], where: Where = {}): Promise<Ended> {
  const env = { ...settingsForPerson(running.sandbox, 'ada'), WEBHOOK_SECRET: secret };
  return spawned(process.execPath, [program, ...words], { cwd: bare ?? root, env, ...where }).ended;
}

const week = ['--period', '2026-W10'];
const offline = (...words: readonly string[]) => sitrep(['metrics', '--from', lines, ...week, ...words], { env: {} });

describe('what comes out', () => {
  test.each(['markdown', 'json', 'csv'])('%s: the same from GitHub and from what `export` wrote', async (format) => {
    const online = await sitrep(['metrics', 'acme/ops', ...week, '--format', format]);
    expect([online.code, withoutProgress(online.err)]).toEqual([0, '']);
    const words = ['metrics', '--from', lines, ...week, '--format', format];
    const file = await sitrep(words, { cwd: checkout, env: {} });
    expect(file.code).toBe(0);
    expect(file.out).toBe(online.out);
  });

  test('months later: what was over long before counts in neither, what is still open in both', async () => {
    const later = ['--period', '2026-W40', '--format', 'json'];
    const online = await sitrep(['metrics', 'acme/ops', ...later]);
    const file = await sitrep(['metrics', '--from', lines, ...later], { cwd: checkout, env: {} });
    expect(file.out).toBe(online.out);
    const { open, repositories } = JSON.parse(online.out) as {
      open: { line: { issue: number } }[];
      repositories: unknown;
    };
    expect(open.map(({ line }) => line.issue)).toEqual([]);
    expect(repositories).toMatchObject([{ incidents: 6 }]);
  });

  test('the numbers are those of the incidents: five and one of this week, by ims from detected, in the zone of the config', async () => {
    const { out } = await sitrep(['metrics', 'acme/ops', ...week, '--format', 'json']);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(report).toMatchObject({ zone: 'Pacific/Auckland', handbook: { id: 'ims' } });
    const rows = report.rows as { metric: { id: string; from: string }; period: unknown; previous: unknown }[];
    const resolve = rows.find(({ metric }) => metric.id === 'time-to-resolve');
    expect(resolve).toMatchObject({
      metric: { from: 'detected' },
      period: { n: 6, median: 57.5 },
      previous: { n: 1, values: [75] },
    });
  });

  test('without a config the lines’ own handbook holds, and the zone it names', async () => {
    const { code, out, err } = await offline('--format', 'json');
    expect([code, withoutProgress(err)]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ handbook: { id: 'ims' }, zone: 'UTC' });
    const other = await offline('--format', 'json', '--handbook', 'workflow-guide');
    expect(JSON.parse(other.out)).toMatchObject({ handbook: { id: 'workflow-guide' } });
  });

  test('only the report is on standard output, from standard input as well', async () => {
    const input = readFileSync(lines, 'utf8');
    const { code, out, err } = await sitrep(['metrics', '--from', '-', ...week], { env: {}, input });
    expect([code, withoutProgress(err)]).toEqual([0, '']);
    expect(out).toMatch(/^# Incident metrics 2026-W10 \(2–8 March\)\n\n/);
    expect(out).toBe((await offline()).out);
  });

  test('nothing from a title does anything to a terminal, a table or a spreadsheet', async () => {
    for (const format of ['markdown', 'json', 'csv']) {
      const { out } = await offline('--format', format);
      expect([format, out.match(/(?![\n\r])\p{Cc}|\p{Bidi_Control}/gu)]).toEqual([format, null]);
      expect(out).toContain('red');
    }
    expect((await offline('--format', 'csv')).out).not.toMatch(/(^|,)"?=1/m);
  });

  test('a quiet week is a report too', async () => {
    const { code, out } = await sitrep(['metrics', '--from', lines, '--period', '2026-W08'], { env: {} });
    expect([code, out.startsWith('# Incident metrics 2026-W08')]).toEqual([0, true]);
  });
});

describe('what cannot be done: why, nothing on standard output, and 1', () => {
  const fails = async (words: readonly string[], where?: Where) => {
    const { code, out, err } = await sitrep(['metrics', ...words, ...week], where);
    expect([code, out]).toEqual([1, '']);
    expect(err).not.toMatch(/\n\s+at /);
    return err;
  };

  test('a wrong line is named by file and number', async () => {
    const [first, second] = readFileSync(lines, 'utf8').split('\n');
    const wrong = join(bare, 'wrong.jsonl');
    writeFileSync(wrong, `${first}\n\n${second?.replace('"schema":2', '"schema":1')}\n`);
    expect(await fails(['--from', 'wrong.jsonl'], { env: {} })).toMatch(/wrong\.jsonl.*3.*export/s);
    writeFileSync(wrong, `${first}\n{"schema":2`);
    expect(await fails(['--from', 'wrong.jsonl'], { env: {} })).toMatch(/wrong\.jsonl.*2/s);
  });

  // Root may read everything.
  const whereRightsHold = process.getuid?.() === 0 ? test.skip : test;
  whereRightsHold('a file that must not be read', async () => {
    const locked = join(bare, 'locked.jsonl');
    writeFileSync(locked, '', { mode: 0 });
    chmodSync(locked, 0);
    expect(await fails(['--from', 'locked.jsonl'], { env: {} })).toContain('locked.jsonl cannot be read (EACCES)');
  });

  test('GitHub without a token', async () => {
    expect(await fails(['acme/ops'], { env: {} })).toContain('GITHUB_TOKEN is missing');
  });

  test('a folder whose config is not sound', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sitrep-'));
    mkdirSync(join(folder, '.github'));
    writeFileSync(join(folder, '.github/sitrep.yml'), 'handbok: ims\n');
    expect(await fails(['--from', lines], { cwd: folder, env: {} })).toContain('.github/sitrep.yml here is not sound');
    const words = ['metrics', '--from', lines, ...week, '--handbook', 'ims'];
    const { code, err } = await sitrep(words, { cwd: folder, env: {} });
    expect([code, withoutProgress(err)]).toEqual([0, '']);
  });

  test('repositories that nobody may read', async () => {
    expect(await fails(['acme/secret'])).toContain('acme/secret');
  });
});

test('a repository that cannot be read is named, the others are reported, and it ends with 1', async () => {
  const { code, out, err } = await sitrep(['metrics', 'acme/ops', 'acme/secret', ...week]);
  expect(code).toBe(1);
  expect(err).toContain('acme/secret: ');
  expect(out).toContain('acme/secret');
  expect(out).toContain('Checkout 1 is down');
});

test('without the key the report is the same, and it says that the cards were not proved', async () => {
  const env = settingsForPerson(running.sandbox, 'ada');
  const { code, out, err } = await sitrep(['metrics', 'acme/ops', ...week], { env });
  expect(code).toBe(0);
  expect(err).toContain('SITREP_LEDGER_KEY');
  expect(out).toBe((await sitrep(['metrics', 'acme/ops', ...week])).out);
});
