// What has been said, judged: the facts of the ledger's entries. The incident is their replay.
import type { CloseReason } from './close-reason.ts';
import type { Purpose } from './communication.ts';
import type { Milestone } from './handbook.ts';
import type { HandbookMove, Pinned } from './handbook-move-fact.ts';
import type { PageFact } from './page-fact.ts';
import type { Person } from './person.ts';
import type { Asked } from './question.ts';
import type { SubTeamFact } from './sub-team-fact.ts';
import type { WishFact } from './wish-fact.ts';

/** How a role came to its holder. */
export type RoleChange = 'taken' | 'given' | 'freed' | 'handover' | 'takeover';
export const noteKinds = ['note', 'decision', 'hypothesis', 'ruled-out', 'todo'] as const;
export type NoteKind = (typeof noteKinds)[number];
export const situationFields = ['impact', 'workaround', 'eta', 'summary', 'solution', 'bridge', 'channel'] as const;
/** What the top of the card tells in people's words. */
export type SituationField = (typeof situationFields)[number];

/** One accepted fact. Texts are at most 200 characters: the rest is the comment that the entry links. */
export type Fact =
  | {
      readonly kind: 'declared';
      readonly severity: string;
      /** The severity was assumed (the report did not tell). */
      readonly assumed: boolean;
      readonly backfilled: boolean;
      /** By somebody whose report counts only once it is confirmed. */
      readonly unconfirmed?: true;
      /** Why it was recorded afterwards. */
      readonly because?: string;
      readonly title: string;
      /**
       * Handbook id, the oid of the config's blob (null: no config file) and of its folder's tree (null: no folder; missing: not
       * pinned). Pinned for this incident.
       */
      readonly handbook: Pinned;
    }
  /** A responder takes the report of an outsider for what it says. */
  | { readonly kind: 'confirmed' }
  /** What was rebuilt of a lost record is right, or was corrected. */
  | { readonly kind: 'record-confirmed' }
  /** The record of another Sitrep was taken over. `from`: its login. */
  | { readonly kind: 'adopted'; readonly from: string }
  | HandbookMove
  | SubTeamFact
  | { readonly kind: 'sub-team-ended'; readonly team: string }
  | { readonly kind: 'backfilled'; readonly because?: string }
  /** `assumed`: said by somebody whose word the handbook does not take for it. */
  | { readonly kind: 'severity'; readonly severity: string; readonly assumed?: true; readonly because?: string }
  /** `private`: so by the handbook that heard it, whatever a later one knows. */
  | { readonly kind: 'type'; readonly type: string; readonly because?: string; readonly private?: true }
  /** A role changed hands. `holder`: who has it now (null when freed); `before`: who had it and lost it. `outside`: no write access. */
  | {
      readonly kind: 'role';
      readonly role: string;
      readonly change: RoleChange;
      readonly holder: Person | null;
      readonly before: Person | null;
      readonly outside?: true;
      readonly summary?: string;
      readonly because?: string;
    }
  /** The status moved. `relapse`: the incident was mitigated, resolved or closed and is active again. */
  | { readonly kind: 'status'; readonly status: string; readonly relapse?: true; readonly because?: string }
  | WishFact
  /**
   * A clock ran out (`clocks/clocks`): its id, when it was due, and how many of its periods were over then; `owner`: the role that owed
   * it; `who`: the one who did; `vacant`: the roles that nobody held then. `callsOut`: nobody failed, it is called out.
   */
  | {
      readonly kind: 'overdue';
      readonly clock: string;
      readonly due: string;
      readonly period: number;
      readonly owner?: string;
      readonly who?: Person;
      readonly vacant?: readonly string[];
      readonly callsOut?: true;
    }
  /** The milestone alone is set or corrected; the time is the entry's `at`. */
  | { readonly kind: 'milestone'; readonly milestone: Milestone; readonly because?: string }
  | { readonly kind: 'note'; readonly note: NoteKind; readonly text: string; readonly of?: Quoted }
  | { readonly kind: 'update'; readonly text: string; readonly nextAt?: string }
  | { readonly kind: 'situation'; readonly field: SituationField; readonly text: string }
  /** A value of the report that only the report tells. */
  | {
      readonly kind: 'reported';
      readonly field: 'symptoms' | 'how-detected' | 'users-affected' | 'functions' | 'urgency';
      readonly text: string;
    }
  /** `unknown`: of the added ones, those that the team's files do not tell, with the id of what was meant. */
  | {
      readonly kind: 'services';
      readonly add: readonly string[];
      readonly remove: readonly string[];
      readonly unknown?: readonly UnknownService[];
    }
  /** Reminders are put off until then; ISO UTC. */
  | { readonly kind: 'snooze'; readonly until: string; readonly because?: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'joined'; readonly who: Person }
  | { readonly kind: 'left'; readonly who: Person }
  | { readonly kind: 'task'; readonly who: Person; readonly minutes?: number; readonly text: string }
  | { readonly kind: 'task-ended'; readonly task: number; readonly how: 'done' | 'dropped'; readonly because?: string }
  /** A task that the handbook called for was done, dropped, or is to be done after all. */
  | {
      readonly kind: 'called-task';
      readonly task: string;
      readonly how: 'done' | 'dropped' | 'open';
      readonly because?: string;
    }
  | { readonly kind: 'ticked'; readonly item: string; readonly done: boolean }
  /** A field of the report that could not be read: named on the card until its milestone or value is said. */
  | { readonly kind: 'unread'; readonly field: string; readonly text: string }
  | {
      readonly kind: 'closed';
      readonly reason: CloseReason;
      /** Items that were open when it was closed anyway. */
      readonly anyway?: readonly string[];
      readonly because?: string;
    }
  /** Closed for want of an incident: it goes on as an ordinary issue. `severity`: the level that becomes one. */
  | { readonly kind: 'carried-over'; readonly severity: string }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'link'; readonly link: 'duplicate' | 'related' | 'parent'; readonly issue: string }
  /** `what`: what was taken back, as a command of ours. */
  | { readonly kind: 'undone'; readonly sources: readonly string[]; readonly what?: string }
  /** `template`: id of the handbook's message. `digest`: of the text as drafted, as {@link textHash} makes it. */
  | {
      readonly kind: 'drafted';
      readonly draft: number;
      readonly template: string;
      readonly audience: string;
      readonly digest: string;
    }
  /** `as`: the roles in which they agreed, or in whose place. */
  | { readonly kind: 'approved'; readonly draft: number; readonly digest: string; readonly as: readonly string[] }
  /** `text`: its beginning; the whole stands in our comment of the same digest. `editors`: who changed it after it was drafted. */
  | {
      readonly kind: 'published';
      readonly draft: number;
      readonly template: string;
      readonly audience: string;
      readonly purpose: Purpose;
      readonly external: boolean;
      readonly digest: string;
      readonly text: string;
      readonly approver?: Person;
      readonly editors?: readonly Person[];
      readonly dueAt?: string;
      readonly lateMinutes?: number;
    }
  | { readonly kind: 'retracted'; readonly draft: number; readonly published: boolean; readonly because?: string }
  /** `/postmortem`: open it, or open it again. */
  | { readonly kind: 'post-mortem-asked' }
  | { readonly kind: 'post-mortem-merged'; readonly pull: number }
  /** GitHub refused to open it. */
  | { readonly kind: 'post-mortem-refused'; readonly message: string }
  | Asked
  | PageFact
  /** A plain word of somebody who is to be heard from time to time: it answers their check-in, and nothing else. */
  | { readonly kind: 'spoke' }
  /** Somebody answered the ladder, which had begun anew after the incident was acknowledged. */
  | { readonly kind: 'answered' }
  /** What a comment said (its number; null: the report and the title) is taken out. `ofDraft`: of which draft it is ours. */
  | {
      readonly kind: 'redacted';
      readonly comment: string | null;
      readonly ofDraft?: number;
      readonly because: string;
    }
  /** Somebody touched what only we write; it was put back. `by` of the entry is who; GitHub does not tell who hides a comment. */
  | { readonly kind: 'interference'; readonly what: Touched }
  /** The config was found broken: said once for that blob. */
  | { readonly kind: 'config-problem'; readonly oid: string };

/** What was done to our comments, and to which. `words-edited`: of any but the card. */
export type Touched =
  | 'card-edited'
  | 'card-deleted'
  | 'card-hidden'
  | 'record-deleted'
  | 'checklist-hidden'
  | 'words-edited'
  | 'comment-deleted';

/** A service of a report that is none of those we know. */
export interface UnknownService {
  readonly name: string;
  readonly meant: string | null;
}

/** A comment that a note points at (bare `/note`, 🚀). */
export interface Quoted {
  readonly url: string;
  readonly by: string;
}
