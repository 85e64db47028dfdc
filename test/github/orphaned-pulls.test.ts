// Post-mortems whose incident is gone: ours alone, open ones, and those that were not told yet.
import { expect, test } from '@jest/globals';
import { markPull } from '../../src/core/post-mortem-mark.ts';
import { sealWith } from '../../src/core/seal.ts';
import { orphanedPulls, orphansDocument } from '../../src/github/orphaned-pulls.ts';
import { orphanKey, orphanWords } from '../../src/render/replies/orphan-words.ts';
import { ground, repo, seal } from './ground.ts';
import { objections } from './published-schema.ts';

const ref = { ...repo, number: 9 };
const told = { key: orphanKey, seal };
const marked = (under = seal) => markPull('The words', { id: 'I_gone' }, under);

function proposed(body: string, by: 'sitrep' | 'bob' = 'sitrep', head = 'post-mortem/9') {
  const made = ground();
  made.world.as(by).openPull(repo, { title: 'Post-mortem', head, body, files: { 'a.md': 'a' } });
  return made;
}

test('the document is valid against the published schema', () => {
  expect(objections(orphansDocument)).toEqual([]);
});

test.each(['post-mortem/9', 'post-mortem-9'])('ours on %s is found in one request, until it was told', async (head) => {
  const { world, github, count } = proposed(marked(), 'sitrep', head);
  expect(await orphanedPulls(github, ref, told)).toHaveLength(1);
  expect([count.graphql, count.rest]).toEqual([1, 0]);
  world.as('sitrep').comment(repo, 1, orphanWords(9));
  expect(await orphanedPulls(github, ref, told)).toEqual([]);
});

test.each([
  ['another branch is', () => proposed(marked(), 'sitrep', 'post-mortem/8')],
  ["somebody's with our mark is", () => proposed(marked(), 'bob')],
  ['one without our mark is', () => proposed('The words')],
  ['one marked under another key is', () => proposed(marked(sealWith('another')))],
  [
    'a closed one is',
    () => {
      const made = proposed(marked());
      made.ada.closePull(repo, 1);
      return made;
    },
  ],
  [
    'a locked one is',
    () => {
      const made = proposed(marked());
      made.ada.lock(repo, 1);
      return made;
    },
  ],
])('%s none', async (_, make) => {
  expect(await orphanedPulls(make().github, ref, told)).toEqual([]);
});
