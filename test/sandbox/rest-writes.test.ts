// What apps write over REST: branches, files, pull requests, assignees; and a file read as it is.
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { OpenApi } from '../../sandbox/server/openapi.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { OPS, smallWorld } from './small-world.ts';

const repo = { owner: 'acme', repo: 'ops' };
const log = { debug() {}, info() {}, warn() {}, error() {} };
const openApi = new OpenApi();
let sandbox: Sandbox;
let github: Octokit;

beforeAll(async () => {
  const world = smallWorld({ '.github/rival.yml': 'label: incident\n' });
  world.as('ada').openIssue(OPS, { title: 'Down' });
  sandbox = await startSandbox({ world, webhookSecret: 'secret', clock: 'world' });
  const auth = { appId: sandbox.appId, privateKey: sandbox.privateKey };
  const app = new Octokit({ log, baseUrl: sandbox.url, authStrategy: createAppAuth, auth });
  const { data } = await app.rest.apps.getRepoInstallation(repo);
  github = new Octokit({
    ...{ log, baseUrl: sandbox.url, authStrategy: createAppAuth, auth: { ...auth, installationId: data.id } },
  });
});

afterAll(() => sandbox.close());

/** Asks, and looks whether the answer is as GitHub describes it. */
async function ask(route: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { status, data } = await github.request(route, { ...repo, ...parameters });
  expect([route, openApi.replyFaultOf(route, status, data)]).toEqual([route, null]);
  return data as Record<string, unknown>;
}

test('a pull request in five requests: ref, branch, file, pull request, reviewers', async () => {
  const main = await ask('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: 'heads/main' });
  const { sha } = main.object as { sha: string };
  await ask('POST /repos/{owner}/{repo}/git/refs', { ref: 'refs/heads/post-mortem/1', sha });
  const written = { path: 'post-mortems/1.md', message: 'Post-mortem', branch: 'post-mortem/1' };
  const content = Buffer.from('# Post-mortem ü\n').toString('base64');
  await ask('PUT /repos/{owner}/{repo}/contents/{path}', { ...written, content });
  const pull = await ask('POST /repos/{owner}/{repo}/pulls', {
    ...{ title: 'Post-mortem', head: 'post-mortem/1', base: 'main', body: 'of #1' },
  });
  await ask('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
    ...{ pull_number: pull.number, reviewers: ['ada'] },
  });
  expect(sandbox.world.dump().pulls).toMatchObject([
    { branch: 'post-mortem/1', files: { 'post-mortems/1.md': '# Post-mortem ü\n' }, reviewers: ['ada'] },
  ]);
  expect(sandbox.requests.invalid).toEqual([]);
});

test('a file that is there is changed only by who knows its state; a branch is made once', async () => {
  const path = '.github/rival.yml';
  const put = (sha?: string) =>
    ask('PUT /repos/{owner}/{repo}/contents/{path}', { path, message: 'm', content: 'eA==', ...(sha && { sha }) });
  await expect(put()).rejects.toMatchObject({ status: 422 });
  await expect(put('0'.repeat(40))).rejects.toMatchObject({ status: 409 });
  const { sha } = await ask('GET /repos/{owner}/{repo}/contents/{path}', { path });
  await put(String(sha));
  const { object } = await ask('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: 'heads/main' });
  const again = { ref: 'refs/heads/main', sha: (object as { sha: string }).sha };
  await expect(ask('POST /repos/{owner}/{repo}/git/refs', again)).rejects.toMatchObject({ status: 422 });
  await expect(ask('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: 'heads/none' })).rejects.toMatchObject({
    status: 404,
  });
});

test('a file as it is, as the plug-in for configs of Probot reads it', async () => {
  const read = await github.request('GET /repos/{owner}/{repo}/contents/{path}', {
    ...{ ...repo, path: '.github/rival.yml', mediaType: { format: 'raw' } },
  });
  expect([read.data, read.headers['content-type']]).toEqual(['x', expect.stringMatching(/^application\/vnd.*raw/)]);
});

test('assignees come and go; who cannot be assigned is dropped without a word', async () => {
  const route = '/repos/{owner}/{repo}/issues/{issue_number}/assignees';
  const number = sandbox.world.dump().issues[0]?.number;
  const given = { issue_number: number, assignees: ['ada', 'bob', 'eve'] };
  const assigned = () => sandbox.world.dump().issues[0]?.assignees;
  await ask(`POST ${route}`, given);
  expect(assigned()).toEqual(['ada', 'bob']);
  await ask(`DELETE ${route}`, { ...given, assignees: ['ada'] });
  expect(assigned()).toEqual(['bob']);
});
