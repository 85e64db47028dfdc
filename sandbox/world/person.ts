import { closeIssue, reopenIssue } from '../acts/close.ts';
import { addComment, deleteComment, editComment, minimise, unminimise } from '../acts/comment.ts';
import { editBody, type NewIssue, openIssue, retitle } from '../acts/issue.ts';
import { createLabel, deleteLabel, type NewLabel, updateLabel } from '../acts/label.ts';
import { setLock } from '../acts/lock.ts';
import { addLabels, assign, removeLabels, unassign } from '../acts/mark.ts';
import { type MergeMethod, mergePull } from '../acts/merge.ts';
import { createMilestone, type NewMilestone, updateMilestone } from '../acts/milestone.ts';
import { type ProposedPull, proposePull } from '../acts/propose-pull.ts';
import { closePull, editPull, pullFor, reopenPull, requestReviews } from '../acts/pull.ts';
import { createBranch, deleteBranch, push } from '../acts/push.ts';
import { react, reactionOf, unreact } from '../acts/react.ts';
import { transferIssue } from '../acts/transfer.ts';
import { NotFound } from '../refusal.ts';
import type { Doer } from './doer.ts';
import { commentFor, findLabel, issueFor, milestoneFor, type RepositoryName, repositoryFor } from './find.ts';
import { type Many, many } from './many.ts';
import type { CloseReason, Comment, Commit, Issue, Label, Milestone, Pull, Reaction, Repository } from './model.ts';

/** Somebody at GitHub's buttons. Every act refuses (see `refusal.ts`) when GitHub itself would. Comments by either id. */
export class Person {
  readonly doer: Doer;

  constructor(doer: Doer) {
    this.doer = doer;
  }

  #repository(name: RepositoryName): Repository {
    return repositoryFor(this.doer, name);
  }

  #issue(name: RepositoryName, number: number): Issue {
    return issueFor(this.#repository(name), number);
  }

  #comment(name: RepositoryName, id: number | string): Comment {
    return commentFor(this.doer.world.state, this.#repository(name), id);
  }

  #label(name: RepositoryName, label: string): Label {
    const found = findLabel(this.#repository(name), label);
    if (!found) throw new NotFound(`Could not resolve to a Label with the name '${label}'.`);
    return found;
  }

  openIssue(repo: RepositoryName, input: NewIssue): Issue {
    return openIssue(this.doer, this.#repository(repo), input);
  }

  comment(repo: RepositoryName, number: number, body: string): Comment {
    return addComment(this.doer, this.#issue(repo, number), body);
  }

  editComment(repo: RepositoryName, id: number | string, body: string): Comment {
    const comment = this.#comment(repo, id);
    editComment(this.doer, comment, body);
    return comment;
  }

  deleteComment(repo: RepositoryName, id: number | string): void {
    deleteComment(this.doer, this.#comment(repo, id));
  }

  minimise(repo: RepositoryName, id: number | string, classifier = 'OUTDATED'): void {
    minimise(this.doer, this.#comment(repo, id), classifier);
  }

  unminimise(repo: RepositoryName, id: number | string): void {
    unminimise(this.doer, this.#comment(repo, id));
  }

  /** Reacts to a comment, or to an issue's body with its node id. */
  react(repo: RepositoryName, id: number | string, reaction: string): Reaction {
    return react(this.doer, this.#subject(repo, id), reactionOf(reaction));
  }

  unreact(repo: RepositoryName, id: number | string, reaction: string): void {
    unreact(this.doer, this.#subject(repo, id), reactionOf(reaction));
  }

  #subject(repo: RepositoryName, id: number | string): Issue | Comment {
    const issues = this.#repository(repo).issues.values();
    return issues.find((issue) => issue.nodeId === id) ?? this.#comment(repo, id);
  }

  addLabels(repo: RepositoryName, number: number, labels: Many): Issue {
    const issue = this.#issue(repo, number);
    addLabels(this.doer, issue, many(labels));
    return issue;
  }

  removeLabels(repo: RepositoryName, number: number, labels: Many): Issue {
    const issue = this.#issue(repo, number);
    removeLabels(this.doer, issue, many(labels));
    return issue;
  }

  assign(repo: RepositoryName, number: number, logins: Many): Issue {
    const issue = this.#issue(repo, number);
    assign(this.doer, issue, many(logins));
    return issue;
  }

  unassign(repo: RepositoryName, number: number, logins: Many): Issue {
    const issue = this.#issue(repo, number);
    unassign(this.doer, issue, many(logins));
    return issue;
  }

  retitle(repo: RepositoryName, number: number, title: string): void {
    retitle(this.doer, this.#issue(repo, number), title);
  }

  editBody(repo: RepositoryName, number: number, body: string): void {
    editBody(this.doer, this.#issue(repo, number), body);
  }

  close(repo: RepositoryName, number: number, reason: CloseReason = 'completed', duplicateOf?: number): Issue {
    const issue = this.#issue(repo, number);
    const original = duplicateOf === undefined ? {} : { duplicateOf: this.#issue(repo, duplicateOf) };
    closeIssue(this.doer, issue, { reason, ...original });
    return issue;
  }

  reopen(repo: RepositoryName, number: number): void {
    reopenIssue(this.doer, this.#issue(repo, number));
  }

  lock(repo: RepositoryName, number: number): void {
    setLock(this.doer, this.#issue(repo, number), true);
  }

  unlock(repo: RepositoryName, number: number): void {
    setLock(this.doer, this.#issue(repo, number), false);
  }

  transfer(repo: RepositoryName, number: number, target: RepositoryName): Issue {
    return transferIssue(this.doer, this.#issue(repo, number), this.#repository(target));
  }

  createLabel(repo: RepositoryName, label: NewLabel): Label {
    return createLabel(this.doer, this.#repository(repo), label);
  }

  updateLabel(repo: RepositoryName, name: string, change: Partial<NewLabel>): Label {
    return updateLabel(this.doer, this.#label(repo, name), change);
  }

  deleteLabel(repo: RepositoryName, name: string): void {
    deleteLabel(this.doer, this.#label(repo, name));
  }

  createMilestone(repo: RepositoryName, milestone: NewMilestone): Milestone {
    return createMilestone(this.doer, this.#repository(repo), milestone);
  }

  updateMilestone(repo: RepositoryName, number: number, change: Partial<NewMilestone>): Milestone {
    return updateMilestone(this.doer, milestoneFor(this.#repository(repo), number), change);
  }

  push(
    repo: RepositoryName,
    files: Record<string, string | null>,
    options: { branch?: string; message?: string } = {},
  ): Commit {
    return push(this.doer, this.#repository(repo), { files, ...options });
  }

  createBranch(repo: RepositoryName, branch: string, oid?: string): void {
    createBranch(this.doer, this.#repository(repo), branch, oid);
  }

  deleteBranch(repo: RepositoryName, branch: string): void {
    deleteBranch(this.doer, this.#repository(repo), branch);
  }

  openPull(repo: RepositoryName, input: ProposedPull): Issue & { pull: Pull } {
    return proposePull(this.doer, this.#repository(repo), input);
  }

  editPull(repo: RepositoryName, number: number, change: { title?: string; body?: string }): void {
    editPull(this.doer, pullFor(this.#repository(repo), number), change);
  }

  closePull(repo: RepositoryName, number: number): void {
    closePull(this.doer, pullFor(this.#repository(repo), number));
  }

  reopenPull(repo: RepositoryName, number: number): void {
    reopenPull(this.doer, pullFor(this.#repository(repo), number));
  }

  requestReviews(repo: RepositoryName, number: number, logins: Many): void {
    requestReviews(this.doer, pullFor(this.#repository(repo), number), many(logins));
  }

  mergePull(repo: RepositoryName, number: number, method: MergeMethod = 'merge'): Commit {
    return mergePull(this.doer, pullFor(this.#repository(repo), number), method);
  }
}
