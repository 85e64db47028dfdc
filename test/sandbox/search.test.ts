import { Unprocessable } from '../../sandbox/refusal.ts';
import { searchIssues } from '../../sandbox/search.ts';
import type { World } from '../../sandbox/world.ts';
import { OPS, smallWorld } from './small-world.ts';

function found(world: World, query: string, login = 'eve'): number[] {
  return searchIssues(world.as(login).doer, query).map(({ number }) => number);
}

describe('search', () => {
  test('qualifiers, negation, places, order and days', () => {
    const world = smallWorld();
    world.createRepository('acme', 'other');
    world.as('ada').openIssue(OPS, { title: 'Checkout is down', labels: ['bug'] });
    world.now = '2026-03-03T12:00:00Z';
    world.as('ada').openIssue(OPS, { title: 'Search is slow', labels: ['help wanted'] });
    world.as('sitrep').openPull(OPS, { title: 'x', head: 'x/3', files: { a: 'b' } });
    world.as('bob').close(OPS, 2, 'not_planned');
    expect(found(world, 'repo:acme/ops is:issue')).toEqual([2, 1]);
    expect(found(world, 'repo:ACME/ops repo:acme/other is:issue sort:created-asc')).toEqual([1, 2]);
    expect(found(world, 'org:acme is:issue -is:open')).toEqual([2]);
    expect(found(world, 'is:issue label:"Help wanted" reason:"not planned"')).toEqual([2]);
    expect(found(world, 'is:issue label:"help wanted","bug"')).toEqual([2, 1]);
    expect(found(world, 'checkout in:title')).toEqual([1]);
    expect([found(world, 'is:pr head:x'), found(world, 'head:y')]).toEqual([[3], []]);
    expect(found(world, 'is:issue created:>2026-03-02')).toEqual([2]);
    expect(found(world, 'is:issue created:2026-03-02..2026-03-03')).toEqual([2, 1]);
    expect(found(world, 'updated:>=2026-03-03T12:00:00Z is:pr author:app/sitrep')).toEqual([3]);
  });

  test('what may not be seen is not found; what is not understood is refused', () => {
    const world = smallWorld();
    const secret = { owner: 'acme', name: 'secret' };
    world.createRepository('acme', 'secret', { private: true });
    world.setPermission(secret, 'ada', 'read');
    world.as('ada').openIssue(secret, { title: 'hidden' });
    expect([found(world, 'hidden'), found(world, 'hidden', 'ada')]).toEqual([[], [1]]);
    expect(() => found(world, 'colour:red')).toThrow(Unprocessable);
    expect(() => found(world, 'x'.repeat(257))).toThrow(Unprocessable);
  });
});
