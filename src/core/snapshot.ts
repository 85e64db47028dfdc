// What one look at GitHub showed: plain data, nothing judged yet.
import type { CloseReason } from './close-reason.ts';
import type { RepositoryMilestone } from './current-milestone.ts';
import type { Effect } from './effect.ts';
import type { IssueEvent } from './issue-event.ts';
import type { OpenedIssue } from './opened-issue.ts';
import type { Person, Standing } from './person.ts';
import type { Branch, PullRequest } from './pull-request.ts';

export interface Repository {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly url: string;
  readonly defaultBranch: string;
  /** Head of the default branch; null for an empty repository. */
  readonly headOid: string | null;
  readonly archived: boolean;
  /** Not everybody can read it: private, or internal to an enterprise. */
  readonly private: boolean;
}

export interface RepositoryLabel {
  readonly id: string;
  readonly name: string;
  /** Six hex digits without `#`. */
  readonly color: string;
  readonly description: string;
}

/** One version of a text that was edited: `body` is the whole text after that edit. */
export interface Revision {
  readonly id: string;
  readonly by: Person | null;
  readonly at: string;
  readonly body: string;
}

export interface Reaction {
  readonly id: string;
  /** GraphQL's name: `ROCKET`, `THUMBS_UP`, `CONFUSED`… */
  readonly content: string;
  readonly by: Person | null;
  readonly at: string;
}

export interface Comment {
  readonly kind: 'comment';
  readonly id: string;
  /** GitHub's database id as a decimal string (`fullDatabaseId`): the number in the comment's address. */
  readonly number: string;
  readonly url: string;
  /** Null when the account is gone. */
  readonly by: Person | null;
  readonly at: string;
  readonly body: string;
  readonly editedAt: string | null;
  readonly editor: Person | null;
  readonly minimised: boolean;
  /** GitHub counts the author among owner, members and collaborators. It may admit, never refuse. */
  readonly insider: boolean;
  /** Written by us: the viewer, or the app that the config names. */
  readonly mine: boolean;
  /** Oldest first; empty when never edited. The first revision is the text as first written. */
  readonly revisions: readonly Revision[];
  /** 🚀 of people and our own reactions; others are not looked at. */
  readonly reactions: readonly Reaction[];
}

export interface Issue {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly by: Person | null;
  readonly at: string;
  readonly editedAt: string | null;
  readonly editor: Person | null;
  /** As of a comment: GitHub counts the author among owner, members and collaborators. */
  readonly insider: boolean;
  /** Versions of the body, oldest first; empty when never edited. */
  readonly revisions: readonly Revision[];
  readonly state: 'open' | 'closed';
  readonly reason: CloseReason | null;
  readonly locked: boolean;
  readonly isPullRequest: boolean;
  /** As GitHub spells them now. */
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  readonly assignees: readonly Person[];
}

/** What GitHub refused of the last pass although asked rightly (a setting, a ruleset): a person must know it once. */
export interface GitHubRefusal {
  readonly what: 'pull-request';
  /** GitHub's own words. */
  readonly message: string;
  /** When people last did something before it; ISO. */
  readonly at: string;
}

/** A problem of the config or handbook: a person can mend it in a file. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What to write instead; may be empty. */
  readonly suggestion: string;
}

/** Another open incident of the repository, for the queue. */
export interface OtherIncident {
  readonly number: number;
  readonly title: string;
  readonly labels: readonly string[];
  readonly createdAt: string;
}

/** An incident or report that somebody filed before this one. */
export interface EarlierReport {
  readonly id: string;
  readonly number: number;
  readonly closedAt: string | null;
  /** Its first comments: our card stands among them. */
  readonly comments: readonly Comment[];
}

export interface Snapshot {
  readonly repository: Repository;
  /** Who we are on this wire. */
  readonly viewer: Person;
  readonly issue: Issue;
  /** When GitHub says that the issue changed last (ISO UTC): tells how old a look is, and nothing else. Missing: not asked. */
  readonly changedAt?: string;
  /** Comments and events in the one order in which GitHub lists them. */
  readonly thread: readonly (Comment | IssueEvent)[];
  /** All labels of the repository. */
  readonly labels: readonly RepositoryLabel[];
  /** Open milestones of the repository, the one opened last first. */
  readonly milestones: readonly RepositoryMilestone[];
  /** Standing by login in lower case. `null`: GitHub knows nobody of that login. Missing: was not asked. */
  readonly people: Readonly<Record<string, Standing | null>>;
  /** Numbers of this repository that somebody named on a command line, and whether there is such an issue. Missing: not asked. */
  readonly named: Readonly<Record<number, boolean>>;
  /** The oldest hundred of the other open incidents; null: nobody asked for the queue. */
  readonly others: readonly OtherIncident[] | null;
  /** What whoever filed this one had filed before; missing: they have standing, or it was heard before. */
  readonly earlier?: readonly EarlierReport[];
  /** Issues that we opened because of this one, the first one of each key. */
  readonly opened: readonly OpenedIssue[];
  /** Sub-issues of anybody's, closed ones too. */
  readonly subIssueCount: number;
  /** The name of the post-mortem's branch: `post-mortem/<issue>`, or `post-mortem-<issue>` where somebody else took that. */
  readonly postMortemBranch: string;
  /** Somebody else took that other name as well: GitHub will refuse it. */
  readonly postMortemTaken?: true;
  /** The branch of that name, when it exists and is ours. */
  readonly branch: Branch | null;
  /** Pull requests of both names, forks' included. */
  readonly pulls: readonly PullRequest[];
  /** The file of the post-mortem's open pull request at its head, where words may have to be taken out of it; missing: not asked. */
  readonly postMortemFile?: { readonly path: string; readonly text: string };
  /**
   * What the config is now: its blob's oid (null when there is no file), its folder's tree oid (null when there is none) and
   * what is wrong with it.
   */
  readonly config: {
    readonly oid: string | null;
    readonly folder?: string | null;
    readonly problems: readonly Problem[];
    /** It says something else than what the incident follows: who changed it last and when (ISO UTC), where GitHub tells. */
    readonly changed?: { readonly by: string | null; readonly at: string | null };
  };
  /** What an incident that is declared in this pass began with, where it was declared before and the record of it is lost. */
  readonly began?: { readonly oid: string | null; readonly folder?: string | null };
  readonly refused: readonly GitHubRefusal[];
  /** Kinds of what this process wrote over and over without its staying: it waits (decision 20). */
  readonly unstaying?: readonly Effect['kind'][];
}

/** The comments of a look, oldest first. */
export function commentsOf({ thread }: Pick<Snapshot, 'thread'>): readonly Comment[] {
  const known = kept.get(thread) ?? thread.filter((item): item is Comment => item.kind === 'comment');
  kept.set(thread, known);
  return known;
}

/** A plan asks some thirty times for those of its look. */
const kept = new WeakMap<Snapshot['thread'], readonly Comment[]>();
