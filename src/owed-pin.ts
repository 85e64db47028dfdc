// The pin that a card still waits for although it says that it has it: no answer told us its id when it was made whole.
import type { Effect } from './core/effect.ts';
import { ownComment } from './core/own-comment.ts';
import type { Snapshot } from './core/snapshot.ts';

/** The effects, with the pin behind them where it is owed and the look shows the card. @param unpinned see `ApplyMemory` */
export function withOwedPin(
  effects: readonly Effect[],
  snapshot: Snapshot,
  unpinned: ReadonlySet<string>,
): readonly Effect[] {
  const card = unpinned.has(snapshot.issue.id) ? ownComment(snapshot, 'card') : undefined;
  if (!card || effects.some(({ kind }) => kind === 'pin-comment')) return effects;
  return [...effects, { kind: 'pin-comment', key: 'card', comment: card.id }];
}
