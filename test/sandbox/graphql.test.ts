import { inProcess, noRequests } from '../../sandbox/client.ts';
import { OPS, smallWorld } from './small-world.ts';

const timeline = `query ($number: Int!, $after: String) {
  repository(owner: "acme", name: "ops") {
    issue(number: $number) {
      author { __typename login }
      timelineItems(first: 2, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          __typename
          ... on IssueComment {
            body viewerDidAuthor fullDatabaseId author { __typename login }
            editor { login }
            userContentEdits(first: 5) { nodes { diff editor { login } } }
            reactionGroups { content viewerHasReacted reactors(first: 1) { totalCount } }
          }
          ... on ClosedEvent { stateReason actor { login } }
        }
      }
    }
  }
}`;

describe('GraphQL over the world', () => {
  test('comments and events in one order, page by page', async () => {
    const world = smallWorld();
    world.as('rae').openIssue(OPS, { title: 'a' });
    for (const text of ['one', 'two']) world.as('sitrep').comment(OPS, 1, text);
    world.as('ada').close(OPS, 1, 'duplicate');
    const github = inProcess(world, { kind: 'app' });
    const page = async (after?: string): Promise<Record<string, unknown>> => {
      const { data, errors } = await github.graphql(timeline, { number: 1, after });
      expect(errors).toEqual([]);
      const { repository } = data as { repository: { issue: { timelineItems: Record<string, unknown> } } };
      return repository.issue.timelineItems;
    };
    const first = await page();
    expect(first).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [
        {
          body: 'one',
          viewerDidAuthor: true,
          fullDatabaseId: '3000000001',
          author: { __typename: 'Bot', login: 'sitrep' },
        },
        { body: 'two' },
      ],
    });
    const rest = await page((first.pageInfo as { endCursor: string }).endCursor);
    expect(rest).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ __typename: 'ClosedEvent', stateReason: 'DUPLICATE', actor: { login: 'ada' } }],
    });
  });

  test('the viewer is `sitrep[bot]`, a person is a person', async () => {
    const world = smallWorld();
    const ask = (actor: Parameters<typeof inProcess>[1]) => inProcess(world, actor).graphql('{ viewer { login } }', {});
    expect((await ask({ kind: 'app' })).data).toEqual({ viewer: { login: 'sitrep[bot]' } });
    expect((await ask({ kind: 'user', login: 'ada' })).data).toEqual({ viewer: { login: 'ada' } });
  });

  test('edits newest first with whole bodies; the answer is a copy', async () => {
    const world = smallWorld();
    world.as('rae').openIssue(OPS, { title: 'a' });
    const { id } = world.as('sitrep').comment(OPS, 1, '- [ ] x');
    world.as('ada').editComment(OPS, id, '- [x] x');
    const { data } = await inProcess(world, { kind: 'app' }).graphql(timeline, { number: 1 });
    const text = JSON.stringify(data);
    expect(text).toContain(
      '"nodes":[{"diff":"- [x] x","editor":{"login":"ada"}},{"diff":"- [ ] x","editor":{"login":"sitrep"}}]',
    );
  });

  test('a mutation document runs on after an error in the middle', async () => {
    const world = smallWorld();
    const issue = world.as('rae').openIssue(OPS, { title: 'a' });
    const answer = await inProcess(world, { kind: 'app' }).graphql(
      `mutation ($id: ID!, $long: String!) {
        a: addComment(input: { subjectId: $id, body: "first" }) { clientMutationId }
        b: addComment(input: { subjectId: $id, body: $long }) { clientMutationId }
        c: addComment(input: { subjectId: "I_nothing", body: "x" }) { clientMutationId }
        d: addReaction(input: { subjectId: $id, content: ROCKET }) { reaction { content user { login } } }
      }`,
      { id: issue.nodeId, long: 'x'.repeat(65_537) },
    );
    expect(answer.data).toMatchObject({ b: null, c: null, d: { reaction: { content: 'ROCKET', user: null } } });
    expect(answer.errors.map(({ type, path }) => [type, path])).toEqual([
      ['UNPROCESSABLE', ['b']],
      ['NOT_FOUND', ['c']],
    ]);
    expect(world.dump().issues[0]?.comments.map(({ body }) => body)).toEqual(['first']);
  });

  test('unknown fields, missing paging, too many at once, too many nodes are refused', async () => {
    const world = smallWorld();
    const ask = async (inside: string): Promise<string> => {
      const query = `{ repository(owner: "acme", name: "ops") { ${inside} } }`;
      const { data, errors } = await inProcess(world, { kind: 'app' }).graphql(query, {});
      expect(data).toBeNull();
      return errors[0]?.type ?? errors[0]?.message ?? '';
    };
    expect(await ask('nope')).toContain('Cannot query field "nope"');
    expect(await ask('issues { nodes { id } }')).toBe('MISSING_PAGINATION_BOUNDARIES');
    expect(await ask('issues(first: 101) { nodes { id } }')).toBe('EXCESSIVE_PAGINATION');
    const deep =
      'issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } }';
    expect(await ask(deep)).toBe('MAX_NODE_LIMIT_EXCEEDED');
  });

  test('points as GitHub counts them', async () => {
    const world = smallWorld();
    const count = noRequests();
    const query = `{ repository(owner: "acme", name: "ops") { issues(first: 50) { nodes {
      timelineItems(first: 50) { totalCount nodes { __typename } } comments(first: 20) { nodes { id } } labels(first: 20) { nodes { id } }
    } } } }`;
    await inProcess(world, { kind: 'app' }, { count }).graphql(query, {});
    expect(count).toEqual({ graphql: 1, rest: 0, points: 2, byRoute: { 'POST /graphql query': 1 } });
  });

  test('a private repository is null and NOT_FOUND; an app without the permission is refused', async () => {
    const world = smallWorld();
    const secret = world.createRepository('acme', 'secret', { private: true });
    const see = '{ repository(owner: "acme", name: "secret") { id } }';
    const stranger = await inProcess(world, { kind: 'user', login: 'eve' }).graphql(see, {});
    expect([stranger.data, stranger.errors[0]?.type]).toEqual([{ repository: null }, 'NOT_FOUND']);
    const reader = inProcess(world, { kind: 'app', permissions: { metadata: 'read', issues: 'write' } });
    expect((await reader.graphql(see, {})).data).toEqual({ repository: { id: secret.nodeId } });
    const write =
      'mutation ($id: ID!, $oid: GitObjectID!) { createRef(input: { repositoryId: $id, name: "refs/heads/x", oid: $oid }) { clientMutationId } }';
    const refused = await reader.graphql(write, { id: secret.nodeId, oid: secret.branches.get('main') });
    expect(refused.errors[0]).toMatchObject({ type: 'FORBIDDEN', message: 'Resource not accessible by integration' });
  });

  test('branch, commit and pull request in one document; a stale head is refused', async () => {
    const world = smallWorld();
    const repository = world.repository('acme', 'ops');
    const github = inProcess(world, { kind: 'app' });
    const document = `mutation ($id: ID!, $oid: GitObjectID!) {
      branch: createRef(input: { repositoryId: $id, name: "refs/heads/post-mortem/1", oid: $oid }) { ref { name } }
      commit: createCommitOnBranch(input: {
        branch: { repositoryNameWithOwner: "acme/ops", branchName: "post-mortem/1" }, expectedHeadOid: $oid,
        message: { headline: "Post-mortem" }, fileChanges: { additions: [{ path: "a/b.md", contents: "aGVsbG8=" }] }
      }) { commit { oid } }
      pull: createPullRequest(input: {
        repositoryId: $id, baseRefName: "main", headRefName: "post-mortem/1", title: "PM", body: "b"
      }) { pullRequest { number state viewerDidAuthor files(first: 5) { nodes { path } } } }
    }`;
    const variables = { id: repository?.nodeId, oid: repository?.branches.get('main') };
    const { data, errors } = await github.graphql(document, variables);
    expect(errors).toEqual([]);
    const pullRequest = { number: 1, state: 'OPEN', viewerDidAuthor: true, files: { nodes: [{ path: 'a/b.md' }] } };
    expect(data).toMatchObject({ branch: { ref: { name: 'post-mortem/1' } }, pull: { pullRequest } });
    const again = await github.graphql(document, variables);
    expect(again.errors.map(({ type }) => type)).toEqual(['UNPROCESSABLE', 'STALE_DATA', 'UNPROCESSABLE']);
  });

  test('files, folders and search', async () => {
    const world = smallWorld({ '.github/sitrep.yml': 'a', '.github/sitrep/x.md': 'b' });
    world.as('ada').createLabel(OPS, { name: 'incident' });
    world.as('ada').openIssue(OPS, { title: 'a', labels: ['incident'] });
    world.as('ada').openIssue(OPS, { title: 'b' });
    const query = `{ repository(owner: "acme", name: "ops") {
        config: object(expression: "HEAD:.github/sitrep.yml") { oid ... on Blob { text } }
        folder: object(expression: "HEAD:.github/sitrep") { ... on Tree { entries { name path type oid } } }
        none: object(expression: "HEAD:nope") { oid }
      }
      search(type: ISSUE, first: 5, query: "repo:acme/ops is:issue is:open label:incident updated:>2026-03-01") {
        issueCount nodes { ... on Issue { number } }
      } }`;
    const { data } = await inProcess(world, { kind: 'app' }).graphql(query, {});
    expect(data).toMatchObject({
      repository: {
        config: { text: 'a' },
        folder: { entries: [{ name: 'x.md', path: '.github/sitrep/x.md', type: 'blob' }] },
        none: null,
      },
      search: { issueCount: 1, nodes: [{ number: 1 }] },
    });
  });
});
