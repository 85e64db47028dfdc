import { restLogin } from '../shape/account.ts';
import { fullName } from '../shape/repository.ts';
import { changedPaths, commitOf, headOf, mergeBase } from './git.ts';
import type { Comment, Issue, Pull, Repository } from './model.ts';
import type { State } from './state.ts';

interface DumpedIssue {
  number: number;
  title: string;
  state: 'open' | 'closed';
  reason: string | null;
  labels: string[];
  assignees: string[];
  milestone: string | null;
  body: string;
  comments: { author: string | null; body: string; createdAt: string }[];
}

interface DumpedPull {
  number: number;
  title: string;
  branch: string;
  state: 'open' | 'closed' | 'merged';
  reviewers: string[];
  body: string;
  /** What it changes: at its head while unmerged, on the default branch once merged. */
  files: Record<string, string>;
}

export interface Dump {
  issues: DumpedIssue[];
  pulls: DumpedPull[];
  files: Record<string, string>;
}

/** One repository as plain data, for comparing and for showing. Bots are named as REST names them. */
export function dumpRepository(state: State, repository: Repository): Dump {
  const all = [...repository.issues.values()];
  return {
    issues: all.filter((issue) => !issue.pull).map(dumpIssue),
    pulls: all
      .filter((issue): issue is Issue & { pull: Pull } => issue.pull !== null)
      .map((issue) => dumpPull(state, issue)),
    files: { ...headOf(state, repository, repository.defaultBranch)?.files },
  };
}

/** The name of the repository that `dump()` shows when nobody says which: `acme/ops`, else the first. */
export function mainRepository(state: State): Repository | undefined {
  return state.repositories.get('acme/ops') ?? state.repositories.values().next().value;
}

function dumpIssue(issue: Issue): DumpedIssue {
  const { number, title, state, reason, body } = issue;
  const comments = issue.timeline.filter((item): item is Comment => item.kind === 'IssueComment');
  return {
    ...{ number, title, state, reason, labels: issue.labels.map(({ name }) => name) },
    assignees: issue.assignees.map(restLogin),
    milestone: issue.milestone?.title ?? null,
    body,
    comments: comments.map(({ author, body: text, createdAt }) => {
      return { author: author.gone ? null : restLogin(author), body: text, createdAt };
    }),
  };
}

function dumpPull(state: State, issue: Issue & { pull: Pull }): DumpedPull {
  const { pull, repository } = issue;
  const head = commitOf(state, pull.headOid);
  const seen = pull.merged ? headOf(state, repository, pull.baseBranch)?.files : head.files;
  const files: Record<string, string> = {};
  for (const path of pullPaths(state, issue)) {
    const text = seen?.[path];
    if (text !== undefined) files[path] = text;
  }
  const status = pull.merged ? 'merged' : issue.state;
  const { number, title, body } = issue;
  return {
    number,
    title,
    branch: pull.headBranch,
    state: status,
    reviewers: pull.reviewers.map(restLogin),
    body,
    files,
  };
}

/** The paths a pull request changes, merged or not. */
export function pullPaths(state: State, issue: Issue & { pull: Pull }): string[] {
  const { pull, repository } = issue;
  const merged = pull.mergeCommit === null ? undefined : commitOf(state, pull.mergeCommit).parents[0];
  const base = merged ?? headOf(state, repository, pull.baseBranch)?.oid;
  const common = base === undefined ? null : mergeBase(state, base, pull.headOid);
  return changedPaths(common === null ? {} : commitOf(state, common).files, commitOf(state, pull.headOid).files);
}

/** Every repository of the world, by its full name. */
export function dumpAll(state: State): Record<string, Dump> {
  const all = [...state.repositories.values()];
  return Object.fromEntries(all.map((repository) => [fullName(repository), dumpRepository(state, repository)]));
}
