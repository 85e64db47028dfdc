// The shapes in which GitHub answers the documents of incident-documents.ts, as far as we read them.
import type { RawConfig } from './config-answer.ts';
import type { Nodes, Page, RawActor, RawEdits } from './look-answer.ts';

/** A list that also says how long it is. */
export interface CountedPage<T> extends Page<T> {
  readonly totalCount: number;
}

export interface RawSaid {
  readonly id: string;
  readonly fullDatabaseId: string | number;
  readonly url: string;
  readonly createdAt: string;
  readonly body: string;
  readonly lastEditedAt: string | null;
  readonly authorAssociation: string;
  readonly author: RawActor | null;
  readonly editor: RawActor | null;
}

export interface RawBareIncident {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly stateReason: string | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly updatedAt: string;
  readonly authorAssociation: string;
  readonly author: RawActor | null;
  readonly labels: Nodes<{ readonly name: string }> | null;
}

export interface RawIncident extends RawBareIncident {
  readonly comments: CountedPage<RawSaid>;
}

/** How many there are, and which changed last. */
export interface RawListHead extends Nodes<{ readonly id: string; readonly updatedAt: string }> {
  readonly totalCount: number;
}

export interface RawHead extends RawConfig {
  readonly id: string;
  readonly name: string;
  readonly owner: { readonly login: string };
  readonly isPrivate: boolean;
  readonly hasIssuesEnabled: boolean;
  readonly head: RawListHead;
  readonly open: { readonly totalCount: number };
  readonly openChanged: { readonly totalCount: number };
  /** Where the first page was asked for as well. */
  readonly issues?: CountedPage<RawIncident>;
}

export interface RawOwner {
  readonly login: string;
  readonly repositories: CountedPage<RawHead>;
}

export interface RawKept {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly viewerDidAuthor: boolean;
  readonly author: RawActor | null;
  readonly editor: RawActor | null;
}

export interface RawHome extends RawConfig {
  readonly id: string;
  readonly name: string;
  readonly owner: { readonly login: string };
  readonly metrics: Nodes<RawKept>;
}

export interface RawIncidents<T = RawIncident> {
  readonly repository: { readonly head?: RawListHead; readonly issues: CountedPage<T> | null } | null;
}

export interface RawComments {
  readonly comments?: CountedPage<RawSaid>;
  readonly timelineItems?: Nodes<{ readonly id: string; readonly createdAt: string; readonly actor: RawActor | null }>;
}

export interface RawRevisions {
  readonly id: string;
  readonly userContentEdits: RawEdits;
  readonly firstEdit: RawEdits;
}
