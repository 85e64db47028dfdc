// What a scenario file says, once it is read: plain data with the line of the file that each thing stands on.
import type { CloseReason } from '../../src/core/close-reason.ts';

export const accesses = ['admin', 'maintain', 'write', 'triage', 'read', 'none', 'member', 'bot'] as const;
/** What somebody may do in `acme/ops`; `member` is one of the organisation without access, `bot` is an app's account. */
export type Access = (typeof accesses)[number];

/** What one line does to GitHub. `target`: `card`, `checklist`, `report`, `reply 2`, or the name a line gave its comment. */
export type Act =
  | {
      readonly verb: 'open';
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
      /** Labels come from an issue form: nobody's permission is asked. */
      readonly byForm: boolean;
    }
  | { readonly verb: 'comment'; readonly text: string }
  | { readonly verb: 'edit'; readonly target: string; readonly text: string }
  | { readonly verb: 'change'; readonly target: string; readonly replace: Readonly<Record<string, string>> }
  | { readonly verb: 'forge'; readonly target: string; readonly into: Forgery }
  | { readonly verb: 'delete' | 'minimise'; readonly target: string }
  | { readonly verb: 'react'; readonly target: string; readonly emoji: string }
  | { readonly verb: 'label' | 'unlabel'; readonly names: readonly string[] }
  | { readonly verb: 'assign' | 'unassign'; readonly logins: readonly string[] }
  | { readonly verb: 'retitle'; readonly title: string }
  | { readonly verb: 'close'; readonly reason: CloseReason }
  | { readonly verb: 'reopen' | 'lock' | 'unlock' }
  /** An issue that is gone: deleted, or turned into a discussion. */
  | { readonly verb: 'remove'; readonly discussion: boolean }
  /** A label of the repository in its settings; `to`: null deletes it. */
  | { readonly verb: 'set-label'; readonly name: string; readonly to: string | null }
  | { readonly verb: 'archive'; readonly archived: boolean }
  | { readonly verb: 'rename-branch'; readonly from: string; readonly to: string }
  | { readonly verb: 'transfer'; readonly owner: string; readonly name: string }
  | { readonly verb: 'tick' | 'untick'; readonly item: string }
  | { readonly verb: 'merge'; readonly branch: string; readonly method: 'merge' | 'squash' | 'rebase' }
  | { readonly verb: 'close-pull' | 'reopen-pull' | 'delete-branch'; readonly branch: string }
  | { readonly verb: 'edit-pull'; readonly branch: string; readonly files: Files }
  | {
      readonly verb: 'open-pull';
      readonly branch: string;
      readonly body: string;
      readonly files: Files;
      readonly fork: boolean;
    }
  | { readonly verb: 'push'; readonly files: Files }
  /** The account gets another login. */
  | { readonly verb: 'call'; readonly login: string }
  | { readonly verb: 'permit'; readonly access: Access | 'gone' }
  | { readonly verb: 'fail'; readonly fault: string }
  | { readonly verb: 'down'; readonly until: string }
  /** The App is uninstalled, and another one installed in its place. */
  | { readonly verb: 'become'; readonly login: string };

export const forgeries = ['another character', 'its first text', 'a ledger of his own', 'the card of #2'] as const;
/** What somebody who would like to be believed makes of a card. */
export type Forgery = (typeof forgeries)[number];

/** Path to text; null deletes the file. */
export type Files = Readonly<Record<string, string | null>>;

export interface Line {
  /** Line of the file, from 1. */
  readonly line: number;
  /** The sentence as written, e.g. `10:02 ada`. */
  readonly sentence: string;
  /** ISO UTC, whole seconds. */
  readonly at: string;
  /** Login; empty for what nobody of the thread does. */
  readonly who: string;
  readonly act: Act;
  /** Number of the issue; null: the first one. */
  readonly issue: number | null;
  readonly as: string | null;
  readonly refused: boolean;
}

/** A value of `then`, with the line it stands on. */
export interface Expected {
  readonly line: number;
  readonly key: string;
  readonly value: ExpectedValue;
}
export type ExpectedValue = string | number | boolean | null | readonly ExpectedValue[] | readonly Expected[];

export interface Look {
  readonly line: number;
  readonly at: string;
  readonly expected: readonly Expected[];
}

/** An open milestone of `acme/ops`, there before anything happens, made in the order written. */
export interface NewMilestone {
  readonly title: string;
  /** ISO UTC; null: without a due date. */
  readonly due: string | null;
}

/** What of a story makes the world it begins in. */
export type Beginning = Pick<Story, 'files' | 'people' | 'teams' | 'private' | 'milestones'>;

export interface Story {
  readonly file: string;
  readonly story: string;
  /** Files of the default branch before anything happens. */
  readonly files: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, Access>>;
  /** Logins by team (`org/team`). */
  readonly teams: Readonly<Record<string, readonly string[]>>;
  /** Whether the repositories are private. */
  readonly private: boolean;
  readonly milestones: readonly NewMilestone[];
  readonly given: readonly Line[];
  /** In the order of their times; at least one. */
  readonly looks: readonly Look[];
}

/** The file is no scenario, or GitHub would not let it happen: exit code 2. */
export class NotAScenario extends Error {
  override readonly name = 'NotAScenario';
  readonly file: string;
  readonly line: number;
  readonly what: string;

  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.file = file;
    this.line = line;
    this.what = what;
  }
}
