import type { Issue, Repository } from '../../world/model.ts';
import type { Arguments } from '../arguments.ts';

const carries = (issue: Issue, name: string): boolean => {
  return issue.labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
};

/** A repository's issues (no pull requests), filtered and in order; `labels` asks for any of them, `filterBy` for all. */
export function listIssues(repository: Repository, given: Arguments): Issue[] {
  const { filterBy, labels } = given;
  const states = filterBy?.states ?? given.states;
  // All times of the world are written alike, so they compare as text.
  const since = filterBy?.since ? wholeSecond(filterBy.since) : '';
  const found = repository.issues.values().filter((issue) => {
    if (issue.pull || issue.updatedAt < since) return false;
    if (states && !states.includes(issue.state.toUpperCase())) return false;
    if (labels && !labels.some((name) => carries(issue, name))) return false;
    if (filterBy?.labels && !filterBy.labels.every((name) => carries(issue, name))) return false;
    if (filterBy?.createdBy && issue.author.login !== filterBy.createdBy) return false;
    return !filterBy?.assignee || issue.assignees.some(({ login }) => login === filterBy.assignee);
  });
  return inOrder([...found], given);
}

/** A time as the world writes it: the first whole second that is not before it. */
function wholeSecond(time: string): string {
  const date = new Date(Math.ceil(Date.parse(time) / 1000) * 1000);
  return `${date.toISOString().slice(0, 19)}Z`;
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
  const keyed = issues.map((issue) => ({ issue, key: keyOf(issue, orderBy?.field) }));
  keyed.sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.issue.number - b.issue.number));
  return keyed.map(({ issue }) => issue);
}

function keyOf(issue: Issue, field: string | undefined): string | number {
  if (field === 'COMMENTS') return issue.timeline.filter(({ kind }) => kind === 'IssueComment').length;
  return field === 'UPDATED_AT' ? issue.updatedAt : issue.createdAt;
}
