// What an incident can be about: services with their owners, and the customers that were promised something.

import type { Calendar } from '../time/calendar.ts';
import type { Term } from '../time/term.ts';
import { atSeverity } from './at-severity.ts';

/** Files beside the config that tell services: they are left out where they are wrong, and the handbook holds without them. */
export const serviceFiles = { own: '.github/sitrep/services.yml', backstage: 'catalog-info.yaml' } as const;

/** Something that can be affected, as the team's own files tell it. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Logins and teams (`org/team`), without `@`. */
  readonly owners: readonly string[];
  /** `owner/name`, or null. */
  readonly repository: string | null;
  /** The rota of its on-call, by id; the file that tells rotas may have none of that name. */
  readonly onCall: string | null;
  /** Who is on call for it, where another program knows: a name or address, shown as it stands. */
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
  /** The same as working time; null: it always runs, also where `hours` cannot be read. */
  readonly calendar: Calendar | null;
}

/** A service by its id, name or alias; case, spaces and hyphens do not matter. Nothing when none is known of that name. */
export function serviceNamed(services: readonly Service[], word: string): Service | undefined {
  const wanted = plain(word);
  if (wanted === '') return undefined;
  const names = (one: Service): readonly string[] => [one.name, ...one.aliases].map(plain);
  return services.find(({ id }) => plain(id) === wanted) ?? services.find((one) => names(one).includes(wanted));
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_.:–-]+/g, '');
}

/** The known ones among services named by id, in the order named. */
export function knownServices(services: readonly Service[], ids: readonly string[]): readonly Service[] {
  return ids.flatMap((id) => services.find((one) => one.id === id) ?? []);
}

/** The logins among a service's owners; the others are teams. */
export function peopleOwning({ owners }: Service): readonly string[] {
  return owners.filter((owner) => !owner.includes('/'));
}

/** Something promised, and to whom. */
export interface MadePromise {
  readonly term: Term;
  readonly customer: Customer;
}

/**
 * The strictest of what was promised to the customers of these services at a severity, for each kind of promise: what is due first;
 * of several that are due at once what always runs; else that of the customer whom the files name first.
 * @param dueOf when a promise is due, ISO UTC
 */
export function strictestPromises(
  services: readonly Service[],
  customers: readonly Customer[],
  severity: string,
  dueOf: (kind: Promised, promise: MadePromise) => string,
): Readonly<Partial<Record<Promised, MadePromise>>> {
  const theirs = new Set(services.flatMap((service) => service.customers));
  const concerned = customers.filter(({ id }) => theirs.has(id));
  const strictest = promises.flatMap((promised) => {
    const made = concerned.flatMap((customer): readonly Dated[] => {
      const term = atSeverity(customer.contract, severity)?.[promised];
      return term ? [{ term, customer, due: dueOf(promised, { term, customer }) }] : [];
    });
    const [first] = made.toSorted(byStrictness);
    return first ? [[promised, { term: first.term, customer: first.customer }] as const] : [];
  });
  return Object.fromEntries(strictest);
}

interface Dated extends MadePromise {
  readonly due: string;
}

function byStrictness(one: Dated, other: Dated): number {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1;
  return Number(one.customer.hours !== null) - Number(other.customer.hours !== null);
}
