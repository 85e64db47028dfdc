// A word to somebody on its way: drafted, approved, published or retracted.
import type { Purpose } from './communication.ts';
import type { Person } from './person.ts';

/** A status update, as it stands on the card. */
export interface Update {
  readonly text: string;
  readonly at: string;
  readonly by: Person | null;
  /** When the next one was promised for; null: it was not. */
  readonly nextAt: string | null;
}

/** Somebody agreed to a text: to that text only, known by its hash. */
export interface Approval {
  readonly by: Person | null;
  readonly at: string;
  readonly hash: string;
  /** The roles in which they did, or in whose place a lead or a deputy did while nobody held them. */
  readonly as: readonly string[];
}

/** What left the house. Times are ISO UTC. */
export interface Publication {
  readonly by: Person | null;
  readonly at: string;
  /** Of the exact text, which stands in our comment `published:<draft>`. */
  readonly hash: string;
  /** The text's beginning, at most 200 characters. */
  readonly text: string;
  readonly purpose: Purpose;
  readonly external: boolean;
  readonly approver: Person | null;
  /** When it was due, and how many minutes later it came (0: in time); null: it had no time. */
  readonly dueAt: string | null;
  readonly lateMinutes: number | null;
  /** The update whose place it took; null: there was none. */
  readonly over: Update | null;
}

export interface Draft {
  /** Drafts of an incident are numbered from 1, those taken back included. */
  readonly number: number;
  /** Ids of the handbook. */
  readonly message: string;
  readonly audience: string;
  readonly by: Person | null;
  readonly at: string;
  readonly approvals: readonly Approval[];
  readonly published: Publication | null;
  readonly retracted: { readonly by: Person | null; readonly at: string; readonly because: string | null } | null;
}

/** A longer text is not published: it must fit into a comment of ours with what stands around it. */
export const longestDraft = 30_000;

/** Still to be approved or published. */
export function isOpenDraft({ published, retracted }: Draft): boolean {
  return published === null && retracted === null;
}
