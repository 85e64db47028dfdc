// `sitrep init --actions`: the workflow that needs no server, and which events begin a run of it.
import { parse } from 'yaml';
import {
  respondCron,
  respondPaths,
  respondWorkflow,
  scheduleWorkflow,
  worthARun,
} from '../../src/setup/respond-workflow.ts';
import { filesIn, folderOf, sitrepIn } from './folder.ts';
import { type Context, evaluate, filledIn, isTrue } from './workflow-expression.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
const source = { repository: 'acme/sitrep', ref: sha };
const text = respondWorkflow(source, 'incident');
const workflow = parse(text, { version: '1.2' });
const { respond } = workflow.jobs;
const timed = parse(scheduleWorkflow(source, false), { version: '1.2' });

/** As GitHub fills it in. */
function context(name: string, event: Context, inputs: Context = {}): Context {
  return { github: { event_name: name, event, repository: 'acme/ops', run_id: 77 }, inputs, secrets: {} };
}

const person = { login: 'bob', type: 'User' };
const ours = { login: 'sitrep[bot]', type: 'Bot' };
const incident = { number: 12, body: 'It is down', labels: [{ name: 'sev-1' }, { name: 'Incident' }] };
const other = { number: 13, body: 'A typo', labels: [{ name: 'bug' }] };
const said = (body: string, issue: object = other, sender: object = person) => ({ sender, issue, comment: { body } });
const pull = (ref: string, from: string) => ({
  sender: person,
  pull_request: { number: 5, head: { ref, repo: { full_name: from } } },
});

test.each([
  ['an incident is filed', 'issues', { action: 'opened', sender: person, issue: incident }, '12'],
  ['by a bot', 'issues', { action: 'opened', sender: { type: 'Bot' }, issue: incident }, '12'],
  ['another issue', 'issues', { action: 'opened', sender: person, issue: other }, null],
  [
    'it gets the label',
    'issues',
    { sender: person, issue: { ...other, labels: [] }, label: { name: 'incident' } },
    '13',
  ],
  ['another label', 'issues', { action: 'labeled', sender: person, issue: other, label: { name: 'bug' } }, null],
  [
    'an action item is closed',
    'issues',
    { sender: person, issue: { ...other, body: 'x\n\n<!-- sitrep-opened:a I #1 -->' } },
    '13',
  ],
  ['talk on an incident', 'issue_comment', said('Restarted it', incident), '12'],
  ['a command elsewhere', 'issue_comment', said('/incident'), '13'],
  ['a command below', 'issue_comment', said('Look:\r\n/incident\r\n'), '13'],
  ['a path in a sentence', 'issue_comment', said('See src/app.ts and https://example.com/x'), null],
  ['talk elsewhere', 'issue_comment', said('Thanks'), null],
  ['a box of ours is ticked', 'issue_comment', said('- [x] a\n\n<!-- sitrep:checklist -->', incident), '12'],
  ['what we wrote ourselves', 'issue_comment', said('- [ ] a\n\n<!-- sitrep:checklist -->', incident, ours), null],
  ['an alert of another bot', 'issue_comment', said('Still failing', incident, { type: 'Bot' }), '12'],
  ['the post-mortem is merged', 'pull_request', pull('post-mortem/12', 'acme/ops'), 'post-mortem/12'],
  ['one of a fork', 'pull_request', pull('post-mortem/12', 'mallory/ops'), null],
  [
    'of a fork that is gone',
    'pull_request',
    { sender: person, pull_request: { head: { ref: 'post-mortem/1', repo: null } } },
    null,
  ],
  ['another pull request', 'pull_request', pull('fix', 'acme/ops'), null],
  ['by hand', 'workflow_dispatch', { sender: person }, 'all'],
] as const)('%s: %s begins a run of its own incident, or none', (_what, name, event, group) => {
  const given = context(name, event);
  expect(isTrue(evaluate(respond.if, given))).toBe(group !== null);
  // A run that is skipped never takes the place of one that waits.
  expect(filledIn(respond.concurrency.group, given)).toBe(group === null ? 'sitrep-skipped-77' : `sitrep-${group}`);
});

test('by hand for one issue it waits behind that one', () => {
  const given = context('workflow_dispatch', { sender: person }, { issue: '12' });
  expect(filledIn(respond.concurrency.group, given)).toBe('sitrep-12');
});

test('a label with a quote in it stays a text', () => {
  const given = context('issues', { sender: person, issue: { ...other, labels: [{ name: "it's down" }] } });
  expect(isTrue(evaluate(worthARun("it's down"), given))).toBe(true);
  expect(isTrue(evaluate(worthARun("x') || true || ('"), context('issues', { issue: other, sender: person })))).toBe(
    false,
  );
});

test('a label that GitHub would compute is refused with its place, and no workflow is written with it', async () => {
  const folder = folderOf({ '.github/sitrep.yml': `label:\n  name: "a\${{ github.token }}"\n` });
  const { code, err } = await sitrepIn(folder, ['init', '--actions', '--source', `acme/sitrep@${sha}`]);
  expect([code, err]).toEqual([1, expect.stringMatching(/sitrep\.yml:2:9: .*holds `\$\{\{`/)]);
  expect(Object.keys(filesIn(folder))).toEqual(['.github/sitrep.yml']);
});

test('it runs our Action at one commit and nothing else: no checkout, no command, no text of people', () => {
  expect(respond.steps).toEqual([
    {
      uses: `acme/sitrep/action@${sha}`,
      with: { mode: 'respond', 'ledger-key': `\${{ secrets.SITREP_LEDGER_KEY }}` },
    },
  ]);
  expect(text).not.toMatch(/\brun:|checkout|pull_request_target/);
  const used = [...text.matchAll(/\$\{\{(.*?)\}\}/g)].map(([, words]) => words ?? '');
  expect(used.map((words) => words.trim().split(/[ (.]/)[0]).filter(Boolean)).not.toContain('steps');
});

test('least rights, nothing for the rest of the file; a running run is never cancelled', () => {
  expect(workflow.permissions).toEqual({});
  expect(respond.permissions).toEqual({ issues: 'write', contents: 'write', 'pull-requests': 'write' });
  expect(timed.permissions).toEqual({});
  expect(timed.jobs.respond.permissions).toEqual({ ...respond.permissions, actions: 'read' });
  expect(timed.jobs.respond.concurrency).toEqual({ group: 'sitrep-all', 'cancel-in-progress': false });
  expect(timed.jobs.respond.steps).toEqual(respond.steps);
  expect(respond.concurrency['cancel-in-progress']).toBe(false);
});

test('the schedule keeps off the full hour, and is cheaper where runs are paid for', () => {
  for (const cron of Object.values(respondCron)) expect(cron).toMatch(/^[1-9][\d,]* \* \* \* \*$/);
  expect(timed.on.schedule).toEqual([{ cron: respondCron.public }]);
  expect(workflow.on).not.toHaveProperty('schedule');
  const secret = parse(scheduleWorkflow(source, true));
  expect(secret.on.schedule).toEqual([{ cron: respondCron.private }]);
});

test('init --actions writes it, with the label of the handbook, and says what GitHub must be told', async () => {
  const folder = folderOf({ '.github/sitrep.yml': 'handbook: workflow-guide\nlabel: { name: outage }\n' });
  const { code, out } = await sitrepIn(folder, ['init', '--actions', '--source', `acme/sitrep@${sha}`]);
  expect(code).toBe(0);
  expect(filesIn(folder)[respondPaths.events]).toBe(respondWorkflow(source, 'outage'));
  expect(filesIn(folder)[respondPaths.schedule]).toBe(scheduleWorkflow(source, false));
  expect(filesIn(folder)['.github/sitrep.yml']).toContain('name: outage');
  for (const step of ['SITREP_LEDGER_KEY', '/settings/secrets/actions/new', 'create and approve pull requests'])
    expect(out).toContain(step);
  expect(out).not.toContain('npm start');
  // The first run must have the key.
  expect(out.indexOf('SITREP_LEDGER_KEY')).toBeLessThan(out.indexOf('git push'));
});

test.each([
  [['--source', 'acme/sitrep@main'], /main may be another program tomorrow.*name a commit/],
  [['--source', 'acme/sitrep@9a967fb'], /9a967fb is a part of a commit's name.*write all 40 digits/],
  [[], /--actions needs a commit of Sitrep/],
])('init --actions %j: nothing is written', async (more, why) => {
  const folder = folderOf();
  expect(await sitrepIn(folder, ['init', '--actions', ...more])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(why),
  });
  expect(filesIn(folder)).toEqual({});
});

test('what decides whether a run begins names only events that begin one here, and the file says why it stands twice', () => {
  const named = [...respond.if.matchAll(/event_name == '(\w+)'/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(Object.keys(workflow.on)).toContain(name);
  expect(text).toMatch(/^ +# Which events are about an incident\. .*\n +if: /m);
  expect(text).toMatch(/^ +# The same condition once more: .*\n +group: /m);
  expect(text.split('\n').filter((line) => line.length > 160 && line.trim().startsWith('#'))).toEqual([]);
});

test('the metrics issue is made with the key that the cards are proved with', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init', '--actions', '--source', `acme/sitrep@${sha}`]);
  const metrics = parse(filesIn(folder)['.github/workflows/incident-metrics.yml'] ?? '', { version: '1.2' });
  const key = respond.steps[0].with['ledger-key'];
  expect(key).toBe(`\${{ secrets.SITREP_LEDGER_KEY }}`);
  expect(metrics.jobs.metrics.steps[0].with['ledger-key']).toBe(key);
});

test('the release of each pinned Action of GitHub stands behind its commit, where Dependabot keeps it', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init', '--actions', '--source', `acme/sitrep@${sha}`]);
  const texts = Object.entries(filesIn(folder)).flatMap(([path, words]) => (path.includes('workflows') ? [words] : []));
  const pins = texts.flatMap((words) => [...words.matchAll(/uses: (actions\/\S+)(.*)/g)]);
  expect(pins.length).toBe(3);
  for (const [, , behind] of pins) expect(behind).toMatch(/^ # v\d+\.\d+\.\d+$/);
});

const metricsPath = '.github/workflows/incident-metrics.yml';

test('said again without --actions where the workflows are: no second Sitrep, and they stay at a commit', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init', '--actions', '--source', `acme/sitrep@${sha}`]);
  const before = filesIn(folder);
  const branch = await sitrepIn(folder, ['init', '--force', '--source', 'acme/sitrep@main']);
  expect(branch).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/main may be another program tomorrow/),
  });
  expect(filesIn(folder)).toEqual(before);
  const newer = 'f'.repeat(40);
  const again = await sitrepIn(folder, ['init', '--force', '--source', `acme/sitrep@${newer}`]);
  expect(again.code).toBe(0);
  expect(again.out).not.toMatch(/npm start|Install the App/);
  expect(again.out).toContain('create and approve pull requests');
  for (const path of [...Object.values(respondPaths), metricsPath]) {
    expect(filesIn(folder)[path]).toContain(`acme/sitrep/action@${newer}`);
    expect(filesIn(folder)[path]).not.toContain(sha);
  }
});

test('without a place of Sitrep the workflows that are there are left as they are, and next steps are theirs', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init', '--actions', '--source', `acme/sitrep@${sha}`]);
  const before = filesIn(folder);
  const { code, out } = await sitrepIn(folder, ['init', '--force']);
  expect([code, /npm start|Install the App/.test(out)]).toEqual([0, false]);
  const workflows = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).filter(([path]) => path.startsWith('.github/workflows/'));
  expect(workflows(filesIn(folder)).map(([path]) => path)).toEqual(workflows(before).map(([path]) => path));
});

test('a workflow that is pinned to a commit is not moved to a branch', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init', '--source', `acme/sitrep@${sha}`]);
  const before = filesIn(folder);
  const { code, out, err } = await sitrepIn(folder, ['init', '--force', '--source', 'acme/sitrep@main']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(
    /sitrep-check\.yml, .*incident-metrics\.yml.* at one commit.* main may be another program tomorrow/,
  );
  expect(filesIn(folder)).toEqual(before);
  const left = await sitrepIn(folder, ['init', '--source', 'acme/sitrep@main']);
  expect([left.code, filesIn(folder)[metricsPath]]).toEqual([0, before[metricsPath]]);
});

test('every Action of another that a workflow of ours uses is pinned to a commit', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init', '--actions', '--source', `acme/sitrep@${sha}`]);
  const workflows = Object.entries(filesIn(folder)).filter(([path]) => path.startsWith('.github/workflows/'));
  const used = workflows.flatMap(([, words]) => [...words.matchAll(/uses: (\S+)/g)].map(([, name]) => name));
  expect(used.length).toBeGreaterThan(5);
  for (const name of used) expect(name).toMatch(/^[\w/.-]+@[\da-f]{40}$/);
});

test('without --actions there is no such workflow', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init', '--source', `acme/sitrep@${sha}`]);
  for (const path of Object.values(respondPaths)) expect(Object.keys(filesIn(folder))).not.toContain(path);
});

test('a fresh config says that there is no server, and is sound', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init', '--actions', '--source', `acme/sitrep@${sha}`]);
  expect(parse(filesIn(folder)['.github/sitrep.yml'] ?? '')).toMatchObject({ 'runs-on': 'actions' });
  const { code, out } = await sitrepIn(folder, ['check']);
  expect([code, out]).toEqual([0, expect.stringMatching(/Warning: Without a server nobody watches these in time/)]);
});
