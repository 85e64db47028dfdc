import { NotFound } from '../refusal.ts';
import type { Account } from '../world/account.ts';
import type { Comment, Issue, Label, Milestone, Pull, Repository } from '../world/model.ts';
import type { Asking } from './field.ts';
import type { Reference } from './fields/git.ts';
import { nodeFor } from './fields/query.ts';

interface Kinds {
  Repository: Repository;
  Label: Label;
  Milestone: Milestone;
  IssueComment: Comment;
  Ref: Reference;
}

function missing(kind: string, id: string): NotFound {
  return new NotFound(`Could not resolve to ${kind} node with the global id of '${id}'.`);
}

/** What a mutation is aimed at: a node of this kind; one of another kind is not found, as on GitHub. */
export function target<Kind extends keyof Kinds>(asking: Asking, id: string, kind: Kind): Kinds[Kind] {
  const node = nodeFor(asking, id);
  if (node.kind === kind) return node as Kinds[Kind];
  throw missing(kind, id);
}

/** A person or bot by node id. */
export function targetAccount(asking: Asking, id: string): Account {
  const node = nodeFor(asking, id);
  if (node.kind === 'User' || node.kind === 'Bot') return node;
  throw missing('User', id);
}

/** An issue or a pull request by node id. */
export function targetEither(asking: Asking, id: string): Issue {
  const node = nodeFor(asking, id);
  if (node.kind === 'Issue' || node.kind === 'PullRequest') return node;
  throw missing('Issue', id);
}

/** An issue, not a pull request, by node id. */
export function targetIssue(asking: Asking, id: string): Issue {
  const node = targetEither(asking, id);
  if (node.pull) throw missing('Issue', id);
  return node;
}

/** A pull request by node id. */
export function targetPull(asking: Asking, id: string): Issue & { pull: Pull } {
  const node = targetEither(asking, id);
  if (node.pull) return node as Issue & { pull: Pull };
  throw missing('PullRequest', id);
}
