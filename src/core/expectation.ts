// What should be true of the thread after the pass: rules say it, render puts it into words, diff finds what is missing.

import type { ClockState, RunningClock } from './clock.ts';
import type { CloseReason } from './close-reason.ts';
import type { CommentKey } from './effect.ts';
import type { Entry } from './entry.ts';
import type { Turn } from './handbook.ts';
import type { IssueKey, OpenedIssue } from './opened-issue.ts';
import type { Person } from './person.ts';
import type { Comment } from './snapshot.ts';

/** The next act the handbook expects, shown on the card with the command to copy. */
export interface NextStep {
  /** Role that owes it; null: any responder. */
  readonly role: string | null;
  readonly step:
    | 'confirm'
    | 'acknowledge'
    | 'call'
    | 'take-role'
    | 'set-severity'
    | 'classify'
    | 'mend-time'
    | 'give-update'
    | 'mitigate'
    | 'resolve'
    | 'tick'
    | 'close'
    | 'review-post-mortem'
    | 'confirm-milestones'
    | 'nothing';
  /** Rights and role ids of which one is enough, where it takes more than any responder. */
  readonly by?: readonly string[];
  /** Role, item or field the step is about. */
  readonly about: string;
  /** The line to copy, e.g. `/role commander`. */
  readonly command: string;
}

/**
 * What an issue of ours says; `carried-over`: the incident goes on there as an ordinary issue. `source`: the words that
 * began a sub-team.
 */
export type IssuePage = { readonly page: 'carried-over' } | { readonly page: 'sub-team'; readonly source: string };

/** What somebody is reminded of. */
export type ReminderMatter =
  | 'no-confirmation'
  | 'unstaffed-role'
  | 'no-acknowledgement'
  | 'no-update'
  | 'task-over'
  | 'time-over'
  | 'hand-over-offered';

/**
 * A clock ran out: those of one key are told in one comment. `people`: who is reminded; `named`: logins of who is told of, and not
 * called; `done`: what was owed was done before we could look; `late`: minutes that the comment comes late, where that matters.
 */
export interface Reminder {
  readonly expect: 'reminder';
  readonly matter: ReminderMatter;
  readonly entry: Entry;
  readonly clock: RunningClock;
  /** It was told before. */
  readonly again: boolean;
  readonly due: string;
  readonly people: readonly Person[];
  readonly named: readonly string[];
  readonly done: boolean;
  readonly key: CommentKey;
  readonly late: number;
}

/** Something that should be true after the pass. */
export type Expectation =
  | { readonly expect: 'repository-label'; readonly name: string; readonly color: string; readonly description: string }
  | { readonly expect: 'label'; readonly name: string }
  /** A label of ours that this incident must not bear. */
  | { readonly expect: 'no-label'; readonly name: string }
  | { readonly expect: 'assignee'; readonly person: Person }
  | { readonly expect: 'no-assignee'; readonly person: Person }
  | { readonly expect: 'title'; readonly title: string }
  | { readonly expect: 'open' }
  /** `isNew`: closed by words heard in this pass; later a person may give another reason by hand, and keeps it. */
  | {
      readonly expect: 'closed';
      readonly reason: CloseReason;
      readonly original: number | null;
      readonly isNew: boolean;
    }
  /** `comment`: its number. */
  | { readonly expect: 'reaction'; readonly comment: string; readonly ok: boolean }
  /** One comment that answers these entries, said once; edited when one of them is new. `late`: minutes, where that matters. */
  | {
      readonly expect: 'reply';
      readonly key: CommentKey;
      readonly entries: readonly Entry[];
      readonly late?: number;
    }
  | {
      readonly expect: 'answers';
      readonly key: CommentKey;
      readonly person: Person;
      readonly entries: readonly Entry[];
    }
  | {
      readonly expect: 'announcement';
      readonly key: CommentKey;
      readonly turns: readonly { readonly turn: Turn; readonly entry: Entry }[];
    }
  /** A draft's comment; `end`: the entry that ended it, then it is folded away. */
  | { readonly expect: 'draft'; readonly key: CommentKey; readonly entry: Entry; readonly end: Entry | null }
  /** What was published, word for word. */
  | { readonly expect: 'publication'; readonly key: CommentKey; readonly entry: Entry }
  /** What was published no longer stands. */
  | { readonly expect: 'retraction'; readonly key: CommentKey; readonly entry: Entry }
  | { readonly expect: 'checklist' }
  /** A comment of ours that somebody else edited, as we wrote it last. */
  | { readonly expect: 'own-words'; readonly key: CommentKey; readonly body: string }
  /** Another Sitrep's card stands here, and we do nothing; `takenBy`: until somebody took it over. */
  | {
      readonly expect: 'other-sitrep';
      readonly key: CommentKey;
      readonly from: string;
      readonly takenBy: Person | null;
    }
  /** A private matter came to stand where everybody reads: what to do, said once. */
  | { readonly expect: 'exposure'; readonly key: CommentKey; readonly entry: Entry }
  /** An issue that we opened because of a matter that is private now, or of words that were taken out. */
  | { readonly expect: 'masked-issue'; readonly opened: OpenedIssue; readonly why: 'private' | 'redacted' }
  /** A comment of ours that repeats what was taken out: it goes before our memory forgets what to look for. */
  | { readonly expect: 'taken-down'; readonly key: CommentKey; readonly comment: Comment }
  /** What was taken out may stand in the post-mortem's open pull request. */
  | { readonly expect: 'post-mortem-without' }
  /** A comment of ours that must not stand any more. */
  | { readonly expect: 'no-comment'; readonly key: CommentKey; readonly comment: Comment }
  /** The post-mortem's pull request, opened because of this entry. */
  | {
      readonly expect: 'post-mortem';
      readonly cause: Entry;
      /** The cause was heard in this pass: then what a pass cut short left undone is done now. */
      readonly isNew: boolean;
      readonly reopen: boolean;
    }
  /**
   * An issue of ours beside the incident, opened because of this entry when it is heard and never again: as it is after the entry,
   * and with a milestone (node id) chosen as of then.
   */
  | {
      readonly expect: 'issue';
      readonly key: IssueKey;
      readonly cause: Entry;
      readonly about: IssuePage;
      readonly labels: readonly string[];
      readonly milestone: string | null;
      readonly parent: boolean;
    }
  /** A clock that runs, as it stands now. */
  | { readonly expect: 'clock'; readonly clock: RunningClock; readonly state: ClockState }
  /** Reminders are put off as yet. */
  | { readonly expect: 'snoozed' }
  | Reminder
  | ({ readonly expect: 'next' } & NextStep);
