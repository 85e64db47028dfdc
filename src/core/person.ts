// Who somebody is: kept by GitHub's node id (a login can be renamed and taken by somebody else), shown by login.

/** A person or bot of GitHub. */
export interface Person {
  /** GitHub's node id; never changes. */
  readonly id: string;
  /** The login as GraphQL gives it: without `@`, and without `[bot]` for bots. */
  readonly login: string;
  readonly bot: boolean;
}

export const permissions = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
/** What GitHub lets somebody do in the repository, least first. */
export type Permission = (typeof permissions)[number];

/** What is known of somebody's rights in the repository at the time of the look. */
export interface Standing {
  readonly person: Person;
  readonly permission: Permission;
  /** Slugs (`org/team`) of the teams in `responders:`, and of those that roles ask for, that they belong to; asked where it matters. */
  readonly teams: readonly string[];
}

/** Whether a permission reaches another one. */
export function reaches(permission: Permission, needed: Permission): boolean {
  return permissions.indexOf(permission) >= permissions.indexOf(needed);
}

/** Whether two people are the same account. */
export function same(one: Person | null | undefined, other: Person | null | undefined): boolean {
  return one != null && other != null && one.id === other.id;
}
