// `sitrep doctor` over real HTTP: a repository that is well, and each thing that can be wrong with it.
import { globSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { settingsForPerson } from '../../sandbox/settings-for.ts';
import { usualSettings } from '../../sandbox/world/settings.ts';
import type { World } from '../../sandbox/world.ts';
import { repo, smallWorld } from '../app/running.ts';
import { root } from '../app/spawned.ts';
import { filesIn, folderOf, sitrepIn } from './folder.ts';

let world: World;
let sandbox: Sandbox;
let hook: Server;
let answer = 202;
let well: Readonly<Record<string, string>>;

beforeAll(async () => {
  hook = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(answer).end());
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  world = smallWorld();
  world.setPermission(repo, 'ada', 'admin');
  world.setPermission(repo, 'rea', 'read');
  sandbox = await startSandbox({ world, webhookSecret: 'x', webhookUrl, clock: 'world' });
  const folder = folderOf();
  await sitrepIn(folder, ['init']);
  well = filesIn(folder);
  expect(await say('bob', 'labels', 'acme/ops')).toMatchObject({ code: 0 });
});

afterAll(async () => {
  await sandbox.close();
  hook.close();
});

const repository = () => world.repository('acme', 'ops')!;
const push = (files: Readonly<Record<string, string | null>>) => void world.as('bob').push(repo, { ...files });

beforeEach(() => {
  Object.assign(repository(), { archived: false, private: false, settings: usualSettings() });
  const now = Object.keys(world.dump().files);
  push({ ...Object.fromEntries(now.map((path) => [path, null])), 'README.md': '# ops\n', ...well });
});

/** @param app whether the App's key is given */
function say(login: string, command: string, name: string, app = false, more: Readonly<Record<string, string>> = {}) {
  return sitrepIn('/', [command, name], {
    ...settingsForPerson(sandbox, login),
    ...(app ? { APP_ID: String(sandbox.appId), PRIVATE_KEY: sandbox.privateKey } : {}),
    ...more,
  });
}

const examine = (login = 'ada', app = false, more: Readonly<Record<string, string>> = {}) =>
  say(login, 'doctor', 'acme/ops', app, more);
const findings = (out: string) => out.split('\n').filter((line) => line.startsWith('- '));

/** What a repository is told that has told of nobody yet. */
const nobodyCalled =
  '- Warning: The ladder calls nobody at sev-1: nobody is told for any of its levels (on-call, technical-lead, service-owner, management), and without a paging wire nothing would ring. Tell who is on call in `.github/sitrep/oncall.yml`, or whom to call under `escalation: {levels: {on-call: {calls: [...]}}}`; where nobody is to be called, write `escalation: null`.';

/** The one finding that there is beside that nobody is called. */
async function only(login = 'ada', app = false, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, out } = await examine(login, app, more);
  const [warning, ...found] = findings(out);
  expect([code, warning, found.length, out]).toEqual([1, nobodyCalled, 1, out]);
  return found[0] ?? '';
}

test('what init and labels set up is well, and the App as well', async () => {
  const { code, out, err } = await examine('ada', true);
  expect({ code, err, out }).toEqual({
    code: 0,
    err: '',
    out: `${nobodyCalled}\nacme/ops (handbook workflow-guide): nothing to mend; 12 requests.`,
  });
  expect(sandbox.requests.invalid).toEqual([]);
});

test('our own repository is well', async () => {
  const own = globSync('.github/**/*.{yml,md}', { cwd: root }).map((path) => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]);
  push({ ...Object.fromEntries(Object.keys(well).map((path) => [path, null])), ...Object.fromEntries(own) });
  expect(await examine()).toMatchObject({ code: 0, out: expect.stringContaining('nothing to mend') });
});

test('looking changes nothing', async () => {
  const before = JSON.stringify(world.dump());
  await examine('ada', true);
  expect(JSON.stringify(world.dump())).toBe(before);
});

test("without the App's key it says what it did not look at, and that is no finding", async () => {
  const { code, out } = await examine();
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('Not looked at: the App, its permissions and its deliveries'),
  ]);
});

test('a repository that is not there, or not shown', async () => {
  expect(await say('ada', 'doctor', 'acme/nowhere')).toMatchObject({
    code: 1,
    out: expect.stringContaining('There is no repository acme/nowhere'),
  });
  repository().private = true;
  expect(await examine('stranger')).toMatchObject({
    code: 1,
    out: expect.stringContaining('There is no repository acme/ops'),
  });
});

test('an archived repository', async () => {
  repository().archived = true;
  expect(await examine()).toMatchObject({
    code: 1,
    out: expect.stringContaining('https://github.com/acme/ops/settings#danger-zone'),
  });
});

test('issues turned off', async () => {
  repository().settings.issues = false;
  expect(await only()).toBe(
    '- Issues are turned off: nobody can report an incident. Tick "Issues": https://github.com/acme/ops/settings#features',
  );
});

test('who may not write', async () => {
  expect(await only('rea')).toMatch(
    /^- rea has no write access: .* https:\/\/github\.com\/acme\/ops\/settings\/access$/,
  );
});

const privateType = `types:
  incident: { name: Incident, description: Broken }
  security: { name: Security matter, description: Attacked, private: true }
headings: { type: [Type] }
`;

test('private reporting, where the handbook has matters for it and the repository is public', async () => {
  const folder = folderOf({ '.github/sitrep.yml': privateType });
  await sitrepIn(folder, ['init']);
  push(filesIn(folder));
  expect(await only()).toMatch(
    /^- Private vulnerability reporting is off: .* https:\/\/github\.com\/acme\/ops\/settings\/security_analysis$/,
  );
  const unseen = await examine('bob');
  expect([unseen.code, unseen.out]).toEqual([
    0,
    expect.stringContaining('Not looked at: whether private vulnerability reporting is on'),
  ]);
  repository().settings.privateReporting = true;
  expect(await examine()).toMatchObject({ code: 0 });
  push({ '.github/ISSUE_TEMPLATE/config.yml': null });
  expect(await only()).toMatch(
    /sitrep init; it writes .* https:\/\/github\.com\/acme\/ops\/security\/advisories\/new$/,
  );
  push({ '.github/ISSUE_TEMPLATE/config.yml': 'blank_issues_enabled: false\n' });
  expect(await only()).toContain('https://github.com/acme/ops/edit/main/.github/ISSUE_TEMPLATE/config.yml');
  repository().private = true;
  expect(await examine()).toMatchObject({ code: 0 });
});

test('Actions that may not open pull requests, where the token is theirs', async () => {
  expect(await only('ada', false, { GITHUB_ACTIONS: 'true' })).toMatch(
    /^- Actions may not open pull requests: .*\/settings\/actions$/,
  );
  repository().settings.actionsOpenPulls = true;
  expect(await examine('ada', false, { GITHUB_ACTIONS: 'true' })).toMatchObject({ code: 0 });
});

test('a ruleset that stops the branch of a post-mortem, once with all it asks', async () => {
  repository().settings.rules = [
    { pattern: 'post-mortem/*', ruleset: 7, source: 'Repository', type: 'creation' },
    { pattern: 'post-mortem/*', ruleset: 7, source: 'Repository', type: 'pull_request' },
    { pattern: 'main', ruleset: 8, source: 'Repository', type: 'creation' },
    { pattern: '**/*', ruleset: 9, source: 'Organization', type: 'non_fast_forward' },
  ];
  const line = await only();
  expect(line).toContain('it lets nobody create them, and wants a pull request for each push');
  expect(line).toMatch(/post-mortem\/\*\* .*: https:\/\/github\.com\/acme\/ops\/settings\/rules\/7$/);
});

test('classic protection whose pattern takes the branch in', async () => {
  const rule = {
    lockBranch: false,
    restrictsPushes: false,
    requiresApprovingReviews: false,
    requiresStatusChecks: false,
  };
  repository().settings.protections = [
    { ...rule, databaseId: 4, pattern: '**/*', requiresApprovingReviews: true, requiresStatusChecks: true },
    { ...rule, databaseId: 5, pattern: '*', lockBranch: true },
    { ...rule, databaseId: 6, pattern: 'post-mortem/*' },
  ];
  const line = await only();
  expect(line).toContain('it wants a pull request for each push, and wants checks that passed before the push.');
  expect(line).toMatch(/https:\/\/github\.com\/acme\/ops\/settings\/branch_protection_rules\/4$/);
  const unseen = await examine('bob');
  expect([unseen.code, unseen.out]).toEqual([0, expect.stringContaining('Not looked at: classic branch protection')]);
});

test('a ruleset of the organisation that wants other names', async () => {
  const rule = (pattern: string, negate: boolean) => ({
    ...{ pattern: '**/*', ruleset: 3, source: 'Organization' as const, type: 'branch_name_pattern' },
    parameters: { operator: 'starts_with', pattern, negate },
  });
  repository().settings.rules = [rule('feature/', false)];
  expect(await only()).toContain('https://github.com/organizations/acme/settings/rules/3');
  repository().settings.rules = [rule('feature/', true), rule('post-', false)];
  expect(await examine()).toMatchObject({ code: 0 });
});

test('labels that are missing or look other', async () => {
  const [one, other] = ['sev-1', 'status: new'].map(
    (name) => repository().labels.find((label) => label.name === name)!,
  );
  world.as('bob').deleteLabel(repo, 'sev-1');
  other!.color = '000000';
  const { out } = await examine();
  expect(findings(out)).toEqual([
    nobodyCalled,
    expect.stringMatching(/^- Labels are missing: sev-1\. .* Say: sitrep labels acme\/ops$/),
    expect.stringMatching(/^- Labels look other than in the handbook: status: new\. /),
  ]);
  expect(one).toBeDefined();
  await say('bob', 'labels', 'acme/ops');
  expect(await examine()).toMatchObject({ code: 0 });
});

const form = '.github/ISSUE_TEMPLATE/incident.yml';
const text = '.github/ISSUE_TEMPLATE/incident-plain.md';

test('no form; the plain text is enough', async () => {
  push({ [form]: null });
  expect(await examine()).toMatchObject({ code: 0 });
  push({ [text]: null });
  expect(await only()).toMatch(/^- There is no issue form .* sitrep init, commit and push$/);
});

test.each([
  [
    'a choice that is no severity',
    (yaml: string) => yaml.replace(/- Sev-4 Low$/m, '- Whatever'),
    'Severity offers Whatever, which the handbook does not know.',
  ],
  [
    'a severity that cannot be picked',
    (yaml: string) => yaml.replace(/^ +- Sev-4 Low\n/m, ''),
    'Severity does not offer sev-4.',
  ],
  ['an impact that is not read', (yaml: string) => yaml.replace('- High', '- Huge'), 'Impact offers Huge, which'],
  [
    'a heading that is not read',
    (yaml: string) => yaml.replace('label: Symptoms', 'label: What you see'),
    '(What you see)',
  ],
  [
    'no severity at all',
    (yaml: string) => yaml.replace('label: Severity', 'label: Mood'),
    'does not ask for Severity.',
  ],
])('a form out of step: %s', async (_what, change, told) => {
  push({ [form]: change(well[form] ?? '') });
  const { code, out } = await examine();
  expect(code).toBe(1);
  expect(out).toContain(told);
  expect(findings(out)[0]).toBe(nobodyCalled);
  expect(findings(out)[1]).toMatch(/rm \.github\/ISSUE_TEMPLATE\/incident\.yml && sitrep init; or edit it: https:/);
});

test('a form whose services or types are no longer the config’s', async () => {
  push({
    '.github/sitrep.yml': 'services: {payments: {}, search: {}}\n',
    [form]: (well[form] ?? '').replace(
      /- type: input\n {4}id: services\n {4}attributes:\n {6}label: Affected services\n {6}placeholder: .*\n/,
      '- type: dropdown\n    id: services\n    attributes:\n      label: Affected services\n      options: [payments, mail]\n',
    ),
  });
  const { out } = await examine();
  expect(findings(out)).toEqual([
    nobodyCalled,
    expect.stringContaining('Affected services offers mail, which the handbook does not know.'),
    expect.stringContaining('Affected services does not offer search.'),
  ]);
  push({
    '.github/sitrep.yml': privateType,
    '.github/ISSUE_TEMPLATE/config.yml': 'https://github.com/acme/ops/security/advisories/new',
    [form]: `${well[form]}  - type: dropdown\n    attributes:\n      label: Type\n      options: [Security matter]\n`,
  });
  repository().settings.privateReporting = true;
  const types = await examine();
  expect(findings(types.out)).toEqual([
    nobodyCalled,
    expect.stringContaining('Type does not offer incident.'),
    expect.stringContaining('Type offers Security matter, which must not be told in an issue.'),
  ]);
});

test.each(['body: *bomb', 'a'.repeat(70_000), '[', 'x: 1'])(
  'a form that cannot be read stops nothing: %.12s',
  async (yaml) => {
    push({ '.github/ISSUE_TEMPLATE/other.yml': yaml });
    expect(await examine()).toMatchObject({
      code: 0,
      out: expect.stringContaining('Not looked at: .github/ISSUE_TEMPLATE/other.yml'),
    });
  },
);

test('a form for something else is nobody’s business', async () => {
  push({
    '.github/ISSUE_TEMPLATE/bug.yml':
      'name: Bug\ndescription: A bug\nbody:\n  - {type: input, attributes: {label: Browser}}\n',
  });
  expect(await examine()).toMatchObject({ code: 0 });
});

test('a config that is not sound: its line, and nothing that depends on it', async () => {
  push({ '.github/sitrep.yml': 'zone: UTC\nhandbok: x\n' });
  world.as('bob').deleteLabel(repo, 'sev-1');
  const { code, out } = await examine();
  await say('bob', 'labels', 'acme/ops');
  expect([code, findings(out)]).toEqual([
    1,
    [
      expect.stringMatching(
        /^- \.github\/sitrep\.yml:2:1: There is no key `handbok` here\. .*https:\/\/github\.com\/acme\/ops\/blob\/main\/\.github\/sitrep\.yml#L2$/,
      ),
    ],
  ]);
  push({ '.github/sitrep.yml': null });
  await say('bob', 'labels', 'acme/ops');
});

test('who is on call: what is left out, and what holds and should be mended', async () => {
  const layers = '{primary: {people: [ada, bob], hand-over: Monday 09:00, starts: 2026-01-05}}';
  push({
    '.github/sitrep.yml': 'services: {payments: {on-call: pya}}\n',
    '.github/sitrep/oncall.yml': `rotas:\n  pay: {layers: ${layers}}\n  mail: {layers: {}}\n`,
  });
  expect(findings((await examine()).out).filter((one) => one.includes('oncall') || one.includes('on-call'))).toEqual([
    expect.stringContaining('The ladder passes over levels that nobody is told for: service-owner, management.'),
    expect.stringMatching(
      /oncall\.yml:3:18: .*at least one layer\. .*Nobody of it is known to be on call meanwhile\. Mend it: .*oncall\.yml#L3$/,
    ),
    expect.stringMatching(
      /sitrep\.yml:1:32: `services\.payments\.on-call` names the rota `pya`.*`mail`\. Mend it: .*sitrep\.yml#L1$/,
    ),
  ]);
  push({ '.github/sitrep/oncall.yml': null });
});

test('services that are wrong hide nothing else', async () => {
  push({ '.github/sitrep/services.yml': 'servces: {}\n' });
  expect(await only()).toMatch(
    /^- \.github\/sitrep\/services\.yml:1:1: .*The services of this file are not known meanwhile\./,
  );
  expect(await say('bob', 'labels', 'acme/ops')).toMatchObject({ code: 0 });
});

test('a ladder that climbs by itself rings nowhere, and calls nobody where nobody is told: warnings, and nothing to mend', async () => {
  const climbing =
    'escalation: { from: sev-1, levels: { on-call: { timeout: 5m }, management: { calls: [acme/management] } } }\n';
  push({ '.github/sitrep.yml': climbing });
  const { code, out } = await examine();
  expect([code, findings(out)]).toEqual([
    0,
    [
      '- Warning: Nothing rings when the ladder calls somebody at sev-1: without a paging wire a page is a mention on GitHub. Keep your pager beside it.',
      expect.stringContaining(
        'Warning: The ladder passes over levels that nobody is told for: on-call, service-owner.',
      ),
    ],
  ]);
  push({ '.github/sitrep/oncall.yml': 'rotas: {all: {layers: {first: {people: [bob]}}}}\n' });
  push({ '.github/sitrep/services.yml': 'services: {shop: {owners: [bob]}}\n' });
  expect(findings((await examine()).out)).toHaveLength(1);
});

test('a team of responders that is not seen, or empty', async () => {
  world.setTeam('acme', 'empty', []);
  world.setTeam('acme', 'sre', ['bob']);
  push({ '.github/sitrep.yml': 'responders: [acme/sre, acme/empty]\nsecurity: { teams: [acme/sre, acme/gone] }\n' });
  const { out } = await examine();
  expect(findings(out)).toEqual([
    nobodyCalled,
    expect.stringMatching(
      /acme\/empty, which the handbook names: has no members; .*https:\/\/github\.com\/orgs\/acme\/teams\/empty$/,
    ),
    expect.stringMatching(
      /acme\/gone, which the handbook names: is not there, or this token may not read members \(404\)/,
    ),
  ]);
});

test('webhooks that do not arrive, until they are sent again', async () => {
  await sandbox.deliveries.idle();
  answer = 503;
  world.as('bob').openIssue(repo, { title: 'x', body: 'y' });
  await sandbox.deliveries.idle();
  answer = 202;
  const line = await only('ada', true);
  expect(line).toMatch(
    /^- \d of the last \d+ webhooks of this repository did not arrive \(last: .*, 503, .*\): .*\/settings\/apps\/sitrep\/advanced$/,
  );
});

test.each(['elimu', 'ims', 'officeluv', 'spearhead'])(
  'what init --handbook %s and labels set up is well, too, with changes of a team over it',
  async (id) => {
    const own = `extends: ${id}\nname: Ours\ntasks: null\nroles: {helper: {name: Helper}}\n`;
    const folder = folderOf({ '.github/sitrep/handbook.yml': own });
    expect(await sitrepIn(folder, ['init'])).toMatchObject({ code: 0, err: '' });
    push(Object.fromEntries(Object.keys(well).map((path) => [path, null])));
    push(filesIn(folder));
    repository().settings.privateReporting = true;
    expect(await say('bob', 'labels', 'acme/ops')).toMatchObject({ code: 0 });
    expect(await examine()).toMatchObject({
      code: 0,
      out: expect.stringContaining('(handbook handbook): nothing to mend'),
    });
    expect(await sitrepIn(folder, ['check'])).toMatchObject({ code: 0, err: '' });
  },
);

test('without a server: a schedule that GitHub turns off soon, or has turned off', async () => {
  const config = `${well['.github/sitrep.yml'] ?? ''}\nruns-on: actions\n`;
  push({ '.github/sitrep.yml': config });
  expect((await examine()).out).not.toMatch(/schedule/);
  const pushed = (at: string) => void Object.assign(repository(), { pushedAt: at });
  pushed('2026-01-10T10:00:00Z');
  expect(await examine()).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /turns the schedule of Sitrep off on 2026-03-11, because nobody commits .* Push any commit\./,
    ),
  });
  pushed('2025-12-01T10:00:00Z');
  expect((await examine()).out).toMatch(/has turned the schedule of Sitrep off.* Enable it.*\/acme\/ops\/actions/);
  repository().private = true;
  expect((await examine()).out).not.toMatch(/schedule/);
});
