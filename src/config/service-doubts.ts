// Services whose rota is not there, and contracts whose hours nobody can read or whose promises nobody can keep.
import type { Handbook } from '../core/handbook.ts';
import type { Customer, Service } from '../core/service.ts';
import { rosterFile } from '../oncall/rota.ts';
import { readAllHours } from '../time/weekly-hours.ts';
import type { Finding } from './explain.ts';
import { didYouMean } from './nearest.ts';
import { shown } from './shown.ts';
import { type Fault, weekdayFault } from './time-faults.ts';
import { zoneMeant } from './zone-meant.ts';

/** @param rotas ids of all that the file names, those that cannot be used too: they are told where they are wrong */
export function serviceDoubts(services: readonly Service[], rotas: readonly string[]): readonly Finding[] {
  return services.flatMap(({ id, onCall }): readonly Finding[] => {
    if (onCall === null || rotas.includes(onCall)) return [];
    const what = `\`services.${id}.on-call\` names the rota \`${onCall}\`, which is not there.`;
    const suggestion =
      didYouMean(onCall, rotas) || `Tell it under \`rotas\` in \`${rosterFile}\`, or take it away here.`;
    return [{ path: ['services', id, 'on-call'], of: 'value', what, suggestion }];
  });
}

/** What of contracts cannot be timed as it stands. */
export function customerDoubts({ customers, services }: Told): readonly Finding[] {
  return customers.flatMap((customer) => [...wordyHours(customer), ...unkept(customer, services)]);
}

type Told = Pick<Handbook, 'customers' | 'services'>;

/** Hours that are words: the time runs always, so that no promise is broken for want of a word. */
function wordyHours({ id, hours, calendar }: Customer): readonly Finding[] {
  if (hours === null || calendar) return [];
  const fault = wordyFault(hours);
  const what = `\`customers.${id}.hours\` ${fault.what}: the time of this contract always runs.`;
  const suggestion = fault.suggestion ?? 'Write e.g. `Mon-Fri 08:00-18:00, Sat 10:00-14:00 Europe/Berlin`.';
  return [{ path: ['customers', id, 'hours'], of: 'value', what, suggestion }];
}

/** What of a contract's hours cannot be read: the zone behind hours that can be, a day of the week, else all of it. */
function wordyFault(hours: string): Fault {
  const [, lines = '', zone = ''] = /^(.*\d:\d\d)\s+\(?([^\s()]+)\)?$/.exec(hours.trim().slice(0, 200)) ?? [];
  if (readAllHours(lines) !== null) {
    const meant = zoneMeant(zone);
    const suggestion = meant === null ? 'Write for example `Europe/Berlin`.' : `Did you mean \`${meant}\`?`;
    return { what: `names \`${shown(zone)}\`, which is no time zone of the IANA list`, suggestion };
  }
  const what = 'cannot be read as hours of the week';
  return weekdayFault(lines) ?? { what, suggestion: null };
}

/** Promises that no incident can be held to: it would have to affect a service of the customer's. */
function unkept({ id, contract }: Customer, services: readonly Service[]): readonly Finding[] {
  const promisesSome = Object.values(contract).some((terms) => Object.keys(terms).length > 0);
  if (!promisesSome || services.some(({ customers }) => customers.includes(id))) return [];
  const what = `Nobody keeps what \`customers.${id}.contract\` promises: no service names \`${id}\` among its customers.`;
  const suggestion = `Write \`customers: [${id}]\` at each service that they use.`;
  return [{ path: ['customers', id, 'contract'], of: 'key', what, suggestion }];
}
