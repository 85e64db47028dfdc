// A blow meant for one write: what is executed, what is answered, and that every other write goes through.
import { inProcess } from '../../sandbox/client.ts';
import { Faults } from '../../sandbox/faults.ts';
import type { Blow, Strike } from '../../sandbox/strikes.ts';
import { OPS, smallWorld } from './small-world.ts';

const three = `mutation ($a: AddCommentInput!, $b: AddCommentInput!, $c: AddCommentInput!) {
  a: addComment(input: $a) { clientMutationId }
  b: addComment(input: $b) { clientMutationId }
  c: addComment(input: $c) { clientMutationId }
}`;

function arranged(blow: Blow, aim: Partial<Strike> = {}) {
  const world = smallWorld();
  const subjectId = world.as('rae').openIssue(OPS, { title: 'a' }).nodeId;
  const faults = new Faults();
  faults.strikes.aim({ fields: ['addComment'], holds: '"body":"b"', nth: 1, ...aim, blow }, world);
  const github = inProcess(world, { kind: 'app' }, { faults });
  const input = (body: string) => ({ subjectId, body });
  return {
    world,
    faults,
    github,
    write: () => github.graphql(three, { a: input('a'), b: input('b'), c: input('c') }),
    said: () =>
      world
        .dump()
        .issues[0]?.comments.map(({ body }) => body)
        .join(''),
  };
}

const broken = (done: 'none' | 'before' | 'others' | 'all', answer: '502' | 'reset' | 'errors' | 'partial'): Blow => ({
  ...{ kind: 'broken', done, answer },
});

test.each([
  ['none', ''],
  ['before', 'a'],
  ['others', 'ac'],
  ['all', 'abc'],
] as const)('of a document that ends in 502, %s is done', async (done, said) => {
  const struck = arranged(broken(done, '502'));
  await expect(struck.write()).rejects.toMatchObject({ status: 502 });
  expect(struck.said()).toBe(said);
  await struck.write();
  expect(struck.said()).toBe(`${said}abc`);
});

test('errors without data, and an error for one field', async () => {
  const dumb = arranged(broken('before', 'errors'));
  expect(await dumb.write()).toMatchObject({ data: null, errors: [{ message: expect.stringMatching(/went wrong/) }] });
  expect(dumb.said()).toBe('a');
  const half = arranged(broken('all', 'partial'));
  expect(await half.write()).toMatchObject({ data: { a: {}, b: null, c: {} }, errors: [{ path: ['b'] }] });
  expect(half.said()).toBe('abc');
});

test('a limit that does not say for how long, and the writes after it', async () => {
  const { write, said, faults } = arranged({ kind: 'limited', status: 403, retryAfter: null, writes: 1 });
  for (let count = 0; count < 2; count += 1)
    await expect(write()).rejects.toMatchObject({ status: 403, response: { headers: {} } });
  await write();
  expect([said(), faults.strikes.fell]).toEqual(['abc', true]);
});

test('only the write that it is meant for is struck', async () => {
  const { write, said, faults } = arranged(broken('none', 'reset'), { nth: 2 });
  await write();
  expect(faults.strikes.fell).toBe(false);
  await expect(write()).rejects.toThrow('fetch failed');
  expect(said()).toBe('abc');
});

test('the next look is older than the write, the one after it is not', async () => {
  const { world, github, write } = arranged({ kind: 'old looks', seconds: 5, looks: 1 });
  const query = '{ repository(owner: "acme", name: "ops") { issue(number: 1) { comments(first: 9) { totalCount } } } }';
  const count = async () => JSON.stringify((await github.graphql(query, {})).data).match(/\d+/)?.[0];
  world.now = '2026-03-02T10:00:10Z';
  await write();
  expect([await count(), await count()]).toEqual(['0', '3']);
});

test('a REST request that writes is struck by its route: done or not, and answered with nothing', async () => {
  const route = 'PUT /repos/{owner}/{repo}/issues/comments/{comment_id}/pin';
  for (const [done, pinned] of [
    ['none', false],
    ['all', true],
  ] as const) {
    const { world, github } = arranged(broken(done, '502'), { fields: [route], holds: '' });
    const comment = world.as('rae').comment(OPS, 1, 'a');
    const pin = () => github.rest(route, { ...OPS, repo: OPS.name, comment_id: comment.id });
    await expect(pin()).rejects.toMatchObject({ status: 502 });
    expect(comment.pinned).toBe(pinned);
    await pin();
    expect(comment.pinned).toBe(true);
  }
});

test('done, answered with 502, and looks that lag: they show the world as it was before', async () => {
  const { world, github, write } = arranged({ kind: 'broken', done: 'all', answer: '502', seconds: 5 });
  const query = '{ repository(owner: "acme", name: "ops") { issue(number: 1) { comments(first: 9) { totalCount } } } }';
  const count = async () => JSON.stringify((await github.graphql(query, {})).data).match(/\d+/)?.[0];
  world.now = '2026-03-02T10:00:10Z';
  await expect(write()).rejects.toMatchObject({ status: 502 });
  expect(await count()).toBe('0');
  world.now = '2026-03-02T10:00:16Z';
  expect(await count()).toBe('3');
});
