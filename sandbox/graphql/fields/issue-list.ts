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
  const found = repository.issues.values().filter((issue) => {
    if (issue.pull || (states && !states.includes(issue.state.toUpperCase()))) return false;
    if (labels && !labels.some((name) => carries(issue, name))) return false;
    if (filterBy?.labels && !filterBy.labels.every((name) => carries(issue, name))) return false;
    if (filterBy?.createdBy && issue.author.login !== filterBy.createdBy) return false;
    if (filterBy?.assignee && !issue.assignees.some(({ login }) => login === filterBy.assignee)) return false;
    return since === Number.NEGATIVE_INFINITY || Date.parse(issue.updatedAt) >= since;
  });
  return inOrder([...found], given);
}

/** A repository's pull requests, filtered and in order. */
export function listPulls(repository: Repository, given: Arguments): Issue[] {
  const { all, byBranch } = pullsOf(repository);
  const asked = given.headRefName ? (byBranch.get(given.headRefName) ?? []) : all;
  const found = asked.filter((issue) => {
    const state = issue.pull?.merged ? 'MERGED' : issue.state.toUpperCase();
    if (given.states && !given.states.includes(state)) return false;
    if (given.baseRefName && issue.pull?.baseBranch !== given.baseRefName) return false;
    return !given.labels || given.labels.some((name) => carries(issue, name));
  });
  return inOrder(found, given);
}

interface Pulls {
  /** The number up to which was looked. */
  next: number;
  readonly all: Issue[];
  readonly byBranch: Map<string, Issue[]>;
}

const known = new WeakMap<Repository, Pulls>();

// A pull request stays one, of one branch and where it is: only numbers that were given since have to be looked at.
function pullsOf(repository: Repository): Pulls {
  const held = known.get(repository) ?? { next: 1, all: [], byBranch: new Map<string, Issue[]>() };
  for (; held.next < repository.nextNumber; held.next += 1) {
    const issue = repository.issues.get(held.next);
    if (!issue?.pull) continue;
    held.all.push(issue);
    held.byBranch.set(issue.pull.headBranch, [...(held.byBranch.get(issue.pull.headBranch) ?? []), issue]);
  }
  known.set(repository, held);
  return held;
}

function inOrder(issues: Issue[], { orderBy }: Arguments): Issue[] {
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  // All times of the world are written alike, so they sort as text.
  const keys = new Map(issues.map((issue) => [issue, keyOf(issue, orderBy?.field)]));
  const key = (issue: Issue): string | number => keys.get(issue) ?? '';
  return issues.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number));
}

function keyOf(issue: Issue, field: string | undefined): string | number {
  if (field === 'COMMENTS') return issue.timeline.filter(({ kind }) => kind === 'IssueComment').length;
  return field === 'UPDATED_AT' ? issue.updatedAt : issue.createdAt;
}
