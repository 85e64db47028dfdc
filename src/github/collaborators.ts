// What several people may do in a repository, told in one answer.
import type { GitHub } from './client.ts';

/** Somebody as GitHub tells their permissions. */
export interface ToldUser {
  readonly node_id: string;
  readonly login: string;
  readonly type: string;
  readonly permissions?: Readonly<Record<string, boolean>>;
}

/**
 * The first hundred of those who have more than what everybody has, by login in lower case. Who is not among them must be asked about
 * alone; so must all where GitHub does not tell.
 */
export async function collaborators(
  github: GitHub,
  { owner, name }: { readonly owner: string; readonly name: string },
): Promise<ReadonlyMap<string, ToldUser>> {
  const { status, data } = await github.rest('GET /repos/{owner}/{repo}/collaborators', {
    ...{ owner, repo: name, per_page: 100 },
  });
  const users = status === 200 ? (data as readonly ToldUser[]) : [];
  return new Map(users.map((user) => [user.login.toLowerCase(), user]));
}
