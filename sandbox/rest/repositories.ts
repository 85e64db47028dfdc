import { mergePull } from '../acts/merge.ts';
import { pullFor } from '../acts/pull.ts';
import { objectAt } from '../graphql/fields/git.ts';
import { NotFound, Refusal } from '../refusal.ts';
import { accountShape } from '../shape/account.ts';
import { labelShape } from '../shape/label.ts';
import { pullShape } from '../shape/pull.ts';
import { repositoryPage, repositoryShape, repositoryUrl } from '../shape/repository.ts';
import type { Account, Permission } from '../world/account.ts';
import type { Doer } from '../world/doer.ts';
import { findAccount } from '../world/find.ts';
import { treeOid } from '../world/git.ts';
import type { Issue, Pull, Repository } from '../world/model.ts';
import { covers, permissionOf } from '../world/permission.ts';
import { type Call, ok, paged, type Reply, type Route, repositoryIn, text } from './route.ts';

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

function contents(call: Call): Reply {
  const repository = repositoryIn(call);
  const path = call.path.path ?? '';
  const revision = call.query.ref ?? 'HEAD';
  const found = objectAt(call.world.state, repository, `${revision}:${path}`);
  if (found?.kind === 'Blob') return ok({ ...entry(repository, path, found.oid, 'file'), ...fileOf(found.text) });
  if (found?.kind !== 'Tree') throw new NotFound('Not Found');
  const names = [...new Set(Object.keys(found.files).map((name) => name.split('/')[0] ?? name))].sort();
  return ok(
    names.map((name) => {
      const inside = `${path === '' ? '' : `${path}/`}${name}`;
      const child = objectAt(call.world.state, repository, `${revision}:${inside}`);
      if (child?.kind === 'Blob')
        return { ...entry(repository, inside, child.oid, 'file'), size: Buffer.byteLength(child.text) };
      return { ...entry(repository, inside, child?.kind === 'Tree' ? treeOid(child.files) : '', 'dir'), size: 0 };
    }),
  );
}

function fileOf(content: string): Record<string, unknown> {
  return { encoding: 'base64', size: Buffer.byteLength(content), content: Buffer.from(content).toString('base64') };
}

function entry(repository: Repository, path: string, sha: string, type: 'file' | 'dir'): Record<string, unknown> {
  const url = `${repositoryUrl(repository)}/contents/${path}?ref=${repository.defaultBranch}`;
  const page = `${repositoryPage(repository)}/${type === 'file' ? 'blob' : 'tree'}/${repository.defaultBranch}/${path}`;
  const git = `${repositoryUrl(repository)}/git/${type === 'file' ? 'blobs' : 'trees'}/${sha}`;
  const links = { self: url, git, html: page };
  const download = type === 'file' ? `https://raw.githubusercontent.com/${path}` : null;
  return {
    type,
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    url,
    git_url: git,
    html_url: page,
    download_url: download,
    _links: links,
  };
}

function merge(call: Call): Reply {
  const issue = pullFor(repositoryIn(call), Number(call.path.pull_number));
  const sha = text(call.body.sha);
  if (sha !== undefined && sha !== issue.pull.headOid) {
    throw new Refusal(409, 'STALE_DATA', 'Head branch was modified. Review and try the merge again.');
  }
  const method = text(call.body.merge_method) as 'merge' | 'squash' | 'rebase' | undefined;
  const commit = mergePull(call.doer, issue, method ?? 'merge');
  return ok({ sha: commit.oid, merged: true, message: 'Pull Request successfully merged' });
}

function pulls(call: Call): Reply {
  const { state = 'open', head, base } = call.query;
  const found = [...repositoryIn(call).issues.values()].filter((issue): issue is Issue & { pull: Pull } => {
    if (!issue.pull || (state !== 'all' && issue.state !== state)) return false;
    if (head && `${issue.pull.headRepository.owner.login}:${issue.pull.headBranch}` !== head) return false;
    return !base || issue.pull.baseBranch === base;
  });
  return paged(call, found.reverse(), (issue) => pullShape(call.world.state, issue));
}

/** Repositories: who may, what is in them, their labels and pull requests. */
export const repositoryRoutes: readonly Route[] = [
  {
    name: 'GET /repos/{owner}/{repo}',
    answer: (call) => {
      const repository = repositoryIn(call);
      const counts = { network_count: 0, subscribers_count: 0 };
      return ok({ ...repositoryShape(repository), ...permissionsOf(call.doer, repository), ...counts });
    },
  },
  { name: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', answer: permission },
  { name: 'GET /repos/{owner}/{repo}/contents/{path}', answer: contents },
  { name: 'GET /repos/{owner}/{repo}/labels', answer: (call) => paged(call, repositoryIn(call).labels, labelShape) },
  { name: 'GET /repos/{owner}/{repo}/pulls', answer: pulls },
  {
    name: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    answer: (call) => ok(pullShape(call.world.state, pullFor(repositoryIn(call), Number(call.path.pull_number)))),
  },
  { name: 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', answer: merge },
];
