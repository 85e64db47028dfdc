import { Forbidden, NotFound } from '../../refusal.ts';
import { fullName, repositoryPage } from '../../shape/repository.ts';
import type { Account } from '../../world/account.ts';
import { findLabel } from '../../world/find.ts';
import type { Issue, Label, Repository } from '../../world/model.ts';
import { permissionOf, standing } from '../../world/permission.ts';
import { connection } from '../connection.ts';
import type { Field, Fields } from '../field.ts';
import { objectAt, objectByOid, reference } from './git.ts';
import { inOrder } from './issue.ts';
import { listIssues, listPulls } from './issue-list.ts';
import { milestones } from './milestone.ts';

const collaborators: Field<Repository> = (repository, given, { doer }) => {
  const accounts = [...doer.world.state.accounts.values()].filter((account) => {
    const own = (repository.permissions.get(account.id) ?? 'none') !== 'none' || repository.owner === account;
    const login = account.login.toLowerCase();
    const asked = given.login ? login === given.login.toLowerCase() : login.includes((given.query ?? '').toLowerCase());
    return account.kind === 'User' && own && asked;
  });
  const page = connection(accounts, given, ({ nodeId }) => nodeId);
  const permission = (account: Account): string => permissionOf(repository, account).toUpperCase();
  return { ...page, edges: page.edges.map((edge) => ({ ...edge, permission: permission(edge.node) })) };
};

const issue: Field<Repository> = (repository, { number }) => {
  const found = repository.issues.get(number);
  if (found && !found.pull) return found;
  throw new NotFound(`Could not resolve to an Issue with the number of ${number}.`);
};

const issueOrPullRequest: Field<Repository> = (repository, { number }) => {
  const found = repository.issues.get(number);
  if (found) return found;
  throw new NotFound(`Could not resolve to an issue or pull request with the number of ${number}.`);
};

const pullRequest: Field<Repository> = (repository, { number }) => {
  const found = repository.issues.get(number);
  if (found?.pull) return found;
  throw new NotFound(`Could not resolve to a PullRequest with the number of ${number}.`);
};

const labels: Field<Repository> = (repository, given) => {
  const query = (given.query ?? '').toLowerCase();
  const found = repository.labels.filter(({ name, description }) => {
    return name.toLowerCase().includes(query) || (description ?? '').toLowerCase().includes(query);
  });
  return connection(inOrder(found, given.orderBy), given, ({ nodeId }) => nodeId);
};

export const repositoryFields: Fields<Repository> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  nameWithOwner: (repository) => fullName(repository),
  url: (repository) => repositoryPage(repository),
  resourcePath: (repository) => `/${fullName(repository)}`,
  owner: ({ owner }) => owner,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ pushedAt }) => pushedAt,
  pushedAt: ({ pushedAt }) => pushedAt,
  description: () => null,
  isArchived: ({ archived }) => archived,
  isDisabled: () => false,
  isEmpty: ({ branches }) => branches.size === 0,
  isFork: ({ parent }) => parent !== null,
  isInOrganization: ({ owner }) => owner.kind === 'Organization',
  isPrivate: (repository) => repository.private,
  hasIssuesEnabled: ({ settings }) => settings.issues,
  parent: ({ parent }) => parent,
  visibility: (repository) => (repository.private ? 'PRIVATE' : 'PUBLIC'),
  viewerPermission: (repository, _, { doer }) => {
    const permission = standing(doer, repository, 'issues');
    return permission === 'none' ? null : permission.toUpperCase();
  },
  defaultBranchRef: (repository) => reference(repository, repository.defaultBranch),
  ref: (repository, { qualifiedName }) => reference(repository, qualifiedName.replace(/^refs\/heads\//, '')),
  refs: (repository, given) => {
    // GitHub lists what stands below a prefix that ends in a slash.
    const prefix = given.refPrefix.endsWith('/') ? given.refPrefix : `${given.refPrefix}/`;
    const branches = repository.branches.keys().filter((branch) => branch.includes(given.query ?? ''));
    const found = [...branches].filter((branch) => `refs/heads/${branch}`.startsWith(prefix)).sort();
    return connection(
      found.map((branch) => reference(repository, branch)),
      given,
      (each) => each?.branch ?? '',
    );
  },
  object: (repository, { expression, oid }, { doer }) => {
    if (standing(doer, repository, 'contents') === 'none')
      throw new Forbidden('Resource not accessible by integration');
    if (expression) return objectAt(doer.world.state, repository, expression);
    return oid ? objectByOid(doer.world.state, repository, oid) : null;
  },
  label: (repository, { name }) => findLabel(repository, name) ?? null,
  labels,
  milestones,
  milestone: (repository, { number }) => repository.milestones.find((each) => each.number === number) ?? null,
  issue,
  issueOrPullRequest,
  pullRequest,
  issues: (repository, given, { doer }) => {
    if (standing(doer, repository, 'issues') === 'none') throw new Forbidden('Resource not accessible by integration');
    return connection(listIssues(repository, given), given, ({ nodeId }: Issue) => nodeId);
  },
  pullRequests: (repository, given) => connection(listPulls(repository, given), given, ({ nodeId }: Issue) => nodeId),
  collaborators,
  branchProtectionRules: (repository, given, { doer }) => {
    if (doer.grants || permissionOf(repository, doer.by) !== 'admin') {
      throw new Forbidden('Resource not accessible: branch protection is shown to who administers the repository');
    }
    return connection(repository.settings.protections, given, ({ databaseId }) => String(databaseId));
  },
};

export const labelFields: Fields<Label> = {
  id: ({ nodeId }) => nodeId,
  name: ({ name }) => name,
  color: ({ color }) => color,
  description: ({ description }) => description,
  isDefault: ({ isDefault }) => isDefault,
  createdAt: ({ createdAt }) => createdAt,
  url: ({ name, repository }) => `${repositoryPage(repository)}/labels/${encodeURIComponent(name)}`,
  repository: ({ repository }) => repository,
  issues: ({ name, repository }, given) => {
    return connection(listIssues(repository, { ...given, labels: [name] }), given, ({ nodeId }: Issue) => nodeId);
  },
};
