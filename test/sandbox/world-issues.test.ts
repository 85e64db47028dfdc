import { Forbidden, NotFound, Unprocessable } from '../../sandbox/refusal.ts';
import { kinds, OPS, smallWorld } from './small-world.ts';

describe('issues in the world', () => {
  test('numbers begin at 1 and are shared with pull requests', () => {
    const world = smallWorld();
    expect(world.as('eve').openIssue(OPS, { title: 'one' }).number).toBe(1);
    expect(world.as('bob').openPull(OPS, { title: 'two', head: 'two', files: { 'a.md': 'a' } }).number).toBe(2);
    expect(world.as('eve').openIssue(OPS, { title: 'three' }).number).toBe(3);
  });

  test('labels without triage access are dropped, those of a template are put, one labeled event each', () => {
    const world = smallWorld();
    const heard: string[] = [];
    world.subscribe(({ name, action }) => heard.push(`${name}.${action}`));
    expect(world.as('eve').openIssue(OPS, { title: 'a', labels: ['bug'] }).labels).toHaveLength(0);
    world.as('eve').openIssue(OPS, { title: 'b', labels: ['bug', 'QUESTION', 'unknown'], template: true });
    expect(kinds(world, 2)).toEqual(['LabeledEvent', 'LabeledEvent']);
    expect(heard).toEqual(['issues.opened', 'issues.opened', 'issues.labeled', 'issues.labeled']);
    expect(world.dump().issues[1]?.labels).toEqual(['bug', 'question']);
  });

  test('an edit keeps whole bodies, the original included; the same text is nothing', () => {
    const world = smallWorld();
    const issue = world.as('eve').openIssue(OPS, { title: 'a', body: 'x' });
    const comment = world.as('eve').comment(OPS, 1, 'one');
    const heard: string[] = [];
    world.subscribe(({ name, action }) => heard.push(`${name}.${action}`));
    world.as('eve').editComment(OPS, comment.id, 'one');
    expect(comment.revisions).toHaveLength(0);
    world.now = '2026-03-02T10:00:05.900Z';
    world.as('bob').editComment(OPS, comment.id, 'two');
    expect(comment.revisions.map(({ body, editor, editedAt }) => [body, editor.login, editedAt])).toEqual([
      ['one', 'eve', '2026-03-02T10:00:00Z'],
      ['two', 'bob', '2026-03-02T10:00:05Z'],
    ]);
    expect([comment.author.login, comment.editor?.login, comment.lastEditedAt]).toEqual([
      'eve',
      'bob',
      '2026-03-02T10:00:05Z',
    ]);
    expect(heard).toEqual(['issue_comment.edited']);
    expect(issue.updatedAt).toBe('2026-03-02T10:00:05Z');
  });

  test('permissions bite', () => {
    const world = smallWorld();
    world.as('rae').openIssue(OPS, { title: 'a' });
    const comment = world.as('rae').comment(OPS, 1, 'mine');
    expect(() => world.as('eve').addLabels(OPS, 1, 'bug')).toThrow(Forbidden);
    expect(() => world.as('eve').editComment(OPS, comment.id, 'hers')).toThrow(Forbidden);
    expect(() => world.as('tea').editComment(OPS, comment.id, 'hers')).toThrow(Forbidden);
    expect(() => world.as('eve').assign(OPS, 1, 'bob')).toThrow(Forbidden);
    expect(() => world.as('eve').close(OPS, 1)).toThrow(Forbidden);
    expect(() => world.as('eve').minimise(OPS, comment.id)).toThrow(Forbidden);
    expect(() => world.as('tea').lock(OPS, 1)).toThrow(Forbidden);
    expect(() => world.as('tea').push(OPS, { a: 'b' })).toThrow(Forbidden);
    world.as('tea').minimise(OPS, comment.id);
    world.as('tea').addLabels(OPS, 1, 'BUG');
    expect(world.dump().issues[0]?.labels).toEqual(['bug']);
  });

  test('the author closes and reopens the own issue, but not one that somebody else closed', () => {
    const world = smallWorld();
    world.as('rae').openIssue(OPS, { title: 'a' });
    world.as('rae').close(OPS, 1);
    world.as('rae').reopen(OPS, 1);
    world.as('bob').close(OPS, 1, 'not_planned');
    expect(() => world.as('rae').reopen(OPS, 1)).toThrow(Forbidden);
    expect(kinds(world)).toEqual(['ClosedEvent', 'ReopenedEvent', 'ClosedEvent']);
  });

  test('a locked issue hears only people with write access, and no app', () => {
    const world = smallWorld();
    world.as('eve').openIssue(OPS, { title: 'a' });
    world.as('bob').lock(OPS, 1);
    expect(() => world.as('eve').comment(OPS, 1, 'hello')).toThrow(Forbidden);
    expect(() => world.as('tea').comment(OPS, 1, 'hello')).toThrow(Forbidden);
    const { id } = world.as('bob').comment(OPS, 1, 'hello');
    expect(() => world.as('sitrep').comment(OPS, 1, 'hello')).toThrow(Forbidden);
    expect(() => world.as('sitrep').react(OPS, id, '👍')).toThrow(Forbidden);
    world.as('bob').unlock(OPS, 1);
    world.as('sitrep').comment(OPS, 1, 'hello');
  });

  test('limits: body, title, label, a hundred labels, ten assignees', () => {
    const world = smallWorld();
    world.as('ada').openIssue(OPS, { title: 'a', body: 'x'.repeat(65_536) });
    expect(() => world.as('ada').comment(OPS, 1, 'x'.repeat(65_537))).toThrow(Unprocessable);
    expect(() => world.as('ada').comment(OPS, 1, ' ')).toThrow(Unprocessable);
    expect(() => world.as('ada').createLabel(OPS, { name: 'l'.repeat(51) })).toThrow(Unprocessable);
    expect(() => world.as('ada').createLabel(OPS, { name: 'l', description: 'd'.repeat(101) })).toThrow(Unprocessable);
    expect(() => world.as('ada').createLabel(OPS, { name: 'BUG' })).toThrow(Unprocessable);
    const hundred = Array.from({ length: 100 }, (_, index) => `label ${index}`);
    world.as('ada').addLabels(OPS, 1, hundred);
    expect(() => world.as('ada').addLabels(OPS, 1, 'one more')).toThrow(Unprocessable);
    const people = Array.from({ length: 12 }, (_, index) => `person${index}`);
    for (const login of people) world.setPermission(OPS, login, 'write');
    world.as('ada').assign(OPS, 1, [...people, 'eve']);
    expect(world.dump().issues[0]?.assignees).toEqual(people.slice(0, 10));
  });

  test('only people with access or a part in the issue are assigned; the others are dropped', () => {
    const world = smallWorld();
    world.as('rae').openIssue(OPS, { title: 'a' });
    world.as('cat').comment(OPS, 1, 'here');
    world.as('ada').assign(OPS, 1, ['eve', 'rae', 'cat', 'bob', 'nobody', 'sitrep']);
    expect(world.dump().issues[0]?.assignees).toEqual(['rae', 'cat', 'bob']);
  });

  test('a renamed or deleted label leaves no event', () => {
    const world = smallWorld();
    world.as('ada').openIssue(OPS, { title: 'a', labels: ['bug', 'question'] });
    world.as('ada').updateLabel(OPS, 'bug', { name: 'defect' });
    world.as('ada').deleteLabel(OPS, 'question');
    expect(world.dump().issues[0]?.labels).toEqual(['defect']);
    expect(kinds(world)).toEqual(['LabeledEvent', 'LabeledEvent']);
  });

  test('a reaction counts once per person and content', () => {
    const world = smallWorld();
    world.as('ada').openIssue(OPS, { title: 'a' });
    const { id } = world.as('ada').comment(OPS, 1, 'look');
    const first = world.as('eve').react(OPS, id, '🚀');
    expect(world.as('eve').react(OPS, id, 'rocket')).toBe(first);
    expect(world.as('bob').react(OPS, id, 'ROCKET')).not.toBe(first);
    expect(() => world.as('bob').react(OPS, id, 'party')).toThrow(Unprocessable);
  });

  test('a transfer gives new ids and keeps the words', () => {
    const world = smallWorld();
    world.createRepository('acme', 'other');
    world.setPermission({ owner: 'acme', name: 'other' }, 'ada', 'write');
    const issue = world.as('ada').openIssue(OPS, { title: 'a', labels: ['bug'] });
    const comment = world.as('ada').comment(OPS, 1, 'words');
    const moved = world.as('ada').transfer(OPS, 1, { owner: 'acme', name: 'other' });
    expect(moved.nodeId).not.toBe(issue.nodeId);
    expect(moved.timeline.map(({ kind }) => kind)).toEqual(['LabeledEvent', 'IssueComment', 'TransferredEvent']);
    expect(moved.timeline[1]?.nodeId).not.toBe(comment.nodeId);
    expect(() => world.as('ada').comment(OPS, 1, 'gone')).toThrow(NotFound);
    expect(world.dump({ owner: 'acme', name: 'other' }).issues[0]?.comments[0]?.body).toBe('words');
  });

  test('who was deleted is nobody; a private repository is not there for strangers', () => {
    const world = smallWorld();
    world.as('rae').openIssue(OPS, { title: 'a' });
    world.as('rae').comment(OPS, 1, 'bye');
    world.removeUser('rae');
    expect(world.dump().issues[0]?.comments[0]?.author).toBeNull();
    expect(world.user('rae')).toBeUndefined();
    world.createRepository('acme', 'secret', { private: true });
    expect(() => world.as('eve').openIssue({ owner: 'acme', name: 'secret' }, { title: 'x' })).toThrow(NotFound);
  });

  test('a deleted comment leaves an event with its author', () => {
    const world = smallWorld();
    world.as('ada').openIssue(OPS, { title: 'a' });
    const { id } = world.as('eve').comment(OPS, 1, 'x');
    expect(() => world.as('tea').deleteComment(OPS, id)).toThrow(Forbidden);
    world.as('eve').deleteComment(OPS, id);
    expect(kinds(world)).toEqual(['CommentDeletedEvent']);
  });

  test('"Duplicate of #1" by somebody with triage access is a statement', () => {
    const world = smallWorld();
    for (const title of ['a', 'b']) world.as('ada').openIssue(OPS, { title });
    world.as('eve').comment(OPS, 2, 'Duplicate of #1');
    world.as('tea').comment(OPS, 2, 'Duplicate of #1');
    world.as('tea').close(OPS, 2, 'duplicate', 1);
    expect(kinds(world, 2).filter((kind) => kind !== 'IssueComment')).toEqual([
      'MarkedAsDuplicateEvent',
      'MarkedAsDuplicateEvent',
      'ClosedEvent',
    ]);
  });
});
