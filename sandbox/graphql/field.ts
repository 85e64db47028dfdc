import type { Left } from '../allowance.ts';
import type { Account } from '../world/account.ts';
import type { Doer } from '../world/doer.ts';
import type { Arguments } from './arguments.ts';

/** What every field may look at: who asks, in which world, and what the whole document costs. */
export interface Asking {
  readonly doer: Doer;
  readonly cost: {
    readonly points: number;
    readonly nodes: number;
    readonly used: number;
    /** Before this document; null: nobody counts. */
    readonly left: Left | null;
  };
}

/** How one field of one type is answered. */
export type Field<Source> = (source: Source, given: Arguments, asking: Asking) => unknown;

/** The fields of one type that the sandbox can answer. */
export type Fields<Source> = Record<string, Field<Source>>;

/** An account as an actor: one that was deleted is nobody. */
export function actor(account: Account | null | undefined): Account | null {
  return account && !account.gone ? account : null;
}
