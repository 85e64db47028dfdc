// The card's part of the difference: made empty first, so that it stands early in the thread; written last, when all else is done.

import type { Effect } from './effect.ts';
import { mark } from './marker.ts';
import type { Memory } from './recall.ts';
import type { WantedCard } from './wanted.ts';

interface CardEffects {
  readonly first: readonly Effect[];
  readonly last: readonly Effect[];
}

/**
 * Compares the card that should stand with the one that does. The revision rises only when the text changes, so a settled
 * incident's card is never touched. Pinning is repeated until a written card says that it was done (it may be done twice,
 * and forgotten only by a process that ends while its pins wait for GitHub's pace, or after the answer to a card's making was lost); second cards, and one that must not stand any more, go once their entries stand in the one that stays.
 */
export function cardEffects(memory: Memory, wanted: WantedCard | null): CardEffects {
  if (!wanted) return { first: [], last: [] };
  const { revision } = memory;
  const cards = [...(memory.card ? [memory.card] : []), ...memory.twins];
  const card = cards.find((one) => !wanted.mustGo(one)) ?? null;
  const pinned = memory.pinned && card === memory.card;
  const first: readonly Effect[] = card
    ? []
    : [{ kind: 'create-comment', key: 'card', body: mark('card', wanted.empty) }];
  const pin: readonly Effect[] = pinned ? [] : [{ kind: 'pin-comment', key: 'card', comment: card?.id ?? null }];
  const same = card !== null && pinned && card.body === wanted.body(revision, true);
  const write: readonly Effect[] = same
    ? []
    : [{ kind: 'write-card', comment: card?.id ?? null, body: wanted.body(revision + 1, true) }];
  const doubled = cards
    .filter((one) => one !== card)
    .map((twin) => ({ kind: 'delete-comment', key: 'card', comment: twin.id }) as const);
  return { first, last: [...pin, ...write, ...doubled] };
}
