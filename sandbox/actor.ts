import { type Doer, type Grants, usualGrants } from './world/doer.ts';
import type { World } from './world.ts';

/**
 * Whose token a request carries: the App's installation (or, with a `slug`, another app's, such as `github-actions`)
 * with what it was granted, on one account's repositories or on one `repository` (`owner/name`) if that is named, or a person.
 */
export type Actor =
  | {
      readonly kind: 'app';
      readonly slug?: string;
      readonly permissions?: Grants;
      readonly account?: string;
      readonly repository?: string;
    }
  | { readonly kind: 'user'; readonly login: string };

/** The actor as somebody who can act in this world. A person who is not known yet is made; a bot too. */
export function doerOf(world: World, actor: Actor): Doer {
  if (actor.kind === 'user') return { world, by: world.addUser(actor.login), grants: null };
  const by = actor.slug === undefined ? world.state.app : world.addUser(actor.slug, { bot: true });
  const home = actor.account === undefined ? undefined : world.user(actor.account);
  const only = actor.repository === undefined ? {} : { only: actor.repository.toLowerCase() };
  return { world, by, grants: actor.permissions ?? usualGrants, ...(home ? { home } : {}), ...only };
}
