// `sitrep init`: what it writes, what it never touches, and when it writes nothing.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { originIn, publishedCommit } from '../../src/setup/origin.ts';
import { foundAt } from '../../src/setup/put-files.ts';
import { root } from '../app/spawned.ts';
import { formIn } from './filled-form.ts';
import { filesIn, folderOf, sitrepIn, write } from './folder.ts';

const form = '.github/ISSUE_TEMPLATE/incident.yml';
const plain = '.github/ISSUE_TEMPLATE/incident-plain.md';
const config = '.github/sitrep.yml';
const page = '.github/sitrep/post-mortem.md.hbs';

const outcomes = (out: string) =>
  Object.fromEntries(
    [...out.matchAll(/^(wrote|unchanged|changed|replaced|left alone) +([^\s:]+)/gm)].map(([, how, path]) => [
      path,
      how,
    ]),
  );

test('a fresh checkout gets all it needs; said again, all of it is there already', async () => {
  const folder = folderOf();
  const first = await sitrepIn(folder, ['init']);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(outcomes(first.out)).toEqual({ [config]: 'wrote', [form]: 'wrote', [plain]: 'wrote', [page]: 'wrote' });
  expect(Object.keys(filesIn(folder))).toEqual([plain, form, config, page].sort());
  expect(await sitrepIn(folder, ['check'])).toMatchObject({ code: 0 });
  const before = filesIn(folder);
  const again = await sitrepIn(folder, ['init']);
  expect(Object.values(outcomes(again.out))).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  expect(filesIn(folder)).toEqual(before);
});

test('it ends with what to do next, with the addresses of this repository', async () => {
  const { out } = await sitrepIn(folderOf({}, 'https://x:secret@github.com/acme/ops.git'), ['init']);
  const steps = [...out.matchAll(/^ {2}(\d)\. /gm)].map(([, number]) => number);
  expect(steps).toEqual(['1', '2', '3', '4', '5', '6']);
  for (const said of ['git push', 'npm start', 'sitrep labels acme/ops', 'sitrep doctor acme/ops'])
    expect(out).toContain(said);
  expect(out.trimEnd().split('\n').at(-1)).toBe('     https://github.com/acme/ops/issues/new?template=incident.yml');
  expect(out).not.toContain('secret');
});

test('without a remote it says what OWNER/REPO stands for', async () => {
  for (const origin of ['', null, 'git@gitlab.com:acme/ops.git']) {
    const { code, out } = await sitrepIn(folderOf({}, origin), ['init']);
    expect([code, out.includes('OWNER/REPO stands for this repository')]).toEqual([0, true]);
  }
});

test('what is there and differs is left alone, and listed; --force replaces it', async () => {
  const folder = folderOf({ [form]: 'mine\n', [page]: 'mine {{title}}\n' });
  const first = await sitrepIn(folder, ['init']);
  expect(first.code).toBe(0);
  expect(outcomes(first.out)).toEqual({
    [config]: 'wrote',
    [form]: 'left alone',
    [plain]: 'wrote',
    [page]: 'left alone',
  });
  expect(filesIn(folder)).toMatchObject({ [form]: 'mine\n', [page]: 'mine {{title}}\n' });
  const forced = await sitrepIn(folder, ['init', '--force']);
  expect(outcomes(forced.out)).toMatchObject({ [form]: 'replaced', [page]: 'replaced', [config]: 'unchanged' });
  expect(filesIn(folder)[form]).toContain('Incident report');
  expect(Object.keys(filesIn(folder)).filter((path) => path.includes('draft'))).toEqual([]);
});

test('the same text with other line ends is the same', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init']);
  write(folder, form, (filesIn(folder)[form] ?? '').replaceAll('\n', '\r\n'));
  expect(outcomes((await sitrepIn(folder, ['init'])).out)).toMatchObject({ [form]: 'unchanged' });
});

test('a config that is there stays; its services are in the form', async () => {
  const mine = '# ours\nzone: Europe/Berlin # here\nservices: {payments: {name: Payments}}\n';
  const folder = folderOf({ [config]: mine });
  const { code, out } = await sitrepIn(folder, ['init', '--force']);
  expect([code, outcomes(out)[config]]).toEqual([0, 'unchanged']);
  expect(filesIn(folder)).toMatchObject({ [config]: mine, [form]: expect.stringContaining('- Payments') });
  expect(out).toContain('post-mortem: {template: post-mortem.md.hbs}');
});

const own = 'extends: workflow-guide\nid: ours\nname: Ours\n';

test('another handbook than the config names is left until --force, which changes that line and nothing else', async () => {
  const folder = folderOf({
    [config]: '# ours\nhandbook: ours.yml # x\nzone: Europe/Berlin\n',
    '.github/sitrep/ours.yml': own,
  });
  const asked = await sitrepIn(folder, ['init', '--handbook', 'workflow-guide']);
  expect(asked.code).toBe(0);
  expect(asked.out).toMatch(/^left alone {2}\.github\/sitrep\.yml: it says handbook: ours\.yml/m);
  expect(filesIn(folder)[config]).toContain('handbook: ours.yml # x');
  const forced = await sitrepIn(folder, ['init', '--handbook', 'workflow-guide', '--force']);
  expect(outcomes(forced.out)[config]).toBe('changed');
  expect(filesIn(folder)[config]).toBe('# ours\nhandbook: workflow-guide # x\nzone: Europe/Berlin\n');
});

test("a team's own handbook is named by its file", async () => {
  const folder = folderOf({ '.github/sitrep/ours.yml': own });
  const { code } = await sitrepIn(folder, ['init', '--handbook', 'ours.yml']);
  expect([code, parse(filesIn(folder)[config] ?? '').handbook]).toEqual([0, 'ours.yml']);
});

test("a team's own handbook under its usual name needs no option", async () => {
  const folder = folderOf({ '.github/sitrep/handbook.yml': own });
  expect((await sitrepIn(folder, ['init'])).code).toBe(0);
  expect(parse(filesIn(folder)[config] ?? '').handbook).toBe('handbook.yml');
});

test('a config that says extends keeps its word for it', async () => {
  const folder = folderOf({ [config]: '# ours\nextends: elimu\nzone: Europe/Berlin\n' });
  const asked = await sitrepIn(folder, ['init', '--handbook', 'ims']);
  expect(asked.out).toMatch(/^left alone {2}\.github\/sitrep\.yml: it says handbook: elimu/m);
  await sitrepIn(folder, ['init', '--handbook', 'ims', '--force']);
  expect(filesIn(folder)[config]).toBe('# ours\nextends: ims\nzone: Europe/Berlin\n');
});

test('services of a file beside the config are in the form; where that is wrong nothing is written, and --force is no way out', async () => {
  const file = '.github/sitrep/services.yml';
  const folder = folderOf({ [config]: 'zone: Europe/Berlin\n', [file]: 'services: { payments: {}, mail: {} }\n' });
  expect((await sitrepIn(folder, ['init'])).code).toBe(0);
  expect(formIn(filesIn(folder)[form] ?? '').body.find(({ id }) => id === 'services')?.attributes.options).toEqual([
    'payments',
    'mail',
  ]);
  const broken = folderOf({ [config]: 'zone: Europe/Berlin\n', [file]: 'servces: {}\n' });
  for (const words of [['init'], ['init', '--force']]) {
    const { code, err } = await sitrepIn(broken, words);
    expect([code, err]).toEqual([1, expect.stringContaining(`${file}:1:1: `)]);
  }
  expect(filesIn(broken)).toEqual({ [config]: 'zone: Europe/Berlin\n', [file]: 'servces: {}\n' });
});

test('a page that was deleted comes again, whatever the config says of it', async () => {
  const folder = folderOf();
  await sitrepIn(folder, ['init']);
  rmSync(join(folder, page));
  expect(outcomes((await sitrepIn(folder, ['init'])).out)).toMatchObject({ [page]: 'wrote', [config]: 'unchanged' });
});

test('a config that would not fit the other handbook stops --force, and stays', async () => {
  const mine = 'severities: { sev-4: { name: Tiny } }\n';
  const folder = folderOf({ [config]: mine });
  const { code, err } = await sitrepIn(folder, ['init', '--handbook', 'officeluv', '--force']);
  expect([code, err]).toEqual([1, expect.stringContaining('It would not fit the handbook officeluv.')]);
  expect(filesIn(folder)).toEqual({ [config]: mine });
});

test.each([
  [
    'workflow-giude',
    /There is no handbook workflow-giude\. Did you mean workflow-guide\? There (?:is|are) .*workflow-guide/,
  ],
  ['nothing-like-it', /There is no handbook nothing-like-it\. There (?:is|are) .*workflow-guide/],
  ['../../etc/passwd', /There is no handbook/],
  ['constructor', /There is no handbook constructor/],
])('the handbook %s is not understood, and nothing is written', async (id, why) => {
  const folder = folderOf();
  const { code, out, err } = await sitrepIn(folder, ['init', '--handbook', id]);
  expect([code, out, err]).toEqual([2, '', expect.stringMatching(why)]);
  expect(filesIn(folder)).toEqual({});
});

test('a config that is not sound stops it, with its line; --force writes a new one', async () => {
  const folder = folderOf({ [config]: 'zone: UTC\nhandbok: x\n' });
  const { code, out, err } = await sitrepIn(folder, ['init']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('.github/sitrep.yml:2:1: There is no key `handbok` here.');
  expect(Object.keys(filesIn(folder))).toEqual([config]);
  expect((await sitrepIn(folder, ['init', '--force'])).code).toBe(0);
  expect(await sitrepIn(folder, ['check'])).toMatchObject({ code: 0 });
});

test.each(['.github', '.github/ISSUE_TEMPLATE', form, config, '.github/sitrep', page])(
  'a symbolic link at %s is refused, and nothing is written anywhere',
  async (path) => {
    const [folder, outside] = [folderOf(), mkdtempSync(join(tmpdir(), 'outside-'))];
    mkdirSync(join(folder, path, '..'), { recursive: true });
    symlinkSync(join(outside, 'target'), join(folder, path));
    const { code, out, err } = await sitrepIn(folder, ['init', '--force']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${path} is a symbolic link`);
    expect(filesIn(outside)).toEqual({});
  },
);

test('a file where a folder belongs, and a folder where a file belongs, stop it', async () => {
  const file = folderOf({ '.github/ISSUE_TEMPLATE': 'x' });
  expect(await sitrepIn(file, ['init'])).toMatchObject({ code: 1, err: expect.stringContaining('is no folder') });
  const folder = folderOf({ [`${form}/x`]: 'x' });
  expect(await sitrepIn(folder, ['init'])).toMatchObject({ code: 1, err: expect.stringContaining('is no file') });
  expect(Object.keys(filesIn(folder))).toEqual([`${form}/x`]);
});

test.each(['../x', '/etc/x', 'a/../../x', 'C:\\x'])('a path that leaves the folder is refused: %s', (path) => {
  expect(foundAt('/tmp', { path, text: '' })).toEqual({ why: `${path} leads out of this folder.` });
});

const chooser = '.github/ISSUE_TEMPLATE/config.yml';
const leak = `types:
  incident: { name: Incident, description: x }
  leak: { name: Leak, description: y, private: true }
headings: { type: [Type] }
`;

test('matters that must not be told in public: a link instead of a choice, and the setting among the next steps', async () => {
  const folder = folderOf({ [config]: leak });
  const { out } = await sitrepIn(folder, ['init']);
  const files = filesIn(folder);
  const report = 'https://github.com/acme/ops/security/advisories/new';
  expect(parse(files[chooser] ?? '')).toMatchObject({
    contact_links: [{ name: expect.stringContaining('Leak'), url: report }],
  });
  expect([files[form]?.includes(report), files[form]?.includes('- Leak')]).toEqual([true, false]);
  expect(out).toContain('https://github.com/acme/ops/settings/security_analysis');
});

test('without a remote, or beside a chooser of their own, the link is told', async () => {
  const told = /Add this link to contact_links .*\/security\/advisories\/new/;
  const none = folderOf({ [config]: leak }, '');
  expect((await sitrepIn(none, ['init'])).out).toMatch(told);
  expect(Object.keys(filesIn(none))).not.toContain(chooser);
  const own = folderOf({ [config]: leak, [chooser]: 'blank_issues_enabled: false\n' });
  expect((await sitrepIn(own, ['init'])).out).toMatch(told);
  expect(filesIn(own)[chooser]).toBe('blank_issues_enabled: false\n');
});

test('in a private repository everything can be picked, and nothing is linked', async () => {
  const folder = folderOf({ [config]: leak });
  const { out } = await sitrepIn(folder, ['init', '--private']);
  const files = filesIn(folder);
  expect([files[form]?.includes('- Leak'), Object.keys(files).includes(chooser), out.includes('advisories')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('another form that files incidents is named; one for something else is not', async () => {
  const other = '.github/ISSUE_TEMPLATE/outage.yml';
  const bug = '.github/ISSUE_TEMPLATE/bug.yml';
  const text = (labels: string) =>
    `name: X\ndescription: X\nlabels: ${labels}\nbody:\n  - {type: input, attributes: {label: X}}\n`;
  const { out } = await sitrepIn(folderOf({ [other]: text('[Incident]'), [bug]: text('bug') }), ['init']);
  expect([out.includes(`${other} files incidents too`), out.includes(bug)]).toEqual([true, false]);
});

test('below the root of a checkout it says where the root is', async () => {
  const folder = folderOf({ 'docs/x.md': 'x' });
  const { code, err } = await sitrepIn(join(folder, 'docs'), ['init']);
  expect([code, err]).toEqual([1, expect.stringContaining(folder)]);
});

test('the workflow names where Sitrep is, and its steps really check what a pull request brings', async () => {
  const folder = folderOf();
  const { out } = await sitrepIn(folder, ['init', '--source', 'acme/sitrep@v1.2']);
  expect(outcomes(out)['.github/workflows/sitrep-check.yml']).toBe('wrote');
  const workflow = parse(filesIn(folder)['.github/workflows/sitrep-check.yml'] ?? '', { version: '1.1' });
  expect(workflow).toMatchObject({ on: { pull_request: { paths: expect.arrayContaining([config]) } } });
  const { steps } = workflow.jobs.check;
  expect(steps[1].with).toMatchObject({ repository: 'acme/sitrep', ref: 'v1.2' });
  expect(filesIn(folder)[config]).toMatch(
    /^# yaml-language-server: \$schema=https:\/\/raw\.githubusercontent\.com\/acme\/sitrep\/v1\.2\/docs\/sitrep\.schema\.json\n/,
  );
  // As a runner has it: both checkouts side by side, and npm's part done.
  const runner = mkdtempSync(join(tmpdir(), 'runner-'));
  cpSync(folder, join(runner, steps[0].with.path), { recursive: true });
  symlinkSync(root, join(runner, steps[1].with.path));
  const check = steps.at(-1);
  const run = () =>
    spawnSync('sh', ['-c', check.run], { cwd: join(runner, check['working-directory']), encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('is sound') });
  write(join(runner, steps[0].with.path), config, 'handbok: x\n');
  expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('.github/sitrep.yml:1:1: ') });
});

test('the workflow of the metrics issue is the one that the Action’s page shows, with the inputs that it has', async () => {
  const folder = folderOf();
  const { out } = await sitrepIn(folder, ['init', '--source', 'acme/sitrep@v1']);
  const path = '.github/workflows/incident-metrics.yml';
  expect(outcomes(out)[path]).toBe('wrote');
  // As GitHub reads it: `on` is a word.
  const written = parse(filesIn(folder)[path] ?? '', { version: '1.2' });
  const page = readFileSync(join(root, 'action/README.md'), 'utf8');
  const [, shown = ''] = /```yaml\n(name: [\s\S]*?)```/.exec(page) ?? [];
  const expected = parse(shown.replace('OWNER', 'acme'), { version: '1.2' });
  expect(written.on.schedule).toEqual(expected.on.schedule);
  expect(written.permissions).toEqual(expected.permissions);
  expect(written.concurrency).toBe(expected.concurrency);
  expect(written.jobs.metrics.steps).toEqual(expected.jobs.metrics.steps);
  const { inputs } = parse(readFileSync(join(root, 'action/action.yml'), 'utf8'));
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(written.jobs.metrics.steps[0].with)));
});

test.each(['acme', 'acme/sitrep', 'acme/sitrep@', 'acme/sitrep@a b', 'a/b/c@d'])(
  '%j is no place of Sitrep',
  async (source) => {
    const folder = folderOf();
    expect(await sitrepIn(folder, ['init', '--source', source])).toMatchObject({ code: 2, out: '' });
    expect(filesIn(folder)).toEqual({});
  },
);

test('a commit can be fetched once the origin has it', () => {
  const folder = folderOf({ 'README.md': '# sitrep' });
  const git = (...words: readonly string[]) =>
    spawnSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...words], { encoding: 'utf8' });
  expect(publishedCommit(folder)).toBeNull();
  git('add', '.');
  git('commit', '-qm', 'x');
  expect(publishedCommit(folder)).toBeNull();
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  expect(publishedCommit(folder)).toBe(git('rev-parse', 'HEAD').stdout.trim());
});

test.each([
  ['git@github.com:acme/ops.git', 'github.com acme ops'],
  ['https://github.com/acme/ops', 'github.com acme ops'],
  ['https://github.com/acme/ops.git/', 'github.com acme ops'],
  ['ssh://git@ssh.github.com:443/acme/ops.git', 'github.com acme ops'],
  ['https://token@github.acme.example/acme/o.p-s.git', 'github.acme.example acme o.p-s'],
  ['git@github-work:acme/ops.git', 'github.com acme ops'],
  ['git@gitlab.com:acme/ops.git', null],
  ['https://notgithub.com/acme/ops', null],
  ['/srv/git/ops.git', null],
  ['', null],
])('the remote %j is %s', (address, read) => {
  const origin = originIn(address);
  expect(origin && `${origin.host} ${origin.owner} ${origin.name}`).toBe(read);
});
