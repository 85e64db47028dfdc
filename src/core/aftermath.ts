// What comes after: the post-mortem with its meeting, and the action items.
import type { Term } from '../time/term.ts';

/** Who meets about a post-mortem, when and how long. */
export interface Meeting {
  /** By severity, from the post-mortem's own milestone. */
  readonly within: Readonly<Record<string, Term>>;
  /** Not sooner than this after the post-mortem's own milestone; null: as soon as may be. */
  readonly notBefore: Term | null;
  /** In words, by severity: `2-3 hours`. */
  readonly length: Readonly<Record<string, string>>;
  readonly participants: Readonly<Record<string, readonly string[]>>;
  readonly agenda: readonly string[];
}

/** When a post-mortem is owed, in which form, and how it is finished. */
export interface PostMortem {
  /** Severity ids that need one; empty: none does. */
  readonly requiredAt: readonly string[];
  /** Folder of the files, relative to the repository's root. */
  readonly folder: string;
  /** Name of the template: one of ours, or a path in the repository's `.github/sitrep/`. */
  readonly template: string;
  /** Another template by severity. */
  readonly templates: Readonly<Record<string, string>>;
  /** The role that owns it; null: who leads. */
  readonly owner: string | null;
  /** Done so long after `resolved`, by severity. */
  readonly due: Readonly<Record<string, Term>>;
  /** The draft is to be there so long before or after the meeting, as the source says it, in words. */
  readonly draft: string | null;
  readonly meeting: Meeting | null;
  /** What it goes through, in order. */
  readonly states: readonly string[];
  /** Headings that the finished file must have. */
  readonly sections: readonly string[];
  /** How the causes are looked for, in words. */
  readonly methods: readonly string[];
  /** What it is found by later, in words: `service`, `severity`. */
  readonly tags: readonly string[];
  /** Questions a reviewer asks of it. */
  readonly checks: readonly string[];
  /** Roles that sign it off. */
  readonly signOff: readonly string[];
  /** Kept so long; null: not said. */
  readonly retention: Term | null;
}

/** What is to be done so that it does not happen again, and how that is followed up. */
export interface ActionItems {
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  /** `within` null: without an end. */
  readonly horizons: readonly { readonly id: string; readonly name: string; readonly within: Term | null }[];
  /** Labels of an item's issue; `{severity}` and `{date}` (YYYYMMDD) stand for the incident's. */
  readonly tags: readonly string[];
  /** What each item must tell. */
  readonly required: readonly string[];
  /** What an item goes through, in order. */
  readonly states: readonly string[];
  /** Title of an item's issue; `{incident}`, `{number}` and `{text}` stand for its own; null: its text. */
  readonly title: string | null;
  /** The role without whose word none is done; null: none. */
  readonly signOff: string | null;
  /** How often they are looked at, in words. */
  readonly reviews: readonly string[];
}
