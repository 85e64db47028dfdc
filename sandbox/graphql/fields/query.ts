import { NotFound } from '../../refusal.ts';
import { SEARCH_LIMIT, searchIssues } from '../../search.ts';
import { findAccount, repositoryFor } from '../../world/find.ts';
import { readReferenceId } from '../../world/identity.ts';
import type { Repository } from '../../world/model.ts';
import { sees } from '../../world/permission.ts';
import type { Findable } from '../../world/state.ts';
import { connection } from '../connection.ts';
import type { Asking, Field, Fields } from '../field.ts';
import { type Reference, reference } from './git.ts';

/** Whatever has this node id and may be seen; refuses with NOT_FOUND. */
export function nodeFor(asking: Asking, id: string): Findable | Reference {
  const { doer } = asking;
  const named = readReferenceId(id);
  if (named) {
    const repository = doer.world.state.nodes.get(named.repositoryNodeId);
    const found = repository?.kind === 'Repository' && reference(repository, named.branch);
    if (found && sees(doer, found.repository)) return found;
  }
  const node = doer.world.state.nodes.get(id);
  const home = node && homeOf(node);
  if (node && (!home || sees(doer, home))) return node;
  throw new NotFound(`Could not resolve to a node with the global id of '${id}'`);
}

function homeOf(node: Findable): Repository | null {
  switch (node.kind) {
    case 'User':
    case 'Bot':
    case 'Organization':
    case 'UserContentEdit':
      return null;
    case 'Repository':
      return node;
    case 'Reaction':
      return homeOf(node.subject);
    case 'Issue':
    case 'PullRequest':
    case 'Label':
    case 'Milestone':
    case 'Commit':
      return node.repository;
    default:
      return node.issue.repository;
  }
}

// One that is missing among `nodes` is null with an error beside it; the others come all the same.
const nodes: Field<unknown> = (_, { ids }, asking) =>
  ids.map((id) => {
    try {
      return nodeFor(asking, id);
    } catch (error) {
      return error;
    }
  });

const search: Field<unknown> = (_, given, { doer }) => {
  if (given.type !== 'ISSUE' && given.type !== 'ISSUE_ADVANCED')
    throw new Error(`The sandbox does not search ${given.type}`);
  const found = searchIssues(doer, given.query ?? '');
  const page = connection(found.slice(0, SEARCH_LIMIT), given, ({ nodeId }) => nodeId);
  return { ...page, issueCount: found.length };
};

const LIMIT = 5000;

/** Where every question begins. */
export const queryFields: Fields<unknown> = {
  repository: (_, { owner, name }, { doer }) => repositoryFor(doer, { owner, name }),
  viewer: (_, _given, { doer }) => doer.by,
  node: (_, { id }, asking) => nodeFor(asking, id),
  nodes,
  search,
  user: (_, { login }, { doer }) => {
    const found = findAccount(doer.world.state, login ?? '');
    if (found?.kind === 'User') return found;
    throw new NotFound(`Could not resolve to a User with the login of '${login}'.`);
  },
  organization: (_, { login }, { doer }) => {
    const found = findAccount(doer.world.state, login ?? '');
    if (found?.kind === 'Organization') return found;
    throw new NotFound(`Could not resolve to an Organization with the login of '${login}'.`);
  },
  repositoryOwner: (_, { login }, { doer }) => {
    const found = findAccount(doer.world.state, login ?? '');
    return found && found.kind !== 'Bot' ? found : null;
  },
  rateLimit: (_, _given, { cost, doer }) => ({
    ...{ cost: cost.points, nodeCount: cost.nodes, limit: LIMIT, used: cost.used },
    remaining: Math.max(0, cost.left ? cost.left.remaining - cost.points : LIMIT - cost.used),
    resetAt: cost.left?.resetAt ?? hourAfter(doer.world.now),
  }),
};

function hourAfter(now: string): string {
  return `${new Date(Date.parse(now) + 3_600_000).toISOString().slice(0, 19)}Z`;
}
