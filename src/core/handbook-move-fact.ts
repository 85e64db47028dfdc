// What the record keeps of an incident's move to another handbook.
import type { Milestone, MilestoneMark } from './milestone.ts';
import type { Segment } from './segment.ts';

/** Which handbook, by which version of the repository's files (oids; null: there is no such file). */
export interface Pinned {
  readonly id: string;
  readonly oid: string | null;
  readonly folder?: string | null;
}

/** The fact of a move: where to, and everything that a replay by the new handbook alone would get wrong. */
export interface HandbookMove {
  readonly kind: 'handbook';
  readonly handbook: Pinned;
  /** Ids in the new handbook. */
  readonly severity: {
    readonly current: string;
    readonly first: string;
    readonly peak: string;
    readonly since: string;
  };
  readonly status: string;
  readonly statusSince: string;
  readonly type: string;
  /** What it was by the old one, where it has another id now. */
  readonly was: { readonly severity?: string; readonly status?: string; readonly type?: string };
  /** Roles that somebody holds and that the new handbook does not have. */
  readonly gone: readonly string[];
  /** Labels that the old one gave it. */
  readonly labels: readonly string[];
  readonly marks?: Readonly<Partial<Record<Milestone, MilestoneMark>>>;
  readonly segments?: readonly Segment[];
}
