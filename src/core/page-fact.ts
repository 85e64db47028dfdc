// What the record keeps of a page: who was called, by which words, and whom it did not reach.

/** Why a level reached nobody: it calls none that we could, nobody is there now, GitHub knows none of them, or only who knows already. */
export type Unreached = 'in-words' | 'nobody' | 'gone' | 'only-you' | 'knows';

/** A level of the ladder that was passed over. */
export interface Passed {
  readonly level: string;
  readonly why: Unreached;
}

/**
 * Somebody was called. Whatever brings it to them (a mention now, a wire that rings one day) goes by this fact and by its entry's
 * source, so that it can be tried again until it is known to have arrived.
 */
export interface PageFact {
  readonly kind: 'paged';
  /** Whom, as {@link Callee}s in words. */
  readonly to: readonly string[];
  /** Logins, each of them called; none: there was nobody to call. */
  readonly people: readonly string[];
  /** So many more are meant and were not called. */
  readonly more?: number;
  /** At least so many: GitHub tells only the first hundred of a team. */
  readonly moreAtLeast?: true;
  /** Logins that are meant and not called, because they know already: who just did something here, or was called a moment ago. */
  readonly knowing?: readonly string[];
  /** Logins and teams that are meant and that GitHub does not know, or not show to us. */
  readonly lost?: readonly string[];
  /** In a comment of ours; nothing rang. `spared`: of a step that came too late to be of use nobody was told. */
  readonly how: 'mentioned' | 'spared';
  readonly because?: string;
  /** Of the ladder: the levels that were called together; none where all that were left reached nobody. */
  readonly levels?: readonly string[];
  /** Id of the trigger because of which it climbed. */
  readonly trigger?: string;
  /** Levels below it that reached nobody. */
  readonly passed?: readonly Passed[];
  /** What must be asked of GitHub before it is known whom it reaches. Never in a record that is kept: see look-at. */
  readonly unasked?: readonly string[];
}

/** Whether it was a step of the ladder, and not a call of somebody. */
export function isStep({ levels }: PageFact): boolean {
  return levels !== undefined;
}
