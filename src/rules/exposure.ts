// A private matter where everybody can read it: one word on what to do, and nothing else.
import type { Expectation } from '../core/expectation.ts';
import { ownKey } from '../core/own-comment.ts';
import { maySpeak } from '../core/record.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import type { Rule } from './rule.ts';

/** Said once for each exposure; while it lasts, our other comments go, because editing them would leave their history to be read. */
export const exposure: Rule = {
  name: 'exposure',
  does: 'A private matter in a public repository: one comment says what to do, our other comments are deleted, the card and issues that we opened tell nothing.',
  expect(_incident, _handbook, _now, { record, snapshot, exposure: exposed }) {
    if (!exposed) return [];
    const key = `exposure:${exposed.number}`;
    const isNew = maySpeak(record, exposed.from);
    return [
      ...(isNew ? [{ expect: 'exposure', key, entry: exposed.from } as const] : []),
      ...(exposed.until === null ? [...gone(snapshot), ...masked(snapshot)] : []),
    ];
  },
};

/** Issues cannot be taken back: they stay, without people's words. */
function masked({ opened }: Snapshot): readonly Expectation[] {
  return opened.map((one) => ({ expect: 'masked-issue', opened: one, why: 'private' }));
}

function gone(snapshot: Snapshot): readonly Expectation[] {
  return commentsOf(snapshot).flatMap((comment): readonly Expectation[] => {
    const key = ownKey(comment, snapshot);
    if (key === null || key === 'card' || /^(?:record|exposure):/.test(key)) return [];
    return [{ expect: 'no-comment', key, comment }];
  });
}
