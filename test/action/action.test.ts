// The Action end to end, as GitHub runs it: the bundle alone in a process of its own, against the sandbox over HTTP. The incidents are
// the real engine's.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse as parseCsv } from 'csv-parse/sync';
import { repo, report, type Stage, secret, stage } from '../app/running.ts';
import { type Ran, runStep, type Step, unpacked } from './runner.ts';

const evil = 'Payments \u001b[31mare\u202e @acme/all <!-- down\n::error::fake';
let running: Stage;
let main: string;

/** Somebody types a line at a time of the week from Monday, 2 March 2026; the engine answers. */
async function say(at: string, login: string, number: number, text: string) {
  running.at(at);
  running.world.as(login).comment(repo, number, text);
  await running.quiet();
}

beforeAll(async () => {
  main = await unpacked();
  running = await stage((world) => {
    world.as('ada').push(repo, { '.github/sitrep.yml': 'app: sitrep\n' });
    world.createRepository('acme', 'secret', { private: true });
    world.createRepository('acme', 'web');
    world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  });
  await say('2026-03-02T10:02:00Z', 'bob', 1, '/role commander');
  await say('2026-03-02T11:30:00Z', 'bob', 1, '/resolved');
  running.at('2026-03-04T09:00:00Z');
  running.world.as('ada').openIssue(repo, { title: evil.replaceAll('\n', ' '), body: report, labels: ['incident'] });
  await running.quiet();
  await say('2026-03-04T09:05:00Z', 'bob', 2, '/role commander');
  running.at('2026-03-16T06:17:00Z');
  await running.rung();
});

afterAll(() => running.end());

afterEach(() => {
  running.sandbox.faults.heal();
  expect(running.sandbox.requests.invalid).toEqual([]);
});

function token(
  permissions: Readonly<Record<string, 'read' | 'write'>> = { issues: 'write', contents: 'read' },
): string {
  return running.sandbox.workflowToken('acme/ops', permissions);
}

/** Each test keeps its issues under a label of its own. What the App asks because of the run before is over when a run begins. */
async function run(
  label: string,
  given: Readonly<Record<string, string>> = {},
  step: Partial<Step> = {},
): Promise<Ran> {
  await running.quiet();
  return runStep(main, running.sandbox, {
    token: token(),
    ...step,
    with: { label, period: '2026-W10', 'ledger-key': secret, ...given },
  });
}

function issuesOf(label: string) {
  return running.world.dump(repo).issues.filter(({ labels }) => labels.includes(label));
}

function only(label: string) {
  const issues = issuesOf(label);
  expect(issues).toHaveLength(1);
  return issues[0]!;
}

describe('a week', () => {
  let first: Ran;

  beforeAll(async () => {
    first = await run('weekly');
  });

  test('the first run makes the issue of the week and ends well', () => {
    expect({ code: first.code, errors: first.annotations.error }).toEqual({ code: 0, errors: [] });
    expect(only('weekly')).toMatchObject({ title: 'Incident metrics 2026-W10 (2–8 March)', state: 'open' });
    expect(first.outputs).toMatchObject({
      ...{ 'issue-number': String(only('weekly').number), changed: 'true' },
      'issue-url': `https://github.com/acme/ops/issues/${only('weekly').number}`,
    });
    expect(first.annotations.notice.join()).toMatch(/2026-W10 is new: https:/);
  });

  test('the summary of the job has the same report', () => {
    const [above = ''] = only('weekly').body.split('<!-- sitrep:metrics-links');
    expect(first.summary).toBe(`# Incident metrics 2026-W10 (2–8 March)\n\n${above.trimEnd()}\n`);
  });

  test('files of every form are there for later steps, and the numbers', () => {
    const { markdown = '', json = '', csv = '' } = first.outputs;
    expect(readFileSync(markdown, 'utf8').trimEnd()).toBe(first.summary.trimEnd());
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ period: { id: '2026-W10' } });
    const rows = parseCsv(readFileSync(csv, 'utf8'), { columns: true, bom: true });
    expect(rows).toHaveLength(2);
    expect(first.outputs['incidents-by-severity']).toBe('2');
    // One was resolved: under five there is no median.
    expect(first.outputs['time-to-resolve']).toBe('');
  });

  test('what people wrote into titles stays text: no escape codes, no commands to the runner, nobody called', () => {
    const shown = [first.log, first.summary, only('weekly').body].join('\n');
    for (const raw of ['\u001b', '\u202e']) expect(shown).not.toContain(raw);
    expect(first.annotations.error).toEqual([]);
    expect(only('weekly').body).not.toMatch(/@acme\/all/);
    expect(first.log).not.toContain('fake');
  });

  test('a second run costs one request, writes nothing, and gives the numbers of the first', async () => {
    const second = await run('weekly');
    expect({ code: second.code, requests: second.requests, writes: second.writes }).toEqual({
      ...{ code: 0, requests: 1, writes: 0 },
    });
    expect(second.outputs).toMatchObject({
      ...{ 'issue-number': first.outputs['issue-number'], 'issue-url': first.outputs['issue-url'], changed: 'false' },
      ...{ 'incidents-by-severity': '2', csv: '', json: '' },
    });
    expect(second.summary.trimEnd()).toBe(first.summary.trimEnd());
    expect(second.annotations.notice.join()).toMatch(/stands as it was/);
  });

  test('when-unchanged: report reads again and writes files, and nothing on GitHub', async () => {
    const again = await run('weekly', { 'when-unchanged': 'report' });
    expect({ code: again.code, writes: again.writes, changed: again.outputs.changed }).toEqual({
      ...{ code: 0, writes: 0, changed: 'false' },
    });
    expect(readFileSync(again.outputs.csv ?? '', 'utf8')).toContain('Checkout is down');
  });

  test('our text comes back where somebody edited the issue', async () => {
    const { number, body } = only('weekly');
    running.world.as('ada').editBody(repo, number, 'All is well.');
    running.world.as('ada').editBody(repo, number, body.replace('2 incidents', '0 incidents').replace('#', '# '));
    const mended = await run('weekly');
    expect({ code: mended.code, changed: mended.outputs.changed }).toEqual({ code: 0, changed: 'true' });
    expect(only('weekly').body).toBe(body);
  });

  test('the App leaves the issue alone', async () => {
    await running.quiet();
    expect(only('weekly').comments).toEqual([]);
  });

  test('the next week is a new issue; the last one is closed and both are linked', async () => {
    const { number } = only('weekly');
    const next = await run('weekly', { period: '2026-W11' });
    expect(next.code).toBe(0);
    const [before, after] = issuesOf('weekly');
    expect(before).toMatchObject({ number, state: 'closed', reason: 'completed' });
    expect(before?.body).toContain(`Report after: #${after?.number} (2026-W11)`);
    expect(after).toMatchObject({ title: 'Incident metrics 2026-W11 (9–15 March)', state: 'open' });
    expect(after?.body).toContain(`Report before: #${number} (2026-W10)`);
  });
});

test('people are told once', async () => {
  await run('told', { notify: 'ada, acme/oncall' });
  expect(only('told').body).toContain('\nFor @ada, @acme/oncall\n');
  await run('told', { notify: 'ada, acme/oncall, bob', 'when-unchanged': 'report' });
  expect(only('told').body.match(/@\w/g)).toHaveLength(2);
});

test('a title of one’s own', async () => {
  await run('titled', { title: '{repository}: week {period}, {days}' });
  expect(only('titled').title).toBe('acme/ops: week 2026-W10, 2–8 March');
});

test('issue: false writes nothing on GitHub, and gives the rest', async () => {
  const ran = await run(
    'none',
    { issue: 'false', format: 'csv' },
    { token: token({ issues: 'read', contents: 'read' }) },
  );
  expect({ code: ran.code, writes: ran.writes }).toEqual({ code: 0, writes: 0 });
  expect(ran.summary).toMatch(/^# Incident metrics 2026-W10/);
  expect(readFileSync(ran.outputs.csv ?? '', 'utf8')).toContain('Checkout is down');
  expect(ran.outputs.json).toBeUndefined();
  expect(ran.outputs['issue-number']).toBeUndefined();
});

test('incidents of another repository: the issue stays in the workflow’s own', async () => {
  const ran = await run('elsewhere', { repositories: 'acme/web' });
  expect(ran.code).toBe(0);
  expect(ran.outputs['incidents-by-severity']).toBe('0');
  expect(only('elsewhere').title).toBe('Incident metrics 2026-W10 (2–8 March)');
  expect((await run('elsewhere', { repositories: 'acme/web' })).requests).toBe(1);
});

describe('bad words', () => {
  test.each([
    ['period', '2026-W60', /2026 has no week 60/],
    ['period', 'yesterday', /last-week/],
    ['mode', 'stale', /^mode: stale/],
    ['format', 'pdf', /^format: pdf/],
    ['title', '{week}', /^title: .*\{week\}/],
    ['handbook', 'no-such', /no-such/],
    ['zone', 'Mars/Olympus', /Mars\/Olympus/],
    ['since', 'tomorrow', /tomorrow/],
    ['repositories', 'a/b/c', /^repositories: a\/b\/c/],
    ['notify', '<b>', /^notify/],
    ['label', 'Incident', /^label: Incident is a label of incidents/],
    ['label', 'status: new', /^label: status: new is a label of incidents/],
  ] as const)('%s: %s fails with what to write, and nothing is written', async (name, value, why) => {
    const ran = await run('bad', { [name]: value });
    expect(ran.code).toBe(1);
    expect(ran.annotations.error).toEqual([expect.stringMatching(why)]);
    expect(ran.annotations.error[0]).not.toMatch(/\bat \w+ \(|Error:/);
    expect({ writes: ran.writes, summary: ran.summary, outputs: ran.outputs }).toEqual({
      writes: 0,
      summary: '',
      outputs: {},
    });
    expect(issuesOf('bad')).toEqual([]);
  });
});

describe('rights', () => {
  test('a token that may not write issues: the permission is named, summary and files are there', async () => {
    const ran = await run('readonly', {}, { token: token({ issues: 'read', contents: 'read' }) });
    expect(ran.code).toBe(1);
    expect(ran.annotations.error).toEqual([expect.stringMatching(/issues: write/)]);
    expect(ran.summary).toMatch(/^# Incident metrics 2026-W10/);
    expect(readFileSync(ran.outputs.csv ?? '', 'utf8')).toContain('Checkout is down');
    expect(issuesOf('readonly')).toEqual([]);
  });

  test('a repository that the token does not show is named with what to do; the others are counted', async () => {
    const ran = await run('some', { repositories: 'acme/ops, acme/secret' });
    expect(ran.code).toBe(0);
    expect(ran.annotations.warning.join('\n')).toMatch(/acme\/secret/);
    expect(ran.annotations.warning.join('\n')).toMatch(/token/);
    expect(ran.outputs['incidents-by-severity']).toBe('2');
    expect(only('some').body).toMatch(/acme\/secret/);
  });

  test('an organisation asked for with the token of the run: it says which token to make', async () => {
    const ran = await run('organisation', { repositories: 'acme' });
    expect([...ran.annotations.warning, ...ran.annotations.error].join('\n')).toMatch(/token/);
    expect(ran.log).toMatch(/GitHub App|fine-grained/);
  });

  test('an organisation with a token that sees it', async () => {
    const ran = await run('whole', { repositories: 'acme' }, { token: running.sandbox.token('ada') });
    expect(ran.code).toBe(0);
    expect(ran.outputs['incidents-by-severity']).toBe('2');
  });

  test('a token that is none fails without showing it', async () => {
    const ran = await run('wrong', {}, { token: 'ghp_notatoken' });
    expect(ran.code).toBe(1);
    expect(ran.annotations.error).toEqual([expect.stringMatching(/^token: GitHub does not take it/)]);
    expect(ran.log.replaceAll('::add-mask::ghp_notatoken', '')).not.toContain('ghp_notatoken');
    expect(issuesOf('wrong')).toEqual([]);
  });

  test('token and key are masked before anything is done', async () => {
    const ran = await run('masked', { mode: 'stale' });
    expect(ran.log.split(/\r?\n/).slice(0, 2)).toEqual([
      expect.stringMatching(/^::add-mask::ghs_/),
      `::add-mask::${secret}`,
    ]);
  });
});

describe('when GitHub fails', () => {
  test('a limit on writes is waited out', async () => {
    running.sandbox.faults.order('403 secondary 3s', running.world);
    const own = token();
    const runs = run('limited', {}, { token: own });
    // GitHub's time goes on once it has refused a write, however long that took to come.
    const wrote = () =>
      Object.keys(running.sandbox.requestsWith(own).byRoute).some((route) => !/^GET |query$/.test(route));
    while (!wrote()) await sleep(20);
    running.at('2026-03-16T06:17:03Z');
    const ran = await runs;
    running.at('2026-03-16T06:17:00Z');
    expect(ran.code).toBe(0);
    expect(ran.log).toMatch(/asks to wait/);
    only('limited');
  });

  test('an answer that is lost makes no second issue', async () => {
    running.world.as('ada').createLabel(repo, { name: 'lossy' });
    running.sandbox.faults.order('502 after 1', running.world);
    const ran = await run('lossy');
    expect(ran.code).toBe(0);
    only('lossy');
  });

  test('answers that are cut make the same report', async () => {
    await run('whole-answers');
    running.sandbox.faults.order('partial 2', running.world);
    const ran = await run('cut-answers');
    expect(ran.code).toBe(0);
    const reportOf = (label: string) => only(label).body.split('<!-- sitrep:metrics-links')[0];
    expect(reportOf('cut-answers')).toBe(reportOf('whole-answers'));
  });

  // The last one: the App ends before, whose alarms would ring with the clock half a year on, and which would wait the limit out.
  test('points that do not last: it says until when and what to do, and keeps no short report', async () => {
    await running.app.stop();
    // Points last until the full hour: GitHub's is not over while this runs.
    running.at(new Date(Date.now() + 3_600_000).toISOString());
    running.sandbox.faults.order('leaves 0 points', running.world);
    const ran = await run('exhausted', { wait: '0' });
    running.at('2026-03-16T06:17:00Z');
    expect(ran.code).toBe(1);
    expect(ran.annotations.error).toEqual([expect.stringMatching(/rate limit .*is used up until .*Run it again then/)]);
    expect({ writes: ran.writes, summary: ran.summary, outputs: ran.outputs }).toEqual({
      writes: 0,
      summary: '',
      outputs: {},
    });
    expect(issuesOf('exhausted')).toEqual([]);
  });
});
