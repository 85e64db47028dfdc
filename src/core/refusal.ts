// A refusal is a value: why something said did not count, with what the sentence needs. The sentences stand in render/replies.

import type { Term } from '../time/term.ts';
import type { DraftRefusal } from './refused-draft.ts';
import type { PageRefusal } from './refused-page.ts';
import type { PeopleRefusal } from './refused-people.ts';
import type { TimeRefusal } from './refused-time.ts';

/**
 * Why somebody was refused. `type` in the sentence is the command that helps; it is made by render from these values.
 * Each reason carries only what its sentence needs, so that old refusals can be rendered for ever.
 */
export type Refusal =
  /** No right. `needs` is the right, `who` the people or roles who could say it; `outsider`: who is to get a role without access. */
  | {
      readonly reason: 'no-right';
      readonly command: string;
      readonly needs: string;
      readonly who: readonly string[];
      readonly outsider?: string;
    }
  | { readonly reason: 'not-an-incident'; readonly command: string }
  | { readonly reason: 'already-an-incident' }
  /** No other Sitrep's record stands here. */
  | { readonly reason: 'nothing-to-adopt' }
  /** Another Sitrep's record cannot be read by the handbook that it names. */
  | { readonly reason: 'unreadable-record'; readonly from: string }
  | { readonly reason: 'pull-request' }
  /** Too many open reports of one outsider wait to be confirmed. `waiting`: their issues; `further`: that was said at an earlier one. */
  | { readonly reason: 'reports-waiting'; readonly waiting: readonly number[]; readonly further?: true }
  /** Nobody waits for its confirmation. */
  | { readonly reason: 'confirmed-already' }
  /** The rest of a comment with too many commands. */
  | { readonly reason: 'too-many-commands'; readonly heard: number; readonly left: number }
  | { readonly reason: 'unknown-command'; readonly word: string; readonly meant: string }
  | { readonly reason: 'in-code'; readonly command: string }
  | PeopleRefusal
  | PageRefusal
  | {
      readonly reason: 'unknown-severity';
      readonly word: string;
      readonly meant: string | null;
      readonly severities: readonly string[];
    }
  | {
      readonly reason: 'unknown-type';
      readonly word: string;
      readonly meant: string | null;
      readonly types: readonly string[];
    }
  | { readonly reason: 'same-type'; readonly type: string }
  | {
      readonly reason: 'unknown-answer';
      readonly word: string;
      readonly meant: string | null;
      readonly answers: readonly string[];
    }
  | {
      readonly reason: 'unknown-measure';
      readonly word: string;
      readonly meant: string | null;
      readonly measures: readonly string[];
    }
  | { readonly reason: 'unreadable-number'; readonly measure: string; readonly text: string }
  | { readonly reason: 'same-severity'; readonly severity: string }
  | { readonly reason: 'lowering-after-resolved'; readonly severity: string }
  /**
   * Only some may say it is so, or no longer more than so. `from`: the level that is left; the same: it was only confirmed.
   * `who`: rights and roles.
   */
  | {
      readonly reason: 'level-set-by';
      readonly severity: string;
      readonly from: string;
      readonly who: readonly string[];
    }
  | { readonly reason: 'lowering-before-resolved'; readonly severity: string; readonly from: string }
  /** Not stable for long enough. `since`: when the stable time began, `until`: when it is over; null: it is not stable. */
  | {
      readonly reason: 'lowering-too-early';
      readonly severity: string;
      readonly from: string;
      readonly stability: Term;
      readonly since: string | null;
      readonly until: string | null;
    }
  | {
      readonly reason: 'unknown-status';
      readonly word: string;
      readonly meant: string | null;
      readonly statuses: readonly string[];
    }
  | { readonly reason: 'illegal-move'; readonly from: string; readonly to: string; readonly legal: readonly string[] }
  /** It went past that status already; with a time its milestone could still be set. */
  | {
      readonly reason: 'already-passed';
      readonly status: string;
      readonly current: string;
      readonly legal: readonly string[];
    }
  | { readonly reason: 'same-handbook'; readonly handbook: string }
  | { readonly reason: 'config-broken' }
  /** `said`: when it was typed, ISO UTC; missing in old ones. */
  | { readonly reason: 'same-status'; readonly status: string; readonly since: string; readonly said?: string }
  | { readonly reason: 'not-resolved-or-closed' }
  | TimeRefusal
  | { readonly reason: 'unreadable-duration'; readonly command: string; readonly text: string }
  /** Reminders may be put off for so many minutes at most. */
  | { readonly reason: 'snooze-too-long'; readonly text: string; readonly most: number }
  /** They are put off since `since` until `until`, and may be for so many minutes from now on; 0: no longer. */
  | { readonly reason: 'snoozed-already'; readonly since: string; readonly until: string; readonly most: number }
  | { readonly reason: 'nothing-to-snooze' }
  | {
      readonly reason: 'missing';
      readonly command: string;
      readonly what:
        | 'text'
        | 'because'
        | 'person'
        | 'role'
        | 'time'
        | 'issue'
        | 'item'
        | 'task'
        | 'url'
        | 'services'
        | 'handbook'
        | 'draft';
      readonly usage: string;
    }
  /** Where services are known, no others are added. */
  | {
      readonly reason: 'unknown-service';
      readonly word: string;
      readonly meant: string | null;
      readonly services: readonly string[];
    }
  /** Neither a service nor a rota. */
  | {
      readonly reason: 'unknown-rota';
      readonly word: string;
      readonly meant: string | null;
      readonly names: readonly string[];
    }
  | { readonly reason: 'bad-url'; readonly command: string; readonly text: string }
  | {
      readonly reason: 'unknown-item';
      readonly word: string;
      readonly meant: string | null;
      readonly items: readonly string[];
    }
  | { readonly reason: 'unknown-task'; readonly number: string }
  | { readonly reason: 'no-such-issue'; readonly text: string }
  | { readonly reason: 'nothing-to-undo' }
  /** `people`: who was mentioned by it. */
  | { readonly reason: 'cannot-undo'; readonly what: string; readonly people?: readonly string[] }
  | { readonly reason: 'nothing-above' }
  /** No comment of this thread, nor the issue itself. */
  | { readonly reason: 'redact-what'; readonly text: string }
  /** It repeats what somebody else said. */
  | { readonly reason: 'redact-ours' }
  /** The gate: what is missing before it may be closed. `how` tells how it was tried. */
  | {
      readonly reason: 'gate';
      readonly how: 'by-hand' | 'command' | 'pull' | 'commit';
      readonly closer: string | null;
      /** Not resolved yet: the status it is in. */
      readonly status: string | null;
      readonly missing: readonly string[];
      /** Nobody has said its type, which the handbook wants said. */
      readonly unclassified?: true;
      /** Not before this moment either (ISO UTC). */
      readonly until?: string;
    }
  /** The time said is before the status may be left (ISO UTC both), and that moment has passed: it can be said. */
  | {
      readonly reason: 'too-early';
      readonly status: string;
      readonly to: string;
      readonly at: string;
      readonly until: string;
    }
  | { readonly reason: 'not-planned'; readonly severity: string }
  | DraftRefusal
  | { readonly reason: 'duplicate-of-what' }
  | { readonly reason: 'already-closed' }
  | { readonly reason: 'post-mortem-exists'; readonly pull: number; readonly state: 'open' | 'merged' }
  | { readonly reason: 'unknown-topic'; readonly word: string; readonly meant: string | null };
