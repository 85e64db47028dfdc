// What an incident can be about: services with their owners, and the customers that were promised something.
import type { Term } from './term.ts';

/** Something that can be affected, as the team's own files tell it. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Logins and teams (`org/team`), without `@`. */
  readonly owners: readonly string[];
  /** `owner/name`, or null. */
  readonly repository: string | null;
  /** Who is on call for it: a name or address, shown as it stands. */
  readonly rota: string | null;
  readonly runbook: string | null;
  readonly dashboards: readonly string[];
  readonly tier: string | null;
  /** Ids of customers that use it. */
  readonly customers: readonly string[];
}

export const promises = ['response', 'resolution'] as const;
/** What a contract may promise. */
export type Promised = (typeof promises)[number];

/** A customer with a contract: what was promised per severity, and in which hours it counts. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly contract: Readonly<Record<string, Readonly<Partial<Record<Promised, Term>>>>>;
  /** When the contract's time runs, as it stands there, e.g. `Mon-Fri 08:00-18:00`; null: always. */
  readonly hours: string | null;
}

/** A service by its id, name or alias, without regard to case; nothing when the handbook knows none of that name. */
export function serviceNamed(services: readonly Service[], word: string): Service | undefined {
  const wanted = word.trim().toLowerCase();
  return services.find((one) => [one.id, one.name, ...one.aliases].some((name) => name.toLowerCase() === wanted));
}
