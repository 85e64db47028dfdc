// Two comments of ours for one thing: what two processes at once, or a pass cut short, may leave.
import { ownKey } from '../core/own-comment.ts';
import { same } from '../core/person.ts';
import { commentsOf } from '../core/snapshot.ts';
import type { Rule } from './rule.ts';

/** Second cards go once their entries stand in the one that stays; parts of the record go with their card. */
const elsewhere = /^(?:card|record:.*)$/;

export const twins: Rule = {
  name: 'twins',
  does: 'Of two comments of Sitrep’s for one thing the newer one is deleted, unless people have written into it.',
  expect(_incident, _handbook, _now, { snapshot }) {
    const seen = new Set<string>();
    return commentsOf(snapshot).flatMap((comment) => {
      const key = ownKey(comment, snapshot);
      if (key === null || elsewhere.test(key)) return [];
      const isSecond = seen.has(key);
      seen.add(key);
      const isUntouched = comment.editedAt === null || same(comment.editor, snapshot.viewer);
      return isSecond && isUntouched ? [{ expect: 'no-comment', key, comment }] : [];
    });
  },
};
