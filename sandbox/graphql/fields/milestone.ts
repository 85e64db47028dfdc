import { milestonePage } from '../../shape/milestone.ts';
import type { Issue, Milestone, Repository } from '../../world/model.ts';
import type { Arguments } from '../arguments.ts';
import { connection } from '../connection.ts';
import { actor, type Field, type Fields } from '../field.ts';

const issuesIn = ({ repository, nodeId }: Milestone, pulls: boolean): Issue[] =>
  [...repository.issues.values()].filter(
    ({ milestone, pull }) => milestone?.nodeId === nodeId && (pull !== null) === pulls,
  );

/** A milestone, as the schema has it. */
export const milestoneFields: Fields<Milestone> = {
  id: ({ nodeId }) => nodeId,
  number: ({ number }) => number,
  title: ({ title }) => title,
  description: ({ description }) => description,
  dueOn: ({ dueOn }) => dueOn,
  state: ({ state }) => state.toUpperCase(),
  closed: ({ state }) => state === 'closed',
  closedAt: ({ closedAt }) => closedAt,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  creator: ({ creator }) => actor(creator),
  repository: ({ repository }) => repository,
  url: (milestone) => milestonePage(milestone),
  issues: (milestone, paging) => connection(issuesIn(milestone, false), paging, ({ nodeId }) => nodeId),
  pullRequests: (milestone, paging) => connection(issuesIn(milestone, true), paging, ({ nodeId }) => nodeId),
};

/** A repository's milestones, filtered and in order; those without a due date come last either way (not verified). */
export const milestones: Field<Repository> = (repository, given) => {
  const query = (given.query ?? '').toLowerCase();
  const found = repository.milestones.filter(({ state, title }) => {
    return (!given.states || given.states.includes(state.toUpperCase())) && title.toLowerCase().includes(query);
  });
  return connection(inOrder(found, given.orderBy), given, ({ nodeId }) => nodeId);
};

function inOrder(found: readonly Milestone[], order: Arguments['orderBy']): Milestone[] {
  const sign = order?.direction === 'DESC' ? -1 : 1;
  const key = (milestone: Milestone): number => {
    if (order?.field === 'DUE_DATE')
      return milestone.dueOn ? Date.parse(milestone.dueOn) : sign * Number.MAX_SAFE_INTEGER;
    if (order?.field === 'CREATED_AT') return Date.parse(milestone.createdAt);
    return order?.field === 'UPDATED_AT' ? Date.parse(milestone.updatedAt) : milestone.number;
  };
  return [...found].sort((one, other) => sign * (key(one) - key(other) || one.number - other.number));
}
