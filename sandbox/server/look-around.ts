import { REACTIONS } from '../acts/react.ts';
import { NotFound } from '../refusal.ts';
import { restLogin } from '../shape/account.ts';
import { mainRepository } from '../world/dump.ts';
import type { Comment } from '../world/model.ts';
import type { State } from '../world/state.ts';

/** A comment with its reactions as people see them: emoji and who gave it. */
export interface SeenComment {
  readonly id: number;
  readonly author: string;
  readonly reactions: readonly { readonly emoji: string; readonly by: string }[];
}

/** The comments of an issue or pull request of the main repository. @throws NotFound */
export function commentsOf(state: State, number: number): readonly SeenComment[] {
  const issue = mainRepository(state)?.issues.get(number);
  if (!issue) throw new NotFound(`there is no issue ${number}`);
  const comments = issue.timeline.filter((item): item is Comment => item.kind === 'IssueComment');
  return comments.map(({ id, author, reactions }) => ({
    id,
    author: restLogin(author),
    reactions: reactions.map(({ content, by }) => ({
      emoji: REACTIONS.find((one) => one.content === content)?.emoji ?? content,
      by: restLogin(by),
    })),
  }));
}

/** Logins of the people whose permission in the main repository was ever set. */
export function peopleOf(state: State): readonly string[] {
  const permissions = mainRepository(state)?.permissions;
  const people = [...state.accounts.values()].filter(({ kind, id }) => kind === 'User' && permissions?.has(id));
  return people.map(({ login }) => login);
}
