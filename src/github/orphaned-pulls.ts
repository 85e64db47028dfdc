// Open post-mortems of ours whose incident is not there any more.
import { keyOf } from '../core/marker.ts';
import { postMortemOf } from '../core/post-mortem-mark.ts';
import { postMortemBranches } from '../core/pull-request.ts';
import type { Seal } from '../core/seal.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { Nodes } from './look-answer.ts';
import type { IssueRef } from './observe.ts';
import { present } from './read-issue.ts';

const pulls = `first: 5, states: OPEN) {
      nodes {
        id body locked viewerDidAuthor
        userContentEdits(last: 1) { nodes { diff } }
        comments(first: 100) { nodes { body viewerDidAuthor } }
      }
    }`;

/** Open pull requests of both names of a post-mortem's branch, with their first comments. */
export const orphansDocument = `query orphans($owner: String!, $name: String!, $usual: String!, $other: String!) {
  repository(owner: $owner, name: $name) {
    isArchived
    usual: pullRequests(headRefName: $usual, ${pulls}
    other: pullRequests(headRefName: $other, ${pulls}
  }
}`;

interface RawOrphan {
  readonly id: string;
  readonly body: string;
  readonly locked: boolean;
  readonly viewerDidAuthor: boolean;
  readonly userContentEdits: Nodes<{ readonly diff: string | null }> | null;
  readonly comments: Nodes<{ readonly body: string; readonly viewerDidAuthor: boolean }>;
}
interface Answer {
  readonly repository: {
    readonly isArchived: boolean;
    readonly usual: Nodes<RawOrphan>;
    readonly other: Nodes<RawOrphan>;
  } | null;
}

/**
 * Node ids of those that were not told yet. One request. @param ref an issue that is not there
 * @param key of the comment that tells it
 */
export async function orphanedPulls(
  github: GitHub,
  { owner, name, number }: IssueRef,
  { key, seal }: { readonly key: string; readonly seal: Seal },
): Promise<readonly string[]> {
  const { repository } = await ask<Answer>(github, orphansDocument, { owner, name, ...postMortemBranches(number) });
  if (!repository || repository.isArchived) return [];
  return [...present(repository.usual.nodes), ...present(repository.other.nodes)]
    .filter((pull) => pull.viewerDidAuthor && !pull.locked && postMortemOf(firstWords(pull), seal) !== null)
    .filter(({ comments }) => !present(comments.nodes).some((one) => one.viewerDidAuthor && keyOf(one.body) === key))
    .map(({ id }) => id);
}

/** Whoever may edit could put our mark in, or take it away. */
function firstWords({ body, userContentEdits }: RawOrphan): string {
  return present(userContentEdits?.nodes)[0]?.diff ?? body;
}
