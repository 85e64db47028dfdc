import type { Account } from './account.ts';
import type { Repository } from './model.ts';
import type { News } from './news.ts';
import type { State } from './state.ts';

/** What an app's installation was granted, e.g. `{issues: 'write', metadata: 'read'}`. */
export type Grants = Readonly<Record<string, 'read' | 'write' | 'admin'>>;

/** What acts need of the world. */
export interface Ground {
  readonly state: State;
  /** ISO, whole seconds. */
  readonly now: string;
  /** Turns news into a webhook, if anybody listens. */
  tell(doer: Doer, news: News): void;
  /** A fork of a repository under an account, made when there is none. */
  fork(repository: Repository, by: Account): Repository;
}

/** Who acts, in which world; `grants` only for an app. */
export interface Doer {
  readonly world: Ground;
  readonly by: Account;
  readonly grants: Grants | null;
  /** The account an app's token is for; without it every account that is here. */
  readonly home?: Account;
  /** The one repository an app's token is for, as a workflow's is: `owner/name` in lower case. */
  readonly only?: string;
}

/** What an installation of the App is granted unless a caller says otherwise. */
export const usualGrants: Grants = {
  metadata: 'read',
  issues: 'write',
  contents: 'write',
  pull_requests: 'write',
  members: 'read',
};
