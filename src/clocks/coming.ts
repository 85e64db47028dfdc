// Something that becomes a fact by itself: what it is, and the entry that it becomes.

import { cameDue } from '../core/came-due.ts';
import type { Entry, Source } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Person } from '../core/person.ts';
import type { Fact } from '../core/timeline.ts';
import { secondAfter } from '../time/time.ts';

/** Something that becomes a fact by itself when its moment has come, unless somebody does something before. */
export interface Coming {
  /** Ends in `+due`, and says what it is: so it comes once for ever. */
  readonly source: Source;
  /** ISO UTC, whole seconds. */
  readonly at: string;
  /** Whose words brought it; null: nobody's. */
  readonly by: Person | null;
  readonly fact: Fact;
}

/** What is to come of an incident as it stands, by one of the ways in which something comes by itself. Pure, without a clock. */
export type Comes = (incident: Incident, handbook: Handbook) => readonly Coming[];

/** The entry that it becomes: before everything said in that second. */
export function entryOf({ source, at, by, fact }: Coming): Entry {
  return { source, by, saidAt: at, order: -1, fact };
}

/**
 * The first moment (ISO UTC) at which something may still come: what should have come before the newest word on record comes in
 * the second after it, since it is that word which makes it come; beside what came by itself in the same second.
 */
export function soonest({ timeline }: Incident): string {
  const newest = timeline.at(-1);
  if (!newest) return '';
  return cameDue(newest) ? newest.saidAt : secondAfter(newest.saidAt);
}
