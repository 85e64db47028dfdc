import { inProcess, noRequests } from '../../sandbox/client.ts';
import { Faults, parseFault } from '../../sandbox/faults.ts';
import type { World } from '../../sandbox/world.ts';
import { OPS, smallWorld } from './small-world.ts';

const now = '2026-03-02T10:00:00Z';

function arranged(order?: string) {
  const world = smallWorld();
  const issue = world.as('rae').openIssue(OPS, { title: 'a' });
  const faults = new Faults();
  const count = noRequests();
  const github = inProcess(world, { kind: 'app' }, { faults, count });
  if (order) faults.order(order, world);
  const document = 'mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "x" }) { clientMutationId } }';
  return { world, faults, count, github, write: () => github.graphql(document, { id: issue.nodeId }) };
}

const comments = (world: World): number => world.dump().issues[0]?.comments.length ?? 0;

describe('failing on order', () => {
  test('the sentences of the scenarios', () => {
    expect(parseFault('drops 2', now)).toEqual({ kind: 'drops', count: 2 });
    expect(parseFault('502 after 1', now)).toEqual({ kind: '502 after', count: 1 });
    expect(parseFault('403 secondary 60s', now)).toEqual({ kind: '403 secondary', seconds: 60 });
    expect(parseFault('lags 2s', now)).toEqual({ kind: 'lags', seconds: 2 });
    expect(parseFault('loses webhooks until 11:00', now)).toEqual({
      kind: 'loses webhooks',
      until: '2026-03-02T11:00:00Z',
    });
    expect(parseFault('loses webhooks until +1d 09:00', now)).toMatchObject({ until: '2026-03-03T09:00:00Z' });
    expect(() => parseFault('explodes', now)).toThrow('not a way to fail');
  });

  test('drops: the next writes are not executed, looks go on', async () => {
    const { world, write, github } = arranged('drops 2');
    await expect(write()).rejects.toMatchObject({ status: 500 });
    expect((await github.graphql('{ viewer { login } }', {})).errors).toEqual([]);
    await expect(write()).rejects.toThrow('fetch failed');
    await write();
    expect(comments(world)).toBe(1);
  });

  test('502 after: the nth write is executed and then answered with 502, once', async () => {
    const { world, write } = arranged('502 after 2');
    await write();
    await expect(write()).rejects.toMatchObject({ status: 502 });
    await write();
    expect(comments(world)).toBe(3);
  });

  test('403 secondary: writes are refused until then, with retry-after', async () => {
    const { world, write } = arranged('403 secondary 60s');
    await expect(write()).rejects.toMatchObject({ status: 403, response: { headers: { 'retry-after': '60' } } });
    world.now = '2026-03-02T10:00:45Z';
    await expect(write()).rejects.toMatchObject({ response: { headers: { 'retry-after': '15' } } });
    world.now = '2026-03-02T10:01:00Z';
    await write();
    expect(comments(world)).toBe(1);
  });

  test('lags: looks show what was, writes are made now, and the answer of a write is fresh', async () => {
    const { world, github, write } = arranged('lags 2s');
    const seen = async (): Promise<unknown> => {
      const query =
        '{ repository(owner: "acme", name: "ops") { issue(number: 1) { comments(first: 9) { totalCount } } } }';
      const { data } = await github.graphql(query, {});
      return (data as { repository: { issue: { comments: { totalCount: number } } } }).repository.issue.comments
        .totalCount;
    };
    world.now = '2026-03-02T10:00:10Z';
    world.as('eve').comment(OPS, 1, 'hello');
    world.now = '2026-03-02T10:00:11Z';
    expect(await seen()).toBe(0);
    expect((await write()).errors).toEqual([]);
    world.now = '2026-03-02T10:00:12Z';
    expect(await seen()).toBe(1);
    world.now = '2026-03-02T10:00:13Z';
    expect(await seen()).toBe(2);
  });

  test('webhooks are lost until then; healing ends everything', () => {
    const { faults, world } = arranged('loses webhooks until 10:30');
    expect(faults.losesWebhook('2026-03-02T10:29:59Z')).toBe(true);
    expect(faults.losesWebhook('2026-03-02T10:30:00Z')).toBe(false);
    faults.heal();
    expect(faults.losesWebhook(world.now)).toBe(false);
  });
});

describe('failing readers on order', () => {
  const query =
    '{ rateLimit { remaining } repository(owner: "acme", name: "ops") { issues(first: 10) { nodes { number comments(first: 5) { nodes { id } } } } } }';
  type Data = { repository: { issues: { nodes: readonly (object | null)[] | null } } } | null;

  function asked(order: string) {
    const { world, github, faults } = arranged(order);
    world.as('rae').openIssue(OPS, { title: 'b' });
    const ask = async () => {
      const { data, errors } = await github.graphql(query, {});
      return { nodes: (data as Data)?.repository.issues.nodes, errors: errors.map(({ type }) => type) };
    };
    return { world, faults, ask };
  }

  test('the sentences', () => {
    expect(parseFault('partial 3', now)).toEqual({ kind: 'partial', count: 3 });
    expect(parseFault('502 over 40 nodes', now)).toEqual({ kind: '502 over', nodes: 40 });
    expect(parseFault('chokes on #7', now)).toEqual({ kind: 'chokes', number: 7 });
    expect(parseFault('429 for 30s', now)).toEqual({ kind: '429', seconds: 30 });
    expect(parseFault('leaves 20 points', now)).toEqual({ kind: 'leaves points', count: 20 });
  });

  test('partial: answers are cut, now with holes and now without a list, and say so', async () => {
    const { ask } = asked('partial 2');
    expect(await ask()).toEqual({ nodes: [expect.anything(), null], errors: ['RESOURCE_LIMITS_EXCEEDED'] });
    expect(await ask()).toEqual({ nodes: null, errors: ['RESOURCE_LIMITS_EXCEEDED'] });
    expect(await ask()).toEqual({ nodes: [expect.anything(), expect.anything()], errors: [] });
  });

  test('502 over: an answer with more nodes times out', async () => {
    await expect(asked('502 over 1 nodes').ask()).rejects.toMatchObject({ status: 502 });
    expect((await asked('502 over 2 nodes').ask()).errors).toEqual([]);
  });

  test('chokes: an answer with the comments of that issue times out', async () => {
    await expect(asked('chokes on #2').ask()).rejects.toMatchObject({ status: 502 });
    expect((await asked('chokes on #3').ask()).errors).toEqual([]);
  });

  test('429: every request is refused until then', async () => {
    const { ask, world } = asked('429 for 30s');
    await expect(ask()).rejects.toMatchObject({ response: { headers: { 'retry-after': '30' } } });
    world.now = '2026-03-02T10:00:30Z';
    expect((await ask()).errors).toEqual([]);
  });

  test('leaves points: they run out, and come back at the full hour', async () => {
    const { ask, world, faults } = asked('leaves 2 points');
    expect((await ask()).errors).toEqual([]);
    expect((await ask()).errors).toEqual([]);
    expect(await ask()).toEqual({ nodes: undefined, errors: ['RATE_LIMITED'] });
    world.now = '2026-03-02T11:00:00Z';
    expect((await ask()).errors).toEqual([]);
    faults.heal();
    expect(faults.allowance.left('', now)).toBeNull();
  });
});
