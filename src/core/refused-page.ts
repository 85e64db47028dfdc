// Why nobody was called; the sentences stand in render/replies.

export type PageRefusal =
  /** Neither a person nor anything that the handbook or the files beside it name. */
  | {
      readonly reason: 'unknown-callee';
      readonly word: string;
      readonly meant: string | null;
      readonly names: readonly string[];
    }
  /** A single word that names no level of the ladder. */
  | {
      readonly reason: 'unknown-level';
      readonly word: string;
      readonly meant: string | null;
      readonly names: readonly string[];
    }
  /** `about`: a callee in words. `why`: nobody is there now, or GitHub tells us of none of them. */
  | {
      readonly reason: 'nobody-to-page';
      readonly about: string;
      readonly why: 'nobody' | 'gone';
    }
  /** One comment calls no more people. */
  | { readonly reason: 'enough-paged'; readonly most: number }
  /** The handbook has no ladder, or its last level was called. */
  | { readonly reason: 'top-of-ladder'; readonly levels: number };
