// Which issue a search's find is a reason to look at: it is judged as a webhook about it would be.
import type { IssueRef } from './github/observe.ts';
import type { Found } from './github/search.ts';
import { type KnownOfUs, worthALook } from './worth-a-look.ts';

/** Null: what was found cannot be of an incident. Without its words it is, whatever they are. */
export function reasonToLook({ ref, labels, words, branch }: Found, known: KnownOfUs): IssueRef | null {
  const { owner, name, number } = ref;
  const repository = { name, owner: { login: owner } };
  if (branch !== null)
    return worthALook('pull_request', { repository, pull_request: { head: { ref: branch } } }, known);
  if (words === null) return ref;
  const issue = { number, body: words.body, labels };
  const told = words.comments.map((body) =>
    worthALook('issue_comment', { repository, issue, comment: { body } }, known),
  );
  return [worthALook('issues', { repository, issue }, known), ...told].find((found) => found !== null) ?? null;
}
