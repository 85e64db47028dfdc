import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { OpenApi } from '../../sandbox/server/openapi.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { OPS, smallWorld } from './small-world.ts';

interface Heard {
  headers: IncomingHttpHeaders;
  body: string;
}

const repo = { owner: 'acme', repo: 'ops' };
// Octokit reports every answer above 399 on the console; here they are what is tested.
const log = { debug() {}, info() {}, warn() {}, error() {} };
const heard: Heard[] = [];
let sandbox: Sandbox;
let hook: Server;
let app: Octokit;

beforeAll(async () => {
  hook = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.statusCode = request.headers['x-github-event'] === 'label' ? 500 : 202;
    response.end('ok');
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  sandbox = await startSandbox({ world: smallWorld(), webhookSecret: 'secret', webhookUrl, clock: 'world' });
  const auth = { appId: sandbox.appId, privateKey: sandbox.privateKey };
  app = new Octokit({ log, baseUrl: sandbox.url, authStrategy: createAppAuth, auth });
});

afterAll(async () => {
  await sandbox.close();
  hook.close();
});

async function installation(): Promise<Octokit> {
  const { data } = await app.rest.apps.getRepoInstallation(repo);
  const auth = { appId: sandbox.appId, privateKey: sandbox.privateKey, installationId: data.id };
  return new Octokit({ log, baseUrl: sandbox.url, authStrategy: createAppAuth, auth });
}

const person = (login: string): Octokit => new Octokit({ log, baseUrl: sandbox.url, auth: sandbox.token(login) });

async function direct(path: string, body?: unknown): Promise<Record<string, unknown>> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${sandbox.url}/_sandbox/${path}`, sent)).json() as Promise<Record<string, unknown>>;
}

describe('the sandbox over HTTP', () => {
  test('an App gets in with a JWT and an installation with its token; the wrong token is 401', async () => {
    expect((await app.rest.apps.getAuthenticated()).data).toMatchObject({ slug: 'sitrep' });
    const github = await installation();
    expect(await github.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'sitrep[bot]' } });
    await expect(person('ada').rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });

  test('a webhook is signed over its body and stands in the delivery log', async () => {
    heard.length = 0;
    const opened = await direct('people/eve', {
      act: 'open',
      title: 'Down',
      body: 'All of it',
      labels: ['bug'],
      template: true,
    });
    await direct('people/ada', { number: opened.number, text: '/role scribe' });
    await sandbox.deliveries.idle();
    expect(heard.map(({ headers }) => headers['x-github-event']).sort()).toEqual(['issue_comment', 'issues', 'issues']);
    for (const { headers, body } of heard) {
      const signature = `sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`;
      expect(headers['x-hub-signature-256']).toBe(signature);
      expect(headers['x-github-hook-installation-target-id']).toBe(String(sandbox.appId));
    }
    const log = await app.rest.apps.listWebhookDeliveries({ per_page: 2 });
    expect(log.data).toHaveLength(2);
    expect(log.headers.link).toContain('rel="next"');
    const { data } = await app.rest.apps.getWebhookDelivery({ delivery_id: log.data[0]?.id ?? 0 });
    expect(data).toMatchObject({
      status_code: 202,
      event: 'issue_comment',
      request: { payload: { action: 'created' } },
    });
  });

  test('a failed delivery is not sent again, unless somebody asks for it', async () => {
    heard.length = 0;
    await person('ada').request('GET /repos/{owner}/{repo}/labels', repo);
    sandbox.world.as('ada').createLabel(OPS, { name: 'fresh' });
    await sandbox.deliveries.idle();
    expect(heard).toHaveLength(1);
    const failed = await app.rest.apps.listWebhookDeliveries({ status: 'failure' });
    expect(failed.data.map(({ status_code, event }) => [status_code, event])).toEqual([[500, 'label']]);
    await app.rest.apps.redeliverWebhookDelivery({ delivery_id: failed.data[0]?.id ?? 0 });
    await sandbox.deliveries.idle();
    expect(heard.map(({ headers }) => headers['x-github-delivery'])).toEqual([
      failed.data[0]?.guid,
      failed.data[0]?.guid,
    ]);
  });

  test('what GitHub does not describe is 400 or 404 and noted', async () => {
    const github = person('ada');
    const before = sandbox.requests.invalid.length;
    await expect(github.request('GET /repos/acme/ops/issues?colour=red')).rejects.toMatchObject({ status: 400 });
    await expect(github.request('POST /repos/acme/ops/issues', { body: 'no title' })).rejects.toMatchObject({
      status: 400,
    });
    await expect(github.request('GET /nowhere')).rejects.toMatchObject({ status: 404 });
    await expect(github.graphql('{ viewer { colour } }')).rejects.toThrow('colour');
    expect(sandbox.requests.invalid.slice(before).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('query:'),
      expect.stringContaining('body:'),
      'GitHub has no such route',
      expect.stringContaining('colour'),
    ]);
  });

  test('failing on order reaches over the wire', async () => {
    const github = person('ada');
    const comment = () => github.rest.issues.createComment({ ...repo, issue_number: 1, body: 'x' });
    await direct('clock', { now: sandbox.clock.now, frozen: true });
    await direct('faults', { fails: '502 after 1' });
    await expect(comment()).rejects.toMatchObject({ status: 502 });
    await direct('faults', { fails: 'drops 1' });
    await expect(comment()).rejects.toMatchObject({ status: 500 });
    await direct('faults', { fails: '403 secondary 30s' });
    await expect(comment()).rejects.toMatchObject({ status: 403, response: { headers: { 'retry-after': '30' } } });
    await direct('faults', { heal: true });
    await comment();
    const { issues } = (await direct('world')) as { issues: { comments: { body: string }[] }[] };
    expect(issues[0]?.comments.filter(({ body }) => body === 'x')).toHaveLength(2);
  });

  test('the clock moves when told', async () => {
    await direct('clock', { now: '2026-03-03T09:00:00Z', frozen: true });
    await direct('people/bob', { text: 'the next day' });
    const { issues, now } = (await direct('world')) as { now: string; issues: { comments: { createdAt: string }[] }[] };
    expect([now, issues[0]?.comments.at(-1)?.createdAt]).toEqual(['2026-03-03T09:00:00.000Z', '2026-03-03T09:00:00Z']);
    expect((await direct('people/eve', { act: 'close' })).message).toBeUndefined();
    expect((await direct('people/eve', { act: 'label', labels: ['bug'] })).message).toContain('permissions');
  });

  test('answers are as GitHub describes them', async () => {
    const openApi = new OpenApi();
    const github = await installation();
    const { world } = sandbox;
    world.setTeam('acme', 'responders', ['ada']);
    const { id } = world.as('ada').comment(OPS, 1, 'words');
    const { number } = world.as('bob').openPull(OPS, { title: 'p', head: 'p', files: { x: 'y' } });
    const faults: string[] = [];
    const ask = async (by: Octokit, route: string, parameters: Record<string, unknown> = {}): Promise<void> => {
      const { status, data } = await by.request(route, parameters);
      const fault = openApi.replyFaultOf(route, status, data);
      if (fault) faults.push(`${route}: ${fault}`);
    };
    const issue = { ...repo, issue_number: 1 };
    await ask(github, 'GET /repos/{owner}/{repo}', repo);
    await ask(github, 'GET /repos/{owner}/{repo}/collaborators', repo);
    await ask(github, 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', { ...repo, username: 'ada' });
    await ask(github, 'GET /repos/{owner}/{repo}/issues', { ...repo, state: 'all', since: '2026-03-01T00:00:00Z' });
    await ask(github, 'GET /repos/{owner}/{repo}/issues/{issue_number}', issue);
    await ask(github, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', issue);
    await ask(github, 'GET /repos/{owner}/{repo}/issues/{issue_number}/events', issue);
    await ask(github, 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...issue, labels: ['question'] });
    await ask(github, 'PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...issue,
      state: 'open',
      assignees: ['bob'],
    });
    await ask(github, 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...repo,
      comment_id: id,
      body: 'new',
    });
    await ask(github, 'PUT /repos/{owner}/{repo}/issues/comments/{comment_id}/pin', { ...repo, comment_id: id });
    await ask(github, 'GET /repos/{owner}/{repo}/contents/{path}', { ...repo, path: 'README.md' });
    await ask(github, 'GET /repos/{owner}/{repo}/contents/{path}', { ...repo, path: '' });
    await ask(github, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...repo, pull_number: number });
    await ask(person('bob'), 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', { ...repo, pull_number: number });
    await ask(github, 'GET /search/issues', { q: 'repo:acme/ops is:issue' });
    await ask(github, 'GET /installation/repositories');
    await ask(github, 'GET /rate_limit');
    const team = { org: 'acme', team_slug: 'responders', username: 'ada' };
    await ask(github, 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}', team);
    await ask(app, 'GET /app');
    await ask(app, 'GET /app/installations/{installation_id}', {
      installation_id: (await app.rest.apps.getRepoInstallation(repo)).data.id,
    });
    await ask(app, 'GET /app/hook/deliveries');
    await ask(person('ada'), 'GET /users/{username}', { username: 'ada' });
    expect(faults).toEqual([]);
  });

  test('the events of an issue are as GitHub describes them, without mentions, a page at a time', async () => {
    const openApi = new OpenApi();
    const { world } = sandbox;
    const { number } = world.as('ada').openIssue(OPS, { title: 'Search is slow', labels: ['bug', 'question'] });
    world.as('ada').assign(OPS, number, ['bob']);
    world.as('ada').unassign(OPS, number, ['bob']);
    world.as('ada').removeLabels(OPS, number, ['question']);
    world.as('ada').retitle(OPS, number, 'Search is down');
    world.as('ada').lock(OPS, number);
    world.as('ada').openIssue(OPS, { title: 'Beside it', body: `see #${number}` });
    world.as('ada').close(OPS, number, 'not_planned');
    world.as('ada').reopen(OPS, number);
    const given = { ...repo, issue_number: number, per_page: 6 };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/events';
    const pages = [1, 2].map((page) => person('ada').request(route, { ...given, page }));
    const [first, second] = (await Promise.all(pages)).map(({ data }) => data as { event: string }[]);
    expect(openApi.replyFaultOf(route, 200, first)).toBeNull();
    expect(openApi.replyFaultOf(route, 200, second)).toBeNull();
    expect(first?.map(({ event }) => event)).toEqual([
      ...['labeled', 'labeled', 'assigned', 'unassigned', 'unlabeled', 'renamed'],
    ]);
    expect(second?.map(({ event }) => event)).toEqual(['locked', 'closed', 'reopened']);
    expect(second?.[1]).toMatchObject({ state_reason: 'not_planned', actor: { login: 'ada' }, commit_id: null });
  });

  test('the way to GitHub takes as long as it is told to', async () => {
    const timed = async (): Promise<number> => {
      const start = performance.now();
      await person('ada').request('GET /repos/{owner}/{repo}', repo);
      return performance.now() - start;
    };
    await direct('latency', { milliseconds: 200 });
    expect(await timed()).toBeGreaterThanOrEqual(199);
    await direct('latency', { milliseconds: 0 });
    // A machine that is busy may take long for any of them; for all of them it does not.
    let quickest = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 50 && quickest >= 199; tries += 1) quickest = Math.min(quickest, await timed());
    expect(quickest).toBeLessThan(199);
  });

  test("milestones are where Octokit looks for them, as GitHub's description has them", async () => {
    const ada = person('ada');
    const { data } = await ada.rest.issues.createMilestone({ ...repo, title: 'March', due_on: '2026-03-31T07:00:00Z' });
    const opened = await ada.rest.issues.create({ ...repo, title: 'A bug', body: 'x', milestone: data.number });
    expect(opened.data.milestone).toMatchObject({ title: 'March', due_on: '2026-03-31T07:00:00Z' });
    const { data: all } = await ada.rest.issues.listMilestones(repo);
    expect(all).toMatchObject([{ number: 1, open_issues: 1, creator: { login: 'ada' } }]);
    await ada.rest.issues.deleteMilestone({ ...repo, milestone_number: 1 });
    const { data: bug } = await ada.rest.issues.get({ ...repo, issue_number: opened.data.number });
    expect(bug.milestone).toBeNull();
    const routes = sandbox.requests.invalid.filter(({ request }) => request.includes('milestones'));
    expect(routes).toEqual([]);
  });
});
