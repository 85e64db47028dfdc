// Services whose rota is not there, and contracts whose hours nobody can read.
import { rosterFile } from '../core/rota.ts';
import type { Customer, Service } from '../core/service.ts';
import type { Finding } from './explain.ts';
import { didYouMean } from './nearest.ts';

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

/** Contracts whose hours are words: their time runs always, so that no promise is broken for want of a word. */
export function customerDoubts(customers: readonly Customer[]): readonly Finding[] {
  return customers.flatMap(({ id, hours, calendar }): readonly Finding[] => {
    if (hours === null || calendar) return [];
    const what = `\`customers.${id}.hours\` cannot be read as hours of the week: the time of this contract always runs.`;
    const suggestion = 'Write e.g. `Mon-Fri 08:00-18:00, Sat 10:00-14:00 Europe/Berlin`.';
    return [{ path: ['customers', id, 'hours'], of: 'value', what, suggestion }];
  });
}
