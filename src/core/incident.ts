// The incident as the replay of its ledger gives it.

import type { CloseReason } from './close-reason.ts';
import type { Draft, Update } from './draft.ts';
import type { Entry, Source } from './entry.ts';
import type { Pinned } from './handbook-move-fact.ts';
import type { Milestone, MilestoneMark } from './milestone.ts';
import type { Person } from './person.ts';
import type { Segment } from './segment.ts';
import type { SubTeamState } from './sub-team-fact.ts';
import type { RoleChange, SituationField, UnknownService } from './timeline.ts';

/** Somebody's time in a role; `until` null while it lasts. */
export interface Tenure {
  readonly role: string;
  readonly person: Person;
  readonly from: string;
  readonly until: string | null;
  readonly change: RoleChange;
  readonly outside: boolean;
  readonly summary: string | null;
}

export interface Task {
  readonly number: number;
  readonly who: Person;
  readonly minutes: number | null;
  readonly text: string;
  readonly by: Person | null;
  readonly at: string;
  readonly ended: { readonly how: 'done' | 'dropped'; readonly at: string; readonly because: string | null } | null;
}

/** A task that the handbook called for: when, and how it ended; see core/called-tasks. */
export interface Called {
  readonly id: string;
  readonly at: string;
  readonly ended: {
    readonly how: 'done' | 'dropped';
    readonly at: string;
    readonly saidAt: string;
    readonly by: Person | null;
  } | null;
}

export interface Tick {
  readonly done: boolean;
  readonly by: Person | null;
  readonly at: string;
}

/** A turn that was said before its time: it comes true by itself. */
export interface Wish {
  /** Id of the status that it goes to. */
  readonly status: string;
  /** When; ISO UTC. */
  readonly due: string;
  readonly because: string | null;
  readonly by: Person | null;
  /** Of the entry that said it. */
  readonly source: Source;
}

export interface Incident {
  readonly title: string;
  readonly declaredBy: Person | null;
  /** Which handbook it follows, and since when (ISO UTC). */
  readonly handbook: Pinned & { readonly since: string };
  /** Labels that a handbook gave it which it no longer follows. */
  readonly formerLabels: readonly string[];
  readonly backfilled: boolean;
  /** False: an outsider's report that no responder has confirmed (yet). */
  readonly confirmed: boolean;
  readonly severity: {
    readonly current: string;
    readonly first: string;
    readonly peak: string;
    /** Nobody has said it whose word the handbook takes for it. */
    readonly assumed: boolean;
    readonly since: string;
  };
  /** Id of its type, and whether somebody said so (else it is the handbook's first one). */
  readonly type: { readonly current: string; readonly said: boolean };
  readonly status: string;
  readonly statusSince: string;
  /** The newest one that still may come true; null: none. */
  readonly wish: Wish | null;
  /** Reminders are put off; null: they are not. ISO UTC; `from` of the first of several, each said while the one before lasted. */
  readonly snooze: {
    readonly from: string;
    readonly until: string;
    readonly because: string | null;
    readonly by: Person | null;
  } | null;
  readonly milestones: Readonly<Partial<Record<Milestone, MilestoneMark>>>;
  readonly segments: readonly Segment[];
  /** Who holds what now, in the order they came; and all tenures, past ones too. */
  readonly tenures: readonly Tenure[];
  readonly joined: readonly Person[];
  readonly situation: Readonly<Partial<Record<SituationField, string>>>;
  /** The last status update: by `/update`, or published to somebody. */
  readonly update: Update | null;
  /** Words to somebody, in the order in which they were drafted. */
  readonly drafts: readonly Draft[];
  readonly reported: Readonly<Record<string, string>>;
  /** Ids of known services, other names as they were written. */
  readonly services: readonly string[];
  readonly unknownServices: readonly UnknownService[];
  readonly tasks: readonly Task[];
  readonly subTeams: readonly SubTeamState[];
  /** In the order in which they were called. */
  readonly called: readonly Called[];
  readonly ticks: Readonly<Record<string, Tick>>;
  readonly unread: readonly { readonly field: string; readonly text: string }[];
  readonly closed: {
    readonly reason: CloseReason;
    readonly at: string;
    readonly by: Person | null;
    readonly anyway: readonly string[];
    readonly because: string | null;
    /** It goes on as an ordinary issue. */
    readonly carriedOver?: true;
  } | null;
  readonly links: {
    readonly duplicate: string | null;
    readonly related: readonly string[];
    readonly parent: string | null;
  };
  readonly postMortem: { readonly merged: number | null; readonly refused: string | null };
  /** Accepted entries that were not undone, in the order they were said. */
  readonly timeline: readonly Entry[];
}

/** Who holds a role now, first comer first. */
export function holders(incident: Incident, role: string): readonly Person[] {
  return incident.tenures
    .filter((tenure) => tenure.role === role && tenure.until === null)
    .map((tenure) => tenure.person);
}

/** The roles that somebody holds now. */
export function rolesOf(incident: Incident, person: Person | null): readonly string[] {
  if (!person) return [];
  return incident.tenures
    .filter((tenure) => tenure.until === null && tenure.person.id === person.id)
    .map((tenure) => tenure.role);
}
