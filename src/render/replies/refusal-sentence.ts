// What a refusal's sentence may look at, and the type that makes a missing sentence a compile error.
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import type { Refusal } from '../../core/refusal.ts';
import { quoteCode } from '../quote.ts';

export interface RefusalScene {
  readonly handbook: Handbook;
  /** As it was when the words were refused; null before there was an incident. */
  readonly incident: Incident | null;
  /** What was typed; null where it was not typed (a label, a click). */
  readonly typed: string | null;
}

/** One sentence a reason: kind, short, why, and the command to type at the end. */
export type RefusalSentences = {
  readonly [Reason in Refusal['reason']]: (
    refusal: Extract<Refusal, { reason: Reason }>,
    scene: RefusalScene,
  ) => string;
};

/** The command's word as it was typed, `fallback` where nothing was: for reasons that any command can have. */
export function typedWord({ typed }: RefusalScene, fallback: string): string {
  const [, word = fallback] = /^\s*\/(?:sitrep\s+)?([a-z][a-z-]{0,30})/i.exec(typed ?? '') ?? [];
  return word.toLowerCase();
}

/** “did you mean `scribe`?”, or nothing. */
export function didYouMean(meant: string | null): string {
  return meant === null ? '' : ` Did you mean ${quoteCode(meant)}?`;
}
