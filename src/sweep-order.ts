// In which order a sweep wakes what it found: people's words first, then what is due, of each the worst level.

import type { IssueRef } from './github/observe.ts';
import type { Found } from './github/search.ts';

/** What was found, and the issue to look at because of it. */
export interface Find {
  readonly ref: IssueRef;
  readonly found: Found;
  /** See `urgencyTold`. */
  readonly urgency: number | null;
  /** When something comes by itself, as far as its record was read (ISO); null: nothing does; missing: not read. */
  readonly due?: string | null | undefined;
}

/** Milliseconds in which labels and pin follow a card that was made whole. */
const behindACard = 10_000;

/** Our card, or what goes out behind a first one, was the last that changed: most likely there is nothing to do. */
export function isQuiet({ updatedAt, cardAt }: Found): boolean {
  return cardAt !== null && Date.parse(updatedAt) - Date.parse(cardAt) <= behindACard;
}

/**
 * First what changed since we last wrote there, then what became due meanwhile, then the others; of each the worst level, and of
 * that what changed last. @param now our clock, ISO
 */
export function inOrder(finds: readonly Find[], now: string): readonly Find[] {
  const rank = ({ found, due }: Find): number =>
    isQuiet(found) ? (due && Date.parse(due) <= Date.parse(now) ? 1 : 2) : 0;
  return finds.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (one.urgency ?? 0) - (other.urgency ?? 0) ||
      (one.found.updatedAt > other.found.updatedAt ? -1 : 1),
  );
}
