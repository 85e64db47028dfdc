// The file of the post-mortem's open pull request: read only where words may have to be taken out of it.
import type { IssueEvent } from '../core/issue-event.ts';
import { ownPull } from '../core/own-pull.ts';
import { same } from '../core/person.ts';
import type { Comment, Snapshot } from '../core/snapshot.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import { commandLines, itemName } from './speakers.ts';

type Seen = Pick<Snapshot, 'repository' | 'thread' | 'pulls' | 'viewer'>;
interface Answer {
  readonly repository: {
    readonly object: {
      readonly __typename: string;
      readonly text?: string | null;
      readonly isTruncated?: boolean;
    } | null;
  } | null;
}

const document = `query postMortemFile($owner: String!, $name: String!, $file: String!) {
  repository(owner: $owner, name: $name) { object(expression: $file) { __typename ... on Blob { text isTruncated } } }
}`;

/** A superset of the command, found without grammar. */
const redacting = /^\s*\/(?:sitrep\s+)?redact\b/i;

/**
 * The file at the pull request's head; undefined where none is open, where nothing that may be unheard asks for it, and where
 * GitHub has no text of it. One request where it is read.
 */
export async function postMortemFile(
  github: GitHub,
  { repository: { owner, name }, thread, pulls, viewer }: Seen,
  settled: ReadonlySet<string>,
): Promise<Snapshot['postMortemFile']> {
  const pull = ownPull({ pulls });
  const path = pull?.paths.find((one) => /\.md$/i.test(one));
  if (pull?.state !== 'open' || path === undefined) return undefined;
  const unheard = thread.filter((item) => !settled.has(itemName(item)));
  if (!unheard.some((item) => isAsking(item, viewer))) return undefined;
  const file = `${pull.headOid}:${path}`;
  const { repository } = await ask<Answer>(github, document, { owner, name, file });
  const text = repository?.object?.isTruncated ? null : repository?.object?.text;
  return text == null ? undefined : { path, text };
}

function isAsking(item: Comment | IssueEvent, viewer: Snapshot['viewer']): boolean {
  if (item.kind === 'comment-deleted') return !same(item.author, viewer);
  return item.kind === 'comment' && !item.mine && commandLines(item).some((line) => redacting.test(line));
}
