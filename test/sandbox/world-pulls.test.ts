import { Forbidden, Refusal, Unprocessable } from '../../sandbox/refusal.ts';
import { OPS, smallWorld } from './small-world.ts';

describe('branches and pull requests in the world', () => {
  test('a merge keeps what both sides changed in one file', () => {
    const world = smallWorld({ 'a.md': 'one\ntwo\nthree\nfour\nfive\n' });
    world.as('bob').openPull(OPS, { title: 'x', head: 'x', files: { 'a.md': 'ONE\ntwo\nthree\nfour\nfive\n' } });
    world.as('ada').push(OPS, { 'a.md': 'one\ntwo\nthree\nfour\nFIVE\n' });
    world.as('bob').mergePull(OPS, 1);
    expect(world.dump().files['a.md']).toBe('ONE\ntwo\nthree\nfour\nFIVE\n');
    expect(world.dump().pulls[0]).toMatchObject({
      state: 'merged',
      files: { 'a.md': 'ONE\ntwo\nthree\nfour\nFIVE\n' },
    });
  });

  test('a conflict is refused, and nothing moves', () => {
    const world = smallWorld({ 'a.md': 'one\n' });
    world.as('bob').openPull(OPS, { title: 'x', head: 'x', files: { 'a.md': 'two\n' } });
    world.as('ada').push(OPS, { 'a.md': 'three\n' });
    expect(() => world.as('bob').mergePull(OPS, 1)).toThrow(Refusal);
    expect(world.dump().files['a.md']).toBe('three\n');
  });

  test('a commit pushed to the head before the merge is merged too', () => {
    const world = smallWorld();
    world.as('sitrep').openPull(OPS, { title: 'pm', head: 'pm', files: { 'pm.md': 'draft' } });
    world.as('bob').push(OPS, { 'pm.md': 'final' }, { branch: 'pm' });
    world.as('bob').mergePull(OPS, 1, 'squash');
    expect(world.dump().files['pm.md']).toBe('final');
  });

  test('closing keywords act on the default branch only, and name what closed', () => {
    const world = smallWorld();
    for (const title of ['a', 'b', 'c']) world.as('rae').openIssue(OPS, { title });
    world.as('bob').createBranch(OPS, 'side');
    world.as('bob').push(OPS, { a: '1' }, { branch: 'side', message: 'fixes #3' });
    world.as('bob').openPull(OPS, { title: 'x', head: 'x', body: 'Closes #1', files: { b: '1' } });
    world.as('ada').mergePull(OPS, 4);
    world.as('ada').push(OPS, { c: '1' }, { message: 'this resolves #2' });
    expect(world.dump().issues.map(({ state }) => state)).toEqual(['closed', 'closed', 'open']);
    const closer = (number: number): unknown => {
      const event = world.repository('acme', 'ops')?.issues.get(number)?.timeline.at(-1);
      return event?.kind === 'ClosedEvent' ? [event.closer?.kind, event.actor.login] : null;
    };
    expect(closer(1)).toEqual(['PullRequest', 'ada']);
    expect(closer(2)).toEqual(['Commit', 'ada']);
  });

  test('a pull request without its branch is closed and cannot be reopened; nor can a merged one', () => {
    const world = smallWorld();
    world.as('bob').openPull(OPS, { title: 'x', head: 'x', files: { a: '1' } });
    world.as('bob').deleteBranch(OPS, 'x');
    expect(world.dump().pulls[0]?.state).toBe('closed');
    expect(() => world.as('bob').reopenPull(OPS, 1)).toThrow(Unprocessable);
    world.as('bob').openPull(OPS, { title: 'y', head: 'y', files: { b: '1' } });
    world.as('bob').closePull(OPS, 2);
    world.as('bob').reopenPull(OPS, 2);
    world.as('bob').mergePull(OPS, 2);
    expect(() => world.as('bob').reopenPull(OPS, 2)).toThrow(Unprocessable);
  });

  test('one open pull request per branch, and none without a change', () => {
    const world = smallWorld();
    world.as('bob').openPull(OPS, { title: 'x', head: 'x', files: { a: '1' } });
    expect(() => world.as('bob').openPull(OPS, { title: 'x', head: 'x' })).toThrow('already exists');
    world.as('bob').createBranch(OPS, 'same');
    expect(() => world.as('bob').openPull(OPS, { title: 's', head: 'same' })).toThrow('No commits between');
  });

  test('a stranger opens one from a fork, not on a branch of ours', () => {
    const world = smallWorld();
    expect(() => world.as('eve').openPull(OPS, { title: 'x', head: 'x', files: { a: '1' } })).toThrow(Forbidden);
    const pull = world.as('eve').openPull(OPS, { title: 'x', head: 'x', files: { a: '1' }, fork: true });
    expect(pull.pull.headRepository.owner.login).toBe('eve');
    world.as('bob').mergePull(OPS, 1);
    expect(world.dump().files.a).toBe('1');
  });

  test('reviews are asked of collaborators, not of the author', () => {
    const world = smallWorld();
    world.as('bob').openPull(OPS, { title: 'x', head: 'x', files: { a: '1' } });
    expect(() => world.as('bob').requestReviews(OPS, 1, 'eve')).toThrow(Unprocessable);
    expect(() => world.as('ada').requestReviews(OPS, 1, 'bob')).toThrow(Unprocessable);
    world.as('bob').requestReviews(OPS, 1, ['ada']);
    expect(world.dump().pulls[0]?.reviewers).toEqual(['ada']);
  });
});
