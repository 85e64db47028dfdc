// Milestones, sub-issues and mentions, as GitHub has them.
import { expect, test } from '@jest/globals';
import { runGraphQL } from '../../sandbox/graphql.ts';
import { callRest } from '../../sandbox/rest.ts';
import { kinds, OPS, smallWorld } from './small-world.ts';

const app = { kind: 'app' } as const;
const bob = { kind: 'user', login: 'bob' } as const;
const list = `query { repository(owner: "acme", name: "ops") {
  milestones(first: 20, states: OPEN, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { title dueOn number state } }
} }`;

test('milestones are made by who may write, shown over both faces, and titles are there once', () => {
  const world = smallWorld();
  const post = (title: string, actor: typeof bob | { kind: 'user'; login: string } = bob) =>
    callRest(world, actor, {
      method: 'POST',
      path: '/repos/acme/ops/milestones',
      body: { title, due_on: '2026-03-31T07:00:00Z' },
    });
  expect(post('March').data).toMatchObject({
    number: 1,
    title: 'March',
    state: 'open',
    due_on: '2026-03-31T07:00:00Z',
  });
  expect(post('March').status).toBe(422);
  expect(post('Eve', { kind: 'user', login: 'eve' }).status).toBe(403);
  world.now = '2026-03-02T11:00:00Z';
  world.as('bob').createMilestone(OPS, { title: 'Someday' });
  const titles = () =>
    (runGraphQL(world, app, { document: list }).data as { repository: { milestones: { nodes: object[] } } }).repository
      .milestones.nodes;
  expect(titles()).toEqual([
    { title: 'Someday', dueOn: null, number: 2, state: 'OPEN' },
    { title: 'March', dueOn: '2026-03-31T07:00:00Z', number: 1, state: 'OPEN' },
  ]);
  callRest(world, bob, { method: 'PATCH', path: '/repos/acme/ops/milestones/2', body: { state: 'closed' } });
  expect(titles()).toMatchObject([{ title: 'March' }]);
  expect(callRest(world, bob, { method: 'GET', path: '/repos/acme/ops/milestones' }).data).toMatchObject([
    { number: 1, open_issues: 0 },
  ]);
  expect(callRest(world, bob, { method: 'DELETE', path: '/repos/acme/ops/milestones/1' }).status).toBe(204);
  expect(titles()).toEqual([]);
});

test('an issue is opened with milestone and labels by who may triage; from others they are dropped without a word', () => {
  const world = smallWorld();
  const { nodeId: milestoneId } = world.as('ada').createMilestone(OPS, { title: 'March' });
  const repository = world.repository('acme', 'ops')!;
  const input = {
    repositoryId: repository.nodeId,
    title: 'A bug',
    milestoneId,
    labelIds: [repository.labels.find(({ name }) => name === 'bug')!.nodeId],
  };
  const document = `mutation open($input: CreateIssueInput!) {
    createIssue(input: $input) { issue { number milestone { title } labels(first: 5) { nodes { name } } } }
  }`;
  const open = (actor: Parameters<typeof runGraphQL>[1]) =>
    (runGraphQL(world, actor, { document, variables: { input } }).data as { createIssue: { issue: object } })
      .createIssue.issue;
  expect(open(app)).toEqual({ number: 1, milestone: { title: 'March' }, labels: { nodes: [{ name: 'bug' }] } });
  expect(open({ kind: 'user', login: 'eve' })).toEqual({ number: 2, milestone: null, labels: { nodes: [] } });
  const reading = runGraphQL(
    world,
    { kind: 'app', permissions: { issues: 'read', metadata: 'read' } },
    {
      document,
      variables: { input },
    },
  );
  expect(reading.errors).toMatchObject([{ type: 'FORBIDDEN' }]);
  expect(repository.issues.size).toBe(2);
});

test('a parent takes a hundred sub-issues, closed ones counted, from who may triage', () => {
  const world = smallWorld();
  world.as('ada').openIssue(OPS, { title: 'Parent' });
  const parent = world.repository('acme', 'ops')!.issues.get(1)!;
  const document = `mutation open($input: CreateIssueInput!) { createIssue(input: $input) { issue { parent { number } } } }`;
  const open = (actor: Parameters<typeof runGraphQL>[1] = app) =>
    runGraphQL(world, actor, {
      document,
      variables: { input: { repositoryId: parent.repository.nodeId, title: 'Child', parentIssueId: parent.nodeId } },
    });
  expect(open({ kind: 'user', login: 'eve' }).errors).toMatchObject([{ type: 'FORBIDDEN' }]);
  for (let count = 0; count < 100; count += 1) expect(open().errors).toEqual([]);
  for (const child of parent.subIssues) world.as('ada').close(OPS, child.number);
  expect(open().errors).toMatchObject([{ type: 'UNPROCESSABLE' }]);
  expect(world.repository('acme', 'ops')!.issues.size).toBe(101);
  const summary = runGraphQL(world, app, {
    document: `{ repository(owner: "acme", name: "ops") { issue(number: 1) { subIssuesSummary { total completed } } } }`,
  });
  expect(summary.data).toEqual({ repository: { issue: { subIssuesSummary: { total: 100, completed: 100 } } } });
});

test('a mention makes one event for each issue that mentions, whoever wrote it, and touches nothing else', () => {
  const world = smallWorld();
  world.as('ada').openIssue(OPS, { title: 'One' });
  const before = world.repository('acme', 'ops')!.issues.get(1)!.updatedAt;
  world.now = '2026-03-02T11:00:00Z';
  world.as('eve').openIssue(OPS, { title: 'Two', body: 'like #1 and https://github.com/acme/ops/issues/1' });
  world.as('eve').comment(OPS, 2, 'again #1, and myself: #2');
  world.as('eve').openIssue(OPS, { title: 'Three', body: '`#1` <!-- #1 --> a#1 &#1; #12' });
  world.as('bob').comment(OPS, 3, 'acme/ops#1');
  expect(kinds(world, 1)).toEqual(['CrossReferencedEvent', 'CrossReferencedEvent']);
  expect(kinds(world, 2)).toEqual(['IssueComment']);
  expect(world.repository('acme', 'ops')!.issues.get(1)!.updatedAt).toBe(before);
  const seen = runGraphQL(world, app, {
    document: `{ repository(owner: "acme", name: "ops") { issue(number: 1) {
      timelineItems(first: 5, itemTypes: [CROSS_REFERENCED_EVENT]) {
        nodes { ... on CrossReferencedEvent { actor { login } isCrossRepository source { ... on Issue { number } } } }
      }
    } } }`,
  });
  expect(seen.data).toMatchObject({
    repository: {
      issue: {
        timelineItems: {
          nodes: [
            { actor: { login: 'eve' }, isCrossRepository: false, source: { number: 2 } },
            { actor: { login: 'bob' }, isCrossRepository: false, source: { number: 3 } },
          ],
        },
      },
    },
  });
});
