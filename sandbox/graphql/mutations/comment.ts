import { addComment, deleteComment, editComment, minimise, unminimise } from '../../acts/comment.ts';
import { react, unreact } from '../../acts/react.ts';
import { NotFound } from '../../refusal.ts';
import type { Comment, Issue } from '../../world/model.ts';
import type { ReactionContent } from '../../world/reaction-content.ts';
import type { Asking } from '../field.ts';
import { nodeFor } from '../fields/query.ts';
import type { Input, Payload } from '../input.ts';
import { target, targetEither } from '../target.ts';

function subject(asking: Asking, id: string): Issue | Comment {
  const node = nodeFor(asking, id);
  if (node.kind === 'IssueComment' || node.kind === 'Issue' || node.kind === 'PullRequest')
    return node as Issue | Comment;
  throw new NotFound(`Could not resolve to Reactable node with the global id of '${id}'.`);
}

/** Mutations of comments and reactions. */
export const commentMutations: Record<string, (input: Input, asking: Asking) => Payload> = {
  addComment: (input, asking) => {
    const issue = targetEither(asking, input.subjectId);
    const node = addComment(asking.doer, issue, input.body);
    const edge = { node, cursor: Buffer.from(node.nodeId).toString('base64') };
    return { subject: issue, commentEdge: edge, timelineEdge: edge };
  },
  updateIssueComment: (input, asking) => {
    const issueComment = target(asking, input.id, 'IssueComment');
    editComment(asking.doer, issueComment, input.body);
    return { issueComment };
  },
  deleteIssueComment: (input, asking) => {
    deleteComment(asking.doer, target(asking, input.id, 'IssueComment'));
    return {};
  },
  minimizeComment: (input, asking) => {
    const minimizedComment = target(asking, input.subjectId, 'IssueComment');
    minimise(asking.doer, minimizedComment, input.classifier);
    return { minimizedComment };
  },
  unminimizeComment: (input, asking) => {
    const unminimizedComment = target(asking, input.subjectId, 'IssueComment');
    unminimise(asking.doer, unminimizedComment);
    return { unminimizedComment };
  },
  addReaction: (input, asking) => {
    const to = subject(asking, input.subjectId);
    return { subject: to, reaction: react(asking.doer, to, input.content as ReactionContent) };
  },
  removeReaction: (input, asking) => {
    const from = subject(asking, input.subjectId);
    return { subject: from, reaction: unreact(asking.doer, from, input.content as ReactionContent) };
  },
};
