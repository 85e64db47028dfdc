// The other open incidents of the repository: asked for only where somebody wants to see the queue.
import type { IssueEvent } from '../core/issue-event.ts';
import type { Comment, OtherIncident } from '../core/snapshot.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import { queueDocument } from './other-issue-documents.ts';
import { present } from './read-issue.ts';
import { commandLines, itemName } from './speakers.ts';

type Item = Comment | IssueEvent;

interface RawQueued {
  readonly number: number;
  readonly title: string;
  readonly createdAt: string;
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
}
interface Answer {
  readonly repository: { readonly issues: { readonly nodes: readonly (RawQueued | null)[] | null } } | null;
}

/** What a look knows of the one issue it is about. */
interface Seen {
  readonly repository: { readonly owner: string; readonly name: string };
  readonly issue: { readonly number: number };
  readonly thread: readonly Item[];
}

/** A superset of the question, found without grammar. */
const asking = /^\s*\/(?:sitrep\s+)?queue\b/i;

/**
 * Open issues with a label that makes incidents, the oldest hundred, without the one looked at; null where nobody asked in a comment
 * that may be unheard. One request where somebody did. @param labels what makes an incident here; none: there are no others
 */
export async function otherIncidents(
  github: GitHub,
  { repository: { owner, name }, issue, thread }: Seen,
  settled: ReadonlySet<string>,
  labels: readonly string[],
): Promise<readonly OtherIncident[] | null> {
  if (!thread.some((item) => isAsking(item, settled))) return null;
  if (labels.length === 0) return [];
  const { repository } = await ask<Answer>(github, queueDocument, { owner, name, labels });
  return present(repository?.issues.nodes)
    .filter(({ number }) => number !== issue.number)
    .map(({ number, title, createdAt, labels: borne }) => ({
      ...{ number, title, createdAt },
      labels: present(borne?.nodes).map((label) => label.name),
    }));
}

function isAsking(item: Item, settled: ReadonlySet<string>): boolean {
  if (item.kind !== 'comment' || item.mine || settled.has(itemName(item))) return false;
  return commandLines(item).some((line) => asking.test(line));
}
