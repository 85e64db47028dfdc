import { addComment, deleteComment, editComment, pin } from '../acts/comment.ts';
import { REACTIONS, react, reactionOf } from '../acts/react.ts';
import { accountShape } from '../shape/account.ts';
import { commentShape } from '../shape/issue.ts';
import { commentFor } from '../world/find.ts';
import type { Comment, Reaction } from '../world/model.ts';
import { issueIn } from './issues.ts';
import { type Call, ok, paged, type Route, repositoryIn, text } from './route.ts';

function commentIn(call: Call): Comment {
  return commentFor(call.world.state, repositoryIn(call), Number(call.path.comment_id));
}

function reactionShape(reaction: Reaction): Record<string, unknown> {
  const { id, nodeId, by, createdAt } = reaction;
  const content = REACTIONS.find((each) => each.content === reaction.content)?.rest;
  return { id, node_id: nodeId, user: accountShape(by), content, created_at: createdAt };
}

function setPin(call: Call, pinned: boolean): Comment {
  const comment = commentIn(call);
  pin(call.doer, comment, pinned);
  return comment;
}

/** Comments of issues and pull requests. */
export const commentRoutes: readonly Route[] = [
  {
    name: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    answer: (call) => {
      const since = Date.parse(call.query.since ?? '1970-01-01');
      const comments = issueIn(call).timeline.filter((item): item is Comment => item.kind === 'IssueComment');
      return paged(
        call,
        comments.filter(({ updatedAt }) => Date.parse(updatedAt) >= since),
        commentShape,
      );
    },
  },
  {
    name: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    answer: (call) => ok(commentShape(addComment(call.doer, issueIn(call), text(call.body.body) ?? '')), 201),
  },
  {
    name: 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
    answer: (call) => ok(commentShape(commentIn(call))),
  },
  {
    name: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    answer: (call) => {
      const comment = commentIn(call);
      editComment(call.doer, comment, text(call.body.body) ?? '');
      return ok(commentShape(comment));
    },
  },
  {
    name: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    answer: (call) => {
      deleteComment(call.doer, commentIn(call));
      return { status: 204, data: null };
    },
  },
  {
    name: 'PUT /repos/{owner}/{repo}/issues/comments/{comment_id}/pin',
    answer: (call) => ok(commentShape(setPin(call, true))),
  },
  {
    name: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/pin',
    answer: (call) => {
      setPin(call, false);
      return { status: 204, data: null };
    },
  },
  {
    name: 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    answer: (call) => {
      const comment = commentIn(call);
      const before = comment.reactions.length;
      const reaction = react(call.doer, comment, reactionOf(text(call.body.content) ?? ''));
      return ok(reactionShape(reaction), comment.reactions.length > before ? 201 : 200);
    },
  },
];
