// What the record keeps of a turn that was said before its time.

/** A wish, and what became of it where it did not come true. */
export type WishFact =
  /**
   * A turn before its time (the status' `minimum`): it comes true at `due` (ISO UTC) unless something stands in its way.
   * `how`: closed with GitHub's button, or by a closing keyword.
   */
  | {
      readonly kind: 'wish';
      readonly status: string;
      readonly due: string;
      readonly because?: string;
      readonly how?: 'by-hand' | 'pull' | 'commit';
    }
  /** A wish whose moment came and found items open (`missing`), the type not said, the time not over (`until`), or no way there. */
  | {
      readonly kind: 'wish-lapsed';
      readonly status: string;
      readonly missing?: readonly string[];
      readonly unclassified?: true;
      readonly until?: string;
    };
