import { Forbidden, NotFound } from '../refusal.ts';
import type { Account, Permission } from './account.ts';
import type { Doer } from './doer.ts';
import type { Issue, Repository } from './model.ts';

const ORDER: readonly Permission[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** What somebody may do in a repository. Everybody reads a public one; its owner administers it. */
export function permissionOf(repository: Repository, account: Account): Permission {
  if (repository.owner === account) return 'admin';
  const given = repository.permissions.get(account.id) ?? 'none';
  return given === 'none' && !repository.private ? 'read' : given;
}

/** @returns whether `has` covers `needs`. */
export function covers(has: Permission, needs: Permission): boolean {
  return ORDER.indexOf(has) >= ORDER.indexOf(needs);
}

/** Which of an app's permissions an act needs. */
export type Scope = 'issues' | 'contents' | 'pull_requests';

/** Which scope an act on an issue or pull request needs. (On a pull request GitHub takes either; here it is the narrower.) */
export function scopeOf(issue: Issue): Scope {
  return issue.pull ? 'pull_requests' : 'issues';
}

/** What the doer's word is worth in a repository; an app has no role, only what its installation was granted. */
export function standing(doer: Doer, repository: Repository, scope: Scope): Permission {
  if (!doer.grants) return permissionOf(repository, doer.by);
  if (isElsewhere(doer, repository)) return repository.private ? 'none' : 'read';
  const granted = doer.grants[scope];
  if (granted === 'write' || granted === 'admin') return 'write';
  return granted === 'read' || !repository.private ? 'read' : 'none';
}

/** Can the doer see the repository at all? An app sees every repository of its installation (all that are here). */
export function sees(doer: Doer, repository: Repository): boolean {
  if (doer.grants && isElsewhere(doer, repository)) return !repository.private;
  if (doer.grants) return !repository.private || doer.grants.metadata !== undefined;
  return permissionOf(repository, doer.by) !== 'none';
}

/** Is this none of the repositories that an app's token is for? */
function isElsewhere({ home, only }: Doer, { owner, name }: Repository): boolean {
  if (home && home !== owner) return true;
  return only !== undefined && only !== `${owner.login}/${name}`.toLowerCase();
}

/** Refuses with 404 when the doer must not know of the repository, with 403 when the standing does not cover `needs`. */
export function demand(doer: Doer, repository: Repository, needs: Permission, scope: Scope = 'issues'): void {
  if (!sees(doer, repository)) {
    throw new NotFound(
      `Could not resolve to a Repository with the name '${repository.owner.login}/${repository.name}'.`,
    );
  }
  if (repository.archived) throw new Forbidden('Repository was archived so is read-only.');
  if (covers(standing(doer, repository, scope), needs)) return;
  if (doer.grants) throw new Forbidden('Resource not accessible by integration');
  throw new Forbidden(
    `${doer.by.login} does not have the correct permissions to execute this request (needs ${needs})`,
  );
}
