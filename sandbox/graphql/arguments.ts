import type { Paging } from './connection.ts';

interface Order {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/**
 * Every argument that the answered fields read, all optional here: graphql-js has checked each request against GitHub's
 * schema (which of them are required, and their types) before a field sees them.
 */
export interface Arguments extends Paging {
  readonly owner: string;
  readonly name: string;
  readonly login: string | null;
  readonly id: string;
  readonly ids: readonly string[];
  readonly number: number;
  readonly expression: string | null;
  readonly oid: string | null;
  readonly qualifiedName: string;
  readonly refPrefix: string;
  readonly path: string;
  /** GitTimestamp. */
  readonly until: string | null;
  readonly query: string | null;
  readonly type: string;
  readonly labels: readonly string[] | null;
  readonly states: readonly string[] | null;
  readonly since: string | null;
  readonly itemTypes: readonly string[] | null;
  readonly content: string | null;
  readonly headRefName: string | null;
  readonly baseRefName: string | null;
  readonly enableDuplicate: boolean;
  readonly hasIssuesEnabled?: boolean | null;
  readonly isArchived?: boolean | null;
  readonly isFork?: boolean | null;
  readonly orderBy: Order | null;
  readonly filterBy: {
    readonly since?: string | null;
    readonly labels?: readonly string[] | null;
    readonly states?: readonly string[] | null;
    readonly createdBy?: string | null;
    readonly assignee?: string | null;
  } | null;
}
