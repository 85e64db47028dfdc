import { Forbidden, Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import type { Repository } from '../world/model.ts';
import { permissionOf } from '../world/permission.ts';

/** Makes a repository read-only, or writable again: admin access, which reaches into an archived one. No webhook that we hear. */
export function setArchived(doer: Doer, repository: Repository, archived: boolean): void {
  demandAdmin(doer, repository);
  repository.archived = archived;
}

/** Gives a repository another name: admin access. What asks for the old one is led to the new one, until somebody takes it. */
export function renameRepository(doer: Doer, repository: Repository, name: string): void {
  demandAdmin(doer, repository);
  const { repositories, renamed } = doer.world.state;
  const [from, to] = [repository.name, name].map((each) => `${repository.owner.login}/${each}`.toLowerCase());
  if (from === undefined || to === undefined || repositories.has(to)) {
    throw new Unprocessable('Name already exists on this account');
  }
  repositories.delete(from);
  repositories.set(to, repository);
  renamed.delete(to);
  renamed.set(from, to);
  repository.name = name;
}

/** Gives a branch another name: admin access for the default one. Open pull requests into it follow. */
export function renameBranch(doer: Doer, repository: Repository, from: string, to: string): void {
  demandAdmin(doer, repository);
  const oid = repository.branches.get(from);
  if (oid === undefined || repository.branches.has(to)) throw new Unprocessable('Branch cannot be renamed');
  repository.branches.delete(from);
  repository.branches.set(to, oid);
  if (repository.defaultBranch === from) repository.defaultBranch = to;
  for (const { pull, state } of repository.issues.values()) {
    if (pull && state === 'open' && pull.baseBranch === from) pull.baseBranch = to;
  }
}

function demandAdmin({ by, grants }: Doer, repository: Repository): void {
  if (grants || permissionOf(repository, by) !== 'admin') throw new Forbidden('Must have admin rights to Repository.');
}
