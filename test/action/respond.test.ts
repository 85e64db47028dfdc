// `mode: respond` end to end, as GitHub runs it: the bundle alone in a process of its own for each event, against the sandbox over HTTP.
// No App runs anywhere.

import { commentsOf } from '../../sandbox/server/look-around.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';
import { World } from '../../sandbox/world.ts';
import { start } from '../../src/start.ts';
import { repo, report } from '../app/running.ts';
import { type Ran, runStep, type Step, unpacked } from './runner.ts';

const granted = { issues: 'write', contents: 'write', pull_requests: 'write' } as const;
const key = 'a long secret of the repository';

interface Happened {
  readonly name: string;
  readonly action: string;
  readonly payload: Record<string, unknown>;
}

let main: string;
let world: World;
let sandbox: Sandbox;
let events: Happened[];

/** What happened `minutes` ago, or happens now. */
function ago(minutes: number): void {
  const time = new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+/, '');
  sandbox.clock.set(time);
  world.now = sandbox.clock.now;
}

async function run(
  event: Step['event'] & object,
  given: Readonly<Record<string, string>> = {},
  step: Partial<Step> = {},
): Promise<Ran> {
  const token = sandbox.workflowToken('acme/ops', granted);
  return runStep(main, sandbox, { token, event, ...step, with: { mode: 'respond', 'ledger-key': key, ...given } });
}

/** The run of the newest event. */
async function runOfTheLast(given: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const last = events.at(-1)!;
  return run({ name: last.name, payload: last.payload }, given);
}

const scheduled = { name: 'schedule', payload: { schedule: '7,22,37,52 * * * *' } };

function issue(number: number) {
  const found = world.dump(repo).issues.find((one) => one.number === number);
  if (!found) throw new Error(`There is no #${number}`);
  return found;
}

const bodies = (number: number) => issue(number).comments.map(({ body }) => body);
const card = (number: number) => bodies(number)[0] ?? '';

beforeAll(async () => {
  main = await unpacked();
});

beforeEach(async () => {
  world = new World({ now: new Date(Date.now() - 3 * 3_600_000).toISOString().replace(/\.\d+/, '') });
  world.createRepository('acme', 'ops');
  world.setPermission(repo, 'ada', 'maintain');
  world.setPermission(repo, 'bob', 'write');
  events = [];
  world.subscribe((event) => events.push(event));
  sandbox = await startSandbox({ world, webhookSecret: 'of nobody', clock: 'world', webhookPatience: 120_000 });
});

afterEach(async () => {
  expect(sandbox.requests.invalid).toEqual([]);
  await sandbox.close();
});

/** An incident that was declared so many minutes ago and has its card. */
async function declared(minutes: number, as = 'ada'): Promise<Ran> {
  ago(minutes);
  world.as(as).openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  return run({ name: 'issues', payload: events.find(({ action }) => action === 'opened')!.payload });
}

test('an issue is opened: the run writes its card and labels, says so, and ends well', async () => {
  const ran = await declared(0);
  expect({ code: ran.code, errors: ran.annotations.error }).toEqual({ code: 0, errors: [] });
  expect(card(1)).toMatch(/Checkout is down/);
  expect(card(1)).toMatch(/^> No server watches the clock here/m);
  expect(card(1)).not.toMatch(/another workflow/);
  expect(issue(1).labels).toContain('sev-1');
  expect(issue(1).comments[0]).toMatchObject({ author: 'github-actions[bot]' });
  expect(ran.summary).toMatch(/acme\/ops#1: did .*write-card/);
  expect(ran.log).not.toContain('Nobody can pay');
});

test('the same event again costs a look and writes nothing', async () => {
  await declared(0);
  const again = await run({ name: 'issues', payload: events.find(({ action }) => action === 'opened')!.payload });
  expect({ code: again.code, writes: again.writes }).toEqual({ code: 0, writes: 0 });
  expect(again.summary).toMatch(/acme\/ops#1: nothing was missing/);
});

test('/ack is heard: who said it has it on the card and a thumb', async () => {
  await declared(10);
  ago(5);
  world.as('bob').comment(repo, 1, '/ack');
  const ran = await runOfTheLast();
  expect(ran.code).toBe(0);
  expect(card(1)).toMatch(/acknowledged/i);
  const said = commentsOf(world.state, 1).find(({ author }) => author === 'bob');
  expect(said?.reactions).toEqual([{ emoji: '👍', by: 'github-actions[bot]' }]);
});

test('a /word of somebody without a right is answered, and changes nothing', async () => {
  await declared(10);
  world.as('mallory').comment(repo, 1, '/resolved');
  const ran = await runOfTheLast();
  expect(ran.code).toBe(0);
  expect(issue(1)).toMatchObject({ state: 'open' });
  expect(issue(1).labels).not.toContain('status: resolved');
});

test('what fell due while nobody ran is done by the next scheduled run, as if it had been in time', async () => {
  world.as('ada').push(repo, { '.github/sitrep.yml': 'handbook: ims\nreplace: [checklist]\nchecklist: {}\n' });
  const hours = 60;
  ago(30 * hours);
  world.as('ada').openIssue(repo, {
    ...{ title: 'Disk is full', body: report.replace('Sev-1', 'Sev-3'), labels: ['incident'] },
  });
  // Half an hour it stays `monitoring`, then a day `resolved`: both are over in ten minutes.
  const began = Date.now();
  ago(24 * hours + 30 - 10);
  world.as('bob').comment(repo, 1, '/mitigated');
  world.as('bob').comment(repo, 1, '/resolved');
  ago(23 * hours);
  world.as('bob').comment(repo, 1, '/close because all is told');
  expect((await runOfTheLast()).code).toBe(0);
  expect(issue(1)).toMatchObject({ state: 'open' });
  const ahead = 11;
  ago(-ahead);
  const ran = await run(scheduled, {}, { ahead });
  const took = Math.ceil((Date.now() - began) / 60_000);
  expect({ code: ran.code, errors: ran.annotations.error }).toEqual({ code: 0, errors: [] });
  expect(issue(1)).toMatchObject({ state: 'closed' });
  const [, late] = /did .*close.* \(due by itself (\d+) min ago\)/.exec(ran.summary) ?? [];
  expect(Number(late)).toBeGreaterThanOrEqual(1);
  expect(Number(late)).toBeLessThanOrEqual(1 + took);
  expect(await run(scheduled, {}, { ahead })).toMatchObject({ code: 0, writes: 0 });
});

test('a scheduled run finds what no run has heard: a report, a comment, the worst level first', async () => {
  ago(60);
  world.as('ada').openIssue(repo, { title: 'Minor', body: report.replace('Sev-1', 'Sev-3'), labels: ['incident'] });
  world.as('ada').openIssue(repo, { title: 'Major', body: report, labels: ['incident'] });
  world.as('ada').openIssue(repo, { title: 'A typo', body: 'See the README' });
  ago(0);
  const ran = await run(scheduled);
  expect(ran.code).toBe(0);
  expect(card(1)).toMatch(/Minor/);
  expect(card(2)).toMatch(/Major/);
  expect(bodies(3)).toEqual([]);
  world.as('bob').comment(repo, 1, '/role commander');
  const next = await run({ name: 'workflow_dispatch', payload: { inputs: { issue: '' } } });
  expect(next.code).toBe(0);
  expect(card(1)).toMatch(/bob/);
});

test('without a key the card says whose it could be', async () => {
  ago(0);
  world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  const { payload } = events.find(({ action }) => action === 'opened')!;
  expect(await run({ name: 'issues', payload }, { 'ledger-key': '' })).toMatchObject({ code: 0 });
  expect(card(1)).toMatch(/It has no key either: another workflow of this repository could write this card/);
});

test('a scheduled run that comes hours late says so in its summary, as a warning and as a number', async () => {
  const file = 'sitrep-schedule.yml';
  ago(200);
  world.ranWorkflow(repo, file, 'schedule');
  ago(0);
  const id = world.ranWorkflow(repo, file, 'schedule');
  const ran = await run(scheduled, {}, { run: { id, file } });
  expect(ran.code).toBe(0);
  expect(ran.summary).toMatch(
    /should have come at .* UTC and came 3 h( \d+ min)? late; GitHub left out 1[123] runs before it/,
  );
  expect(Number(ran.outputs['late-minutes'])).toBeGreaterThanOrEqual(185);
  expect(ran.annotations.warning.join()).toMatch(/late/);
});

test('a schedule that GitHub will turn off is told in one issue, and again after the next push only', async () => {
  const days = 24 * 60;
  ago(50 * days);
  world.as('ada').push(repo, { 'README.md': 'Operations' });
  ago(0);
  const ran = await run(scheduled);
  expect({ code: ran.code, warned: ran.annotations.warning.join() }).toEqual({
    ...{ code: 0, warned: expect.stringMatching(/turns this schedule off on .* Push any commit/) },
  });
  expect(world.dump(repo).issues.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Sitrep's schedule is turned/),
  ]);
  world.as('ada').close(repo, 1, 'completed');
  await run(scheduled);
  expect(world.dump(repo).issues).toHaveLength(1);
  world.as('ada').push(repo, { 'README.md': 'Operations, again' });
  expect((await run(scheduled)).annotations.warning).toEqual([]);
});

test('an App on a server was here first: the Action says so once and does nothing; /adopt takes it over', async () => {
  world.as('ada').push(repo, { '.github/sitrep.yml': 'handbook: workflow-guide\n' });
  // Nothing falls due while this test lasts: reminders come on quarter hours since the declaration.
  ago(20);
  const app = await start(settingsFor(sandbox, 'of nobody'), { gatherMilliseconds: 5, pace: null });
  sandbox.pointTo(app.url);
  world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  await sandbox.deliveries.idle();
  await app.idle();
  const before = bodies(1).length;
  expect(issue(1).comments[0]).toMatchObject({ author: 'sitrep[bot]' });
  world.as('bob').comment(repo, 1, '/role commander');
  expect(await runOfTheLast()).toMatchObject({ code: 0 });
  await sandbox.deliveries.idle();
  await app.idle();
  const own = () => issue(1).comments.filter(({ author }) => author === 'github-actions[bot]');
  expect(own().map(({ body }) => body)).toEqual([expect.stringMatching(/sitrep.*`\/adopt`/s)]);
  expect(await run(scheduled)).toMatchObject({ code: 0, writes: 0 });
  expect(bodies(1).length).toBeGreaterThan(before);
  sandbox.pointTo(undefined);
  await app.stop();
  world.as('ada').comment(repo, 1, '/adopt');
  expect(await runOfTheLast()).toMatchObject({ code: 0 });
  expect(own().some(({ body }) => /handbook `workflow-guide`/.test(body) && /bob/.test(body))).toBe(true);
  expect(await run(scheduled)).toMatchObject({ code: 0, writes: 0 });
});

test('by hand for one issue', async () => {
  ago(60);
  for (const title of ['One', 'Two']) world.as('ada').openIssue(repo, { title, body: report, labels: ['incident'] });
  const ran = await run({ name: 'workflow_dispatch', payload: { inputs: { issue: '#2' } } });
  expect([ran.code, bodies(1).length, bodies(2).length > 0]).toEqual([0, 0, true]);
});

test('a pull request of a fork: nothing is asked, nothing is read, nothing is written', async () => {
  await declared(10);
  world.as('mallory').openPull(repo, {
    ...{ title: 'Mine', head: 'post-mortem/1', files: { 'post-mortems/1.md': 'Mine' }, fork: true },
  });
  const { payload } = events.findLast(({ name }) => name === 'pull_request')!;
  const ran = await run({ name: 'pull_request', payload }, { token: sandbox.workflowToken('acme/ops', {}) });
  expect(ran).toMatchObject({ code: 0, requests: 0, writes: 0 });
  expect(ran.log).toMatch(/comes from a fork/);
});

test.each([
  ['an event it does not know', { name: 'push', payload: {} }, {}, /the event push/],
  ['no JSON in the event file', { name: 'issues', payload: '', text: '{"issue":' }, {}, /cannot be read/],
  ['a list in it', { name: 'issue_comment', payload: [] }, {}, /cannot be read/],
  ['no issue in it', { name: 'issues', payload: { issue: null } }, {}, /cannot be read/],
  ['a mode that is none', scheduled, { mode: 'answer' }, /mode: answer is none\. Write metrics or respond/],
  ['no token', scheduled, { token: '' }, /token: it is empty/],
  ['no number', { name: 'workflow_dispatch', payload: { inputs: { issue: 'all' } } }, {}, /issue: all is no number/],
  ['a token of another place', scheduled, { token: 'ghs_strange' }, /GitHub does not take it/],
  ['no number of minutes', scheduled, { wait: 'long' }, /wait: long is no number/],
] as const)('%s: the run fails with one sentence, and nothing is written', async (_what, event, given, why) => {
  const ran = await run(event, given);
  expect(ran).toMatchObject({ code: 1, writes: 0, annotations: { error: [expect.stringMatching(why)] } });
});

test('for ordinary talk nothing is asked of GitHub', async () => {
  world.as('ada').openIssue(repo, { title: 'A typo', body: 'See the README' });
  world.as('bob').comment(repo, 1, 'Thanks');
  expect(await runOfTheLast()).toMatchObject({ code: 0, requests: 0 });
});

test('a token that may not write fails the run within a minute, with what to add', async () => {
  world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  const token = sandbox.workflowToken('acme/ops', { issues: 'read', contents: 'read', pull_requests: 'read' });
  const { payload } = events.find(({ action }) => action === 'opened')!;
  const began = Date.now();
  const ran = await run({ name: 'issues', payload }, { token });
  expect(ran.code).toBe(1);
  expect(ran.annotations.error.join()).toMatch(/permissions:/);
  expect(Date.now() - began).toBeLessThan(60_000);
});

test('GitHub fails for a moment: the same run goes on until all is said once', async () => {
  world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  sandbox.faults.order({ kind: '502 after', count: 1 }, world);
  const { payload } = events.find(({ action }) => action === 'opened')!;
  const ran = await run({ name: 'issues', payload });
  expect({ code: ran.code, errors: ran.annotations.error }).toEqual({ code: 0, errors: [] });
  expect(bodies(1).filter((body) => /Checkout is down/.test(body))).toHaveLength(1);
});

test('two runs at the same time on one issue end with one card, and each word answered once', async () => {
  await declared(10);
  ago(0);
  world.as('bob').comment(repo, 1, '/severity sev-9');
  const { payload } = events.at(-1)!;
  await Promise.all([run({ name: 'issue_comment', payload }), run(scheduled)]);
  const last = await run(scheduled);
  expect(last.code).toBe(0);
  const own = issue(1).comments.filter(({ author }) => author === 'github-actions[bot]');
  expect(new Set(own.map(({ body }) => body)).size).toBe(own.length);
});
