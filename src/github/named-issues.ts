// Whether the issues that people name on command lines exist: a mistyped digit must not close an incident as a duplicate.
import type { IssueEvent } from '../core/issue-event.ts';
import type { Comment } from '../core/snapshot.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import { namedDocument } from './other-issue-documents.ts';
import { itemName } from './speakers.ts';

type Item = Comment | IssueEvent;
type Answer = { readonly repository: Readonly<Record<string, { readonly __typename: string } | null>> | null };

/** More are not looked up in one pass; they count as existing. */
const most = 20;
/** A superset of the commands that name issues, found without grammar. */
const naming = /^\s*\/(?:sitrep\s+)?(?:duplicate|merge|related|parent)\b(.*)$/gim;

/**
 * Numbers of this repository named in comments that may be unheard, and whether there is such an issue or pull request.
 * One request where there are any, none where there are none.
 */
export async function namedIssues(
  github: GitHub,
  { owner, name }: { readonly owner: string; readonly name: string },
  thread: readonly Item[],
  settled: ReadonlySet<string>,
): Promise<Readonly<Record<number, boolean>>> {
  const numbers = numbersIn(thread.filter((item) => !settled.has(itemName(item)))).slice(0, most);
  if (numbers.length === 0) return {};
  const variables = Object.fromEntries(numbers.map((number, index) => [`n${index}`, number]));
  const { repository } = await ask<Answer>(github, namedDocument(numbers.length), { owner, name, ...variables });
  return Object.fromEntries(numbers.map((number, index) => [number, Boolean(repository?.[`n${index}`])]));
}

function numbersIn(items: readonly Item[]): readonly number[] {
  const comments = items.filter((item): item is Comment => item.kind === 'comment' && !item.mine);
  const rests = comments.flatMap(({ body }) => [...body.matchAll(naming)].map((match) => match[1] ?? ''));
  // GitHub's numbers fit GraphQL's Int.
  const words = rests.flatMap((rest) =>
    [...rest.matchAll(/(?:^|[\s#/])(\d{1,9})\b/g)].map((match) => Number(match[1])),
  );
  return [...new Set(words)];
}
