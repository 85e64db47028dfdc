// `sitrep metrics`: what it does not understand, and how far it looks back.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settingsForPerson } from '../../sandbox/settings-for.ts';
import { helpLine, main } from '../../src/cli.ts';
import type { Terminal } from '../../src/terminal.ts';
import { repo, report, type Stage, secret, stage } from './running.ts';
import { withoutProgress } from './without-progress.ts';

const week = ['--period', '2026-W10'];
const folder = mkdtempSync(join(tmpdir(), 'sitrep-'));
writeFileSync(join(folder, 'incidents.jsonl'), '');

async function metrics(words: readonly string[], env: Terminal['env'] = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['metrics', ...words], {
    ...{ env, folder, now: () => '2026-03-09T08:00:00Z' },
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { code, out, err };
}

describe('what is not understood: why and what to write, then where help is, and 2', () => {
  test.each([
    [[], 'Say of what: a repository, such as acme/ops, or a file behind --from that `sitrep export` wrote.'],
    [['acme/ops', '--from', 'x'], 'Name repositories or a file behind --from, not both.'],
    [['acme/ops#1'], 'acme/ops#1 is not a repository, such as acme/ops, nor an organisation, such as acme.'],
    [['acme/ops', '--format', 'xml'], 'xml is no format: write markdown, json, csv.'],
    [['acme/ops', '--format', 'constructor'], 'constructor is no format: write markdown, json, csv.'],
    [['acme/ops', '--period', '2026-W54'], /^2026 has no week 54: .*2026-W53/],
    [['acme/ops', '--period', '2999-W01'], /^2999-W01 has not begun yet/],
    [['acme/ops', '--period', 'march'], /^This is no period\. Write an ISO week such as `2026-W10`/],
    [['acme/ops', ...week, '--since', 'spring'], 'spring is no day: write one such as 2025-12-15.'],
    [
      ['acme/ops', ...week, '--since', '2026-02-01'],
      '2026-02-01 is within the twelve weeks that the report tells of: write 2025-12-15 or earlier.',
    ],
    [['--from', 'gone.jsonl'], 'There is no file gone.jsonl: `sitrep export acme/ops > gone.jsonl` writes one.'],
    [['--from', '.'], '. is a folder: name a file that `sitrep export` wrote.'],
    [['--from', 'incidents.jsonl', '--handbook', 'imz'], 'There is no handbook `imz`. Did you mean `ims`?'],
  ])('%j', async (words, why) => {
    const { code, out, err } = await metrics(words);
    expect([code, out.length, err.length]).toEqual([2, 0, 1]);
    const [first, ...rest] = (err[0] ?? '').split('\n');
    expect(first).toEqual(typeof why === 'string' ? why : expect.stringMatching(why));
    expect(rest).toEqual([helpLine]);
  });
});

test('a wrong line is told by file and number, and by no name of ours', async () => {
  writeFileSync(join(folder, 'wrong.jsonl'), '\n{"schema":2');
  const { code, out, err } = await metrics(['--from', 'wrong.jsonl', ...week]);
  const why = 'Error: wrong.jsonl:2: is no JSON. Mend the line, or export again: `sitrep export owner/repo`.';
  expect([code, out, err]).toEqual([1, [], [why]]);
});

test('a file without incidents, which an export leaves that failed, is no quiet week', async () => {
  const { code, out, err } = await metrics(['--from', 'incidents.jsonl', ...week]);
  expect(code).toBe(0);
  expect(err.join('\n')).toContain('incidents.jsonl holds no incident, so nothing can be said of the week.');
  expect(out.join('\n')).toContain('\n\nNothing is known of this week: no incident was read at all.\n');
});

describe('how far it looks back', () => {
  let running: Stage;

  beforeAll(async () => {
    running = await stage((world) => {
      world.as('ada').push(repo, { '.github/sitrep.yml': 'app: sitrep\n' });
      world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
    });
  });

  afterAll(() => running.end());

  async function since(...words: readonly string[]) {
    const before = running.sandbox.requests.graphql;
    const env = { ...settingsForPerson(running.sandbox, 'ada'), WEBHOOK_SECRET: secret };
    const { code, out, err } = await metrics(['acme/ops', ...week, '--format', 'json', ...words], env);
    expect([code, withoutProgress(err.join('\n'))]).toEqual([0, '']);
    const told = JSON.parse(out.join('\n')) as { since: string; repositories: { incidents: number }[] };
    expect(told.repositories).toMatchObject([{ incidents: 1 }]);
    return { since: told.since, requests: running.sandbox.requests.graphql - before };
  }

  test('ninety days before the twelve weeks, in at most two requests, or as somebody says', async () => {
    const usual = await since();
    expect(usual.since).toBe('2025-09-16T00:00:00Z');
    expect(usual.requests).toBeLessThanOrEqual(2);
    expect((await since('--since', '2025-12-01')).since).toBe('2025-12-01T00:00:00Z');
  });

  test('as far as the handbook’s recurrences, which the first look tells; then it looks again', async () => {
    const config = 'app: sitrep\nindicators: {recurrence: {window: 365d}}\n';
    running.world.as('ada').push(repo, { '.github/sitrep.yml': config });
    await running.quiet();
    const far = await since();
    expect(far.since).toBe('2024-12-15T00:00:00Z');
    expect(far.requests).toBeLessThanOrEqual(4);
  });
});
