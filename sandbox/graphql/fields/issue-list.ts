import type { Issue, Repository } from '../../world/model.ts';
import type { Arguments } from '../arguments.ts';

const carries = (issue: Issue, name: string): boolean => {
  return issue.labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
};

/** A repository's issues (no pull requests), filtered and in order; `labels` asks for any of them, `filterBy` for all. */
export function listIssues(repository: Repository, given: Arguments): Issue[] {
  const { filterBy, labels } = given;
  const states = filterBy?.states ?? given.states;
  const since = filterBy?.since ? Date.parse(filterBy.since) : Number.NEGATIVE_INFINITY;
  const found = [...repository.issues.values()].filter((issue) => {
    if (issue.pull || (states && !states.includes(issue.state.toUpperCase()))) return false;
    if (labels && !labels.some((name) => carries(issue, name))) return false;
    if (filterBy?.labels && !filterBy.labels.every((name) => carries(issue, name))) return false;
    if (filterBy?.createdBy && issue.author.login !== filterBy.createdBy) return false;
    if (filterBy?.assignee && !issue.assignees.some(({ login }) => login === filterBy.assignee)) return false;
    return Date.parse(issue.updatedAt) >= since;
  });
  return inOrder(found, given);
}

/** A repository's pull requests, filtered and in order. */
export function listPulls(repository: Repository, given: Arguments): Issue[] {
  const found = [...repository.issues.values()].filter((issue) => {
    if (!issue.pull) return false;
    const state = issue.pull.merged ? 'MERGED' : issue.state.toUpperCase();
    if (given.states && !given.states.includes(state)) return false;
    if (given.headRefName && issue.pull.headBranch !== given.headRefName) return false;
    if (given.baseRefName && issue.pull.baseBranch !== given.baseRefName) return false;
    return !given.labels || given.labels.some((name) => carries(issue, name));
  });
  return inOrder(found, given);
}

function inOrder(issues: Issue[], { orderBy }: Arguments): Issue[] {
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  const key = (issue: Issue): number => {
    if (orderBy?.field === 'UPDATED_AT') return Date.parse(issue.updatedAt);
    if (orderBy?.field === 'COMMENTS') return issue.timeline.filter(({ kind }) => kind === 'IssueComment').length;
    return Date.parse(issue.createdAt);
  };
  return issues.sort((a, b) => sign * (key(a) - key(b) || a.number - b.number));
}
