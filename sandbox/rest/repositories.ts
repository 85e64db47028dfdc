import { NotFound } from '../refusal.ts';
import { accountShape } from '../shape/account.ts';
import { labelShape } from '../shape/label.ts';
import { repositoryShape } from '../shape/repository.ts';
import type { Account, Permission } from '../world/account.ts';
import type { Doer } from '../world/doer.ts';
import { findAccount } from '../world/find.ts';
import type { Repository } from '../world/model.ts';
import { covers, permissionOf } from '../world/permission.ts';
import { type Call, ok, paged, type Reply, type Route, repositoryIn } from './route.ts';

// The endpoint's `permission` knows four words only; `role_name` tells maintain and triage apart.
const LEGACY: Record<Permission, string> = {
  ...{ admin: 'admin', maintain: 'write', write: 'write', triage: 'read', read: 'read', none: 'none' },
};

function permission(call: Call): Reply {
  const repository = repositoryIn(call);
  const account = findAccount(call.world.state, call.path.username ?? '');
  if (!account || account.kind === 'Organization') throw new NotFound(`${call.path.username} is not a user`);
  const role = permissionOf(repository, account);
  return ok({ permission: LEGACY[role], user: withPermissions(account, role), role_name: role });
}

/** Whom somebody gave more than what everybody has, and who owns it. */
function collaborators(call: Call): Reply {
  const repository = repositoryIn(call);
  const people = [...call.world.state.accounts.values()].filter(
    (account) =>
      account.kind === 'User' &&
      (account === repository.owner || (repository.permissions.get(account.id) ?? 'none') !== 'none'),
  );
  return paged(call, people, (account) => withPermissions(account, permissionOf(repository, account)));
}

function withPermissions(account: Account, role: Permission): Record<string, unknown> {
  return { ...accountShape(account), permissions: flagsOf(role), role_name: role };
}

// What a person may do; an app has no role, and what GitHub shows it here says nothing about its permissions.
function permissionsOf(doer: Doer, repository: Repository): Record<string, unknown> {
  const role = doer.grants ? 'none' : permissionOf(repository, doer.by);
  return { permissions: flagsOf(role) };
}

function flagsOf(role: Permission): Record<string, boolean> {
  return {
    ...{ admin: covers(role, 'admin'), maintain: covers(role, 'maintain'), push: covers(role, 'write') },
    ...{ triage: covers(role, 'triage'), pull: covers(role, 'read') },
  };
}

/** Repositories: who may, and their labels. */
export const repositoryRoutes: readonly Route[] = [
  {
    name: 'GET /repos/{owner}/{repo}',
    answer: (call) => {
      const repository = repositoryIn(call);
      const counts = { network_count: 0, subscribers_count: 0 };
      return ok({ ...repositoryShape(repository), ...permissionsOf(call.doer, repository), ...counts });
    },
  },
  { name: 'GET /repos/{owner}/{repo}/collaborators', answer: collaborators },
  { name: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', answer: permission },
  { name: 'GET /repos/{owner}/{repo}/labels', answer: (call) => paged(call, repositoryIn(call).labels, labelShape) },
];
