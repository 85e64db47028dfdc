import type { World } from '../world.ts';
import type { Account } from './model.ts';

/** What an app's installation was granted, e.g. `{issues: 'write', metadata: 'read'}`. */
export type Grants = Readonly<Record<string, 'read' | 'write' | 'admin'>>;

/** Who acts, in which world; `grants` only for an app. */
export interface Doer {
  readonly world: World;
  readonly by: Account;
  readonly grants: Grants | null;
  /** The account an app's token is for; without it every account that is here. */
  readonly home?: Account;
}

/** What an installation of the App is granted unless a caller says otherwise. */
export const usualGrants: Grants = {
  metadata: 'read',
  issues: 'write',
  contents: 'write',
  pull_requests: 'write',
  members: 'read',
};
