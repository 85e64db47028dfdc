import { Forbidden } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { happen } from '../world/happen.ts';
import { identify } from '../world/identity.ts';
import { checkBody } from '../world/limits.ts';
import type { Comment, Issue } from '../world/model.ts';
import { covers, demand, scopeOf, standing } from '../world/permission.ts';
import { revise } from '../world/revise.ts';
import { refer } from './refer.ts';

/** Comments: read access; on a locked issue write access, which an app never has there. */
export function addComment(doer: Doer, issue: Issue, body: string): Comment {
  const { world } = doer;
  demand(doer, issue.repository, doer.grants ? 'write' : 'read', scopeOf(issue));
  if (issue.locked && (doer.grants || !covers(standing(doer, issue.repository, scopeOf(issue)), 'write'))) {
    throw new Forbidden('Unable to create comment because issue is locked.');
  }
  checkBody(body, false);
  const comment: Comment = {
    kind: 'IssueComment',
    ...identify(world.state, 'IC'),
    ...{ issue, author: doer.by, body, createdAt: world.now, updatedAt: world.now, editor: null, lastEditedAt: null },
    ...{ revisions: [], reactions: [], minimizedReason: null, pinned: false },
  };
  issue.timeline.push(comment);
  issue.updatedAt = world.now;
  world.state.nodes.set(comment.nodeId, comment);
  tellComment(doer, comment, 'created');
  refer(doer, issue, body);
  markDuplicate(doer, issue, body);
  return comment;
}

// GitHub reads "Duplicate of #3" as a statement when somebody with triage access writes it.
function markDuplicate(doer: Doer, issue: Issue, body: string): void {
  const number = /^duplicate of #(\d+)\s*$/i.exec(body.trim())?.[1];
  const canonical = number === undefined ? undefined : issue.repository.issues.get(Number(number));
  if (!canonical || canonical === issue || !covers(standing(doer, issue.repository, 'issues'), 'triage')) return;
  happen(doer, issue, 'MarkedAsDuplicateEvent', { canonical });
}

/** Edits a comment: its author, or write access. The same text is nothing. */
export function editComment(doer: Doer, comment: Comment, body: string): void {
  demandOwn(doer, comment);
  checkBody(body, false);
  const from = comment.body;
  if (!revise(doer, comment, body)) return;
  comment.issue.updatedAt = doer.world.now;
  refer(doer, comment.issue, body);
  tellComment(doer, comment, 'edited', { body: { from } });
}

/** Deletes a comment: its author, or write access. The timeline keeps that there was one, and whose. */
export function deleteComment(doer: Doer, comment: Comment): void {
  const { issue } = comment;
  demandOwn(doer, comment);
  issue.timeline = issue.timeline.filter((item) => item !== comment);
  for (const gone of [comment, ...comment.revisions, ...comment.reactions]) doer.world.state.nodes.delete(gone.nodeId);
  happen(doer, issue, 'CommentDeletedEvent', { deletedCommentAuthor: comment.author });
  tellComment(doer, comment, 'deleted');
}

/** Folds a comment away, with GitHub's classifier (`OUTDATED`, `SPAM`, …): triage access. No webhook, no event. */
export function minimise(doer: Doer, comment: Comment, classifier = 'OUTDATED'): void {
  demand(doer, comment.issue.repository, 'triage', scopeOf(comment.issue));
  comment.minimizedReason = classifier.toLowerCase().replaceAll('_', '-');
}

/** Unfolds a comment: triage access. */
export function unminimise(doer: Doer, comment: Comment): void {
  demand(doer, comment.issue.repository, 'triage', scopeOf(comment.issue));
  comment.minimizedReason = null;
}

/** Pins a comment at the top of its issue (one at a time), or takes the pin away: write access; not on pull requests. */
export function pin(doer: Doer, comment: Comment, pinned: boolean): void {
  demand(doer, comment.issue.repository, 'write', scopeOf(comment.issue));
  if (comment.issue.pull) throw new Forbidden('Comments on pull requests cannot be pinned');
  if (comment.pinned === pinned) return;
  for (const item of comment.issue.timeline) if (item.kind === 'IssueComment') item.pinned = false;
  comment.pinned = pinned;
  tellComment(doer, comment, pinned ? 'pinned' : 'unpinned');
}

function demandOwn(doer: Doer, comment: Comment): void {
  const own = comment.author === doer.by && !doer.grants;
  demand(doer, comment.issue.repository, own ? 'read' : 'write', scopeOf(comment.issue));
}

function tellComment(doer: Doer, comment: Comment, action: string, changes?: Record<string, unknown>): void {
  const { issue } = comment;
  doer.world.tell(doer, { name: 'issue_comment', action, repository: issue.repository, issue, comment, changes });
}
