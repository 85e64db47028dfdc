// GitHub's actors as the rest of the house knows people.
import type { Person } from '../core/person.ts';
import type { RawActor } from './look-answer.ts';

/** The person behind an actor of a GraphQL answer; null for a ghost (the account is gone) and for teams. */
export function personOf(actor: RawActor | null | undefined): Person | null {
  if (!actor?.login || !actor.id) return null;
  const login = bareLogin(actor.login);
  return { id: actor.id, login, bot: actor.__typename === 'Bot' || login !== actor.login };
}

/** A login without the `[bot]` that REST and `viewer` put behind a bot's. */
export function bareLogin(login: string): string {
  return login.replace(/\[bot\]$/, '');
}
