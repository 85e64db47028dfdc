// What an outsider filed before is asked for only while a report of theirs is not heard, in one request.
import { expect, test } from '@jest/globals';
import { commentsOf } from '../../src/core/snapshot.ts';
import { ground, knowing, reading, repo, seen } from './ground.ts';

const known = () =>
  knowing({ read: () => reading({ labels: ['incident'], outsideHeadings: ['Severity'], problems: [] }) });

function filed(titles: readonly string[], by: 'eve' | 'ada' = 'eve') {
  const made = ground();
  made.ada.createLabel(repo, { name: 'incident', color: 'd73a4a' });
  for (const title of titles) made[by].openIssue(repo, { title, body: '', labels: ['incident'], template: true });
  return made;
}

test('the open ones before it, with their first comments, in one request more', async () => {
  const { world, github, count } = filed(['one', 'two', 'three']);
  world.as('ada').close(repo, 1, 'completed');
  world.as('ada').comment(repo, 2, 'hello');
  await seen(github, 3, known());
  const before = count.graphql;
  const look = await seen(github, 3, known());
  expect(count.graphql - before).toBe(2);
  expect(look.earlier?.map(({ number, closedAt }) => [number, closedAt])).toEqual([
    [2, null],
    [1, world.now],
  ]);
  expect(look.earlier?.[0]?.comments.map(({ body }) => body)).toEqual(['hello']);
  expect(commentsOf(look)).toEqual([]);
});

test.each([
  ['of somebody with access', () => filed(['one', 'two'], 'ada')],
  [
    'of a member of the organisation',
    () => {
      const made = filed(['one', 'two']);
      made.world.addMember('acme', 'eve');
      return made;
    },
  ],
  [
    'of an issue that is no report',
    () => {
      const made = filed(['one']);
      made.eve.openIssue(repo, { title: 'A typo', body: 'in the README' });
      return made;
    },
  ],
])('nothing is asked %s', async (_, make) => {
  const { github, count } = make();
  const given = known();
  await seen(github, 2, given);
  const before = count.graphql;
  expect((await seen(github, 2, given)).earlier).toBeUndefined();
  expect(count.graphql - before).toBe(1);
});
