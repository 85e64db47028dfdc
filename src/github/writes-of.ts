// What is to be remembered of a document, so that a look which does not show it yet is known as stale.
import type { Effect } from '../core/effect.ts';
import type { Write } from './recent-writes.ts';
import type { Created, Wave } from './wave.ts';

/** What stands there twice when it is done twice, or what GitHub refuses then. */
const making: ReadonlySet<Effect['kind']> = new Set([
  ...(['create-comment', 'open-issue', 'open-pull', 'create-branch', 'commit'] as const),
]);

/** Of a document that GitHub did not answer. */
export const unknownWrites: Omit<Write, 'at'> = { comments: [], pulls: [], issues: [], card: null, unknown: true };

/** @param effects as they were sent, with the whole card among them or not; @param before what stood there already. An error that GitHub does not name says nothing of what was done. */
export function writesOf(
  wave: Wave,
  { effects, isWhole }: { readonly effects: readonly Effect[]; readonly isWhole: boolean },
  before: Created,
): Omit<Write, 'at'> {
  const isCard = (effect: Effect): effect is Extract<Effect, { kind: 'write-card' | 'create-comment' }> =>
    effect.kind === 'write-card' || (isWhole && effect.kind === 'create-comment' && effect.key === 'card');
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
