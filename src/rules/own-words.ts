// What we said stands as we said it.
import type { Expectation } from '../core/expectation.ts';
import { ownKey, ownRevisions } from '../core/own-comment.ts';
import { same } from '../core/person.ts';
import { commentsOf } from '../core/snapshot.ts';
import type { Rule } from './rule.ts';

/** Card, checklist and record have their own way back; a draft is the people's, whoever began it. */
const others = /^(?:card|checklist|draft:.*|record:.*)$/;

/** Who may edit a comment of ours could put words into our mouth: the newest text of our own comes back. */
export const ownWords: Rule = {
  name: 'own-words',
  does: 'A comment of ours that somebody edits gets our own words back; who deletes or hides a reply is respected.',
  expect(_incident, _handbook, _now, { snapshot }) {
    return commentsOf(snapshot).flatMap((comment): readonly Expectation[] => {
      const key = ownKey(comment, snapshot);
      if (key === null || others.test(key) || comment.editedAt === null || same(comment.editor, snapshot.viewer))
        return [];
      const [body] = ownRevisions(comment, snapshot);
      return body === undefined ? [] : [{ expect: 'own-words', key, body }];
    });
  },
};
