// What people said to the bot, before anybody judged it.

import type { CloseReason } from '../core/close-reason.ts';
import type { Field } from '../core/handbook.ts';
import type { Person } from '../core/person.ts';
import type { Comment } from '../core/snapshot.ts';

interface Spoken {
  /** See Entry.source. */
  readonly source: string;
  readonly by: Person | null;
  /** GitHub's time; for a command found in an edited comment the time of the edit. ISO UTC. */
  readonly at: string;
  /** Place in GitHub's listing, then in the comment: orders what was said in one second. */
  readonly order: number;
}

/**
 * One `/command` of a comment. `text` is what follows the word, further lines of free text included, trimmed; where nothing stands
 * on the command's own line it begins with a line break, so that `firstLine(text)` is empty. Trim it before keeping it.
 */
export interface CommandLine {
  /** As typed, lower case, without `/`, trailing `:` or `.`, and without the `sitrep` prefix. */
  readonly word: string;
  readonly text: string;
  /** Whether `/sitrep` stood before it. */
  readonly prefixed: boolean;
  /** Inside a fence that is never closed: not a command, but worth an answer. */
  readonly inOpenFence: boolean;
}

export interface SaidCommand extends Spoken {
  readonly kind: 'command';
  readonly line: CommandLine;
  readonly comment: Comment;
  /** Set on the one command behind the last that is heard of a comment: how many there are from here on. */
  readonly surplus?: number;
  /** The comment before it in the thread by a person, for a bare `/note`. */
  readonly above: Comment | null;
  /**
   * Only where an edit changed the text of a command that is prose (its source stays, so that a mended note is not a second one):
   * under what name, by whom and when the new text was said. For when what was heard under `source` was refused.
   */
  readonly mended?: { readonly source: string; readonly by: Person | null; readonly at: string };
}

/** A report as read from an issue's body: each field's text, untrimmed of nothing but white space; `_No response_` is missing. */
export type Report = Readonly<Partial<Record<Field, string>>>;

export type Utterance =
  | SaidCommand
  | (Spoken & {
      readonly kind: 'report';
      readonly report: Report;
      readonly labels: readonly string[];
      readonly title: string;
    })
  /** The report's text was edited: what it tells now. */
  | (Spoken & { readonly kind: 'report-edit'; readonly report: Report })
  | (Spoken & { readonly kind: 'label'; readonly added: boolean; readonly label: string })
  | (Spoken & { readonly kind: 'assignee'; readonly added: boolean; readonly who: Person })
  | (Spoken & {
      readonly kind: 'close';
      readonly reason: CloseReason;
      readonly closer: { readonly kind: 'pull' | 'commit'; readonly name: string } | null;
    })
  | (Spoken & { readonly kind: 'reopen' })
  | (Spoken & { readonly kind: 'retitle'; readonly title: string })
  | (Spoken & { readonly kind: 'duplicate'; readonly original: number })
  | (Spoken & { readonly kind: 'tick'; readonly item: string; readonly done: boolean })
  | (Spoken & { readonly kind: 'rocket'; readonly comment: Comment })
  | (Spoken & { readonly kind: 'merge'; readonly pull: number })
  | (Spoken & { readonly kind: 'refused-by-github'; readonly message: string });
