import { createAppAuth } from '@octokit/auth-app';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { OPS, smallWorld } from './small-world.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  const world = smallWorld();
  world.createRepository('acme', 'secret', { private: true });
  world.createRepository('elsewhere', 'hidden', { private: true });
  world.as('eve').openIssue(OPS, { title: 'a' });
  sandbox = await startSandbox({ world, webhookSecret: 'secret', secondaryLimits: true, clock: 'still' });
});

afterAll(() => sandbox.close());

async function ask(token: string, query: string, variables = {}): Promise<Record<string, unknown>> {
  const body = JSON.stringify({ query, variables });
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${sandbox.url}/api/graphql`, { method: 'POST', headers, body });
  const retryAfter = answer.headers.get('retry-after');
  return { ...((await answer.json()) as Record<string, unknown>), status: answer.status, retryAfter };
}

async function installationToken(permissions?: Record<string, string>): Promise<{ status: number; token: string }> {
  const auth = createAppAuth({ appId: sandbox.appId, privateKey: sandbox.privateKey });
  const { token } = await auth({ type: 'app' });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const found = await fetch(`${sandbox.url}/api/v3/repos/acme/ops/installation`, { headers });
  const { id } = (await found.json()) as { id: number };
  const body = JSON.stringify(permissions ? { permissions } : {});
  const minted = await fetch(`${sandbox.url}/app/installations/${id}/access_tokens`, { method: 'POST', headers, body });
  return { ...((await minted.json()) as { token: string }), status: minted.status };
}

describe('what a token may', () => {
  test('an installation sees its own account, not another one', async () => {
    const { token } = await installationToken();
    const see = (owner: string, name: string) =>
      ask(token, `{ repository(owner: "${owner}", name: "${name}") { name } }`);
    expect(await see('acme', 'secret')).toMatchObject({ data: { repository: { name: 'secret' } } });
    expect(await see('elsewhere', 'hidden')).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND' }],
    });
  });

  test('narrowed permissions bite, wider ones are refused', async () => {
    expect((await installationToken({ contents: 'admin' })).status).not.toBe(201);
    expect((await installationToken({ members: 'write' })).status).toBe(422);
    const { token } = await installationToken({ contents: 'write' });
    const id = sandbox.world.repository('acme', 'ops')?.issues.get(1)?.nodeId;
    const comment = 'mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "x" }) { clientMutationId } }';
    expect(await ask(token, comment, { id })).toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
  });

  test('secondary limits, when asked for: the 81st write of a minute waits', async () => {
    const token = sandbox.token('ada');
    const id = sandbox.world.repository('acme', 'ops')?.issues.get(1)?.nodeId;
    const react = 'mutation ($id: ID!) { addReaction(input: { subjectId: $id, content: EYES }) { clientMutationId } }';
    for (let write = 0; write < 80; write += 1) expect((await ask(token, react, { id })).status).toBe(200);
    expect(await ask(token, react, { id })).toMatchObject({ status: 403, retryAfter: '60' });
    sandbox.clock.set('2026-03-02T10:01:01Z', true);
    expect((await ask(token, react, { id })).status).toBe(200);
  });

  describe('of a workflow', () => {
    const see = (token: string, owner: string, name: string) =>
      ask(token, `{ viewer { login } repository(owner: "${owner}", name: "${name}") { id } }`);

    test('acts as github-actions[bot] in its own repository', async () => {
      const token = sandbox.workflowToken('acme/ops', { issues: 'write', contents: 'read' });
      const { data } = (await see(token, 'acme', 'ops')) as { data: { viewer: object; repository: { id: string } } };
      expect(data.viewer).toEqual({ login: 'github-actions[bot]' });
      const open = `mutation ($id: ID!) { createIssue(input: { repositoryId: $id, title: "x" }) {
        issue { viewerDidAuthor author { __typename login } } } }`;
      expect(await ask(token, open, { id: data.repository.id })).toMatchObject({
        data: {
          createIssue: { issue: { viewerDidAuthor: true, author: { __typename: 'Bot', login: 'github-actions' } } },
        },
      });
    });

    test('sees no private repository beside its own, and writes to none', async () => {
      const token = sandbox.workflowToken('acme/ops', { issues: 'write', contents: 'read' });
      expect(await see(token, 'acme', 'secret')).toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
      sandbox.world.createRepository('acme', 'open');
      const { data } = (await see(token, 'acme', 'open')) as { data: { repository: { id: string } } };
      const open = `mutation ($id: ID!) { createIssue(input: { repositoryId: $id, title: "x" }) { clientMutationId } }`;
      expect(await ask(token, open, { id: data.repository.id })).toMatchObject({
        errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
      });
    });

    test('is bound by permissions:', async () => {
      const token = sandbox.workflowToken('acme/ops', { issues: 'read', contents: 'read' });
      const { data } = (await see(token, 'acme', 'ops')) as { data: { repository: { id: string } } };
      const open = `mutation ($id: ID!) { createIssue(input: { repositoryId: $id, title: "x" }) { clientMutationId } }`;
      expect(await ask(token, open, { id: data.repository.id })).toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
    });
  });

  test('bad credentials are 401', async () => {
    expect((await ask('ghp_nothing', '{ viewer { login } }')).status).toBe(401);
    expect((await ask('a.b.c', '{ viewer { login } }')).status).toBe(401);
  });
});
