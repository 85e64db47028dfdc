// What is to be remembered of a document, so that a look which does not show it yet is known as stale.
import type { Effect } from '../core/effect.ts';
import { holdsCardLedger } from '../core/ledger.ts';
import type { Write } from './recent-writes.ts';
import type { Created, Wave } from './wave.ts';

/** What stands there twice when it is done twice. */
const making: ReadonlySet<Effect['kind']> = new Set(['create-comment', 'open-issue', 'open-pull']);

/** Of a document that GitHub did not answer. */
export const unknownWrites: Omit<Write, 'at'> = { comments: [], pulls: [], issues: [], card: null, unknown: true };

/** @param effects as they were sent; @param before what stood there already. An error that GitHub does not name says nothing of what was done. */
export function writesOf(wave: Wave, effects: readonly Effect[], before: Created): Omit<Write, 'at'> {
  const card = effects.find(isCard);
  const failed = wave.faults.some(({ effect }) => isCard(effect));
  return {
    comments: wave.created.comments.slice(before.comments.length).map(({ id }) => id),
    pulls: wave.created.pull && !before.pull ? [wave.created.pull.id] : [],
    issues: wave.created.issues.slice(before.issues.length).map(({ id }) => id),
    card: card && !failed ? card.body : null,
    unknown: wave.faults.some(({ effect, type }) => making.has(effect.kind) && type === null),
  };
}

/** Written, or made whole. */
function isCard(effect: Effect): effect is Extract<Effect, { kind: 'write-card' | 'create-comment' }> {
  return effect.kind === 'write-card' || (effect.kind === 'create-comment' && holdsCardLedger(effect.body));
}
