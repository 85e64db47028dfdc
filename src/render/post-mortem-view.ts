// What a post-mortem is made from.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Person } from '../core/person.ts';

/** A comment of the thread that is no command; `at` ISO UTC, `body` as written. */
export interface ThreadComment {
  readonly by: Person | null;
  readonly at: string;
  readonly body: string;
  readonly url: string;
}

export interface PostMortemView {
  /** As it was when the post-mortem became owed. */
  readonly incident: Incident;
  readonly handbook: Handbook;
  readonly issue: { readonly number: number; readonly url: string };
  readonly repository: { readonly url: string };
  /** Who is asked to review it; null when nobody is known. */
  readonly owner: Person | null;
  /** Oldest first. */
  readonly comments: readonly ThreadComment[];
}
