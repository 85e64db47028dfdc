// Whether a level of the ladder could call anybody at all, by what the handbook and the files beside it tell.
import type { Callee } from '../core/callee.ts';
import type { EscalationLevel } from '../core/duty.ts';
import type { Handbook } from '../core/handbook.ts';
import { meantBy } from '../core/meant.ts';
import { rotaNamed } from '../oncall/rota.ts';
import { isAtLine } from './ladder-run.ts';

/**
 * Severities at which the ladder calls somebody, of the type that a report is which names none: by its time-outs, by a trigger, or
 * because somebody escalates; it is all the same to whoever expects to be rung.
 */
export function callingAt(handbook: Handbook): readonly string[] {
  if (handbook.escalation.levels.length === 0) return [];
  const type = handbook.types[0]?.id ?? '';
  return handbook.severities.map(({ id }) => id).filter((severity) => isAtLine(severity, type, handbook));
}

/** Levels that nobody is told for, whatever the hour. */
export function emptyLevels(handbook: Handbook): readonly EscalationLevel[] {
  return handbook.escalation.levels.filter(({ calls }) => !calls.some((callee) => couldMean(callee, handbook)));
}

/** Whether all that could be called is whoever holds a role by then: while nobody does, that is nobody. */
export function callsNobody(handbook: Handbook): boolean {
  const all = handbook.escalation.levels.flatMap(({ calls }) => calls);
  return !all.some((callee) => callee.to !== 'role' && couldMean(callee, handbook));
}

/** A role may be held by anybody; who is in a team, and whether a person is there, GitHub knows. */
function couldMean(callee: Callee, handbook: Handbook): boolean {
  const { services, responders, onCall } = handbook;
  const { rotas } = handbook.roster;
  const isOwned = services.some(({ owners }) => owners.length > 0);
  switch (callee.to) {
    case 'person':
    case 'team':
    case 'role':
      return true;
    case 'service':
      return services.some((one) => one.id === callee.service && (one.owners.length > 0 || one.onCall !== null));
    case 'on-call': {
      const word = callee.layer?.toLowerCase() ?? null;
      const place = onCall.levels.findIndex((name) => name.toLowerCase() === word);
      const names = rotas.flatMap(({ layers }) => layers.flatMap(({ id, name }) => [id, name.toLowerCase()]));
      return word === null ? rotas.length > 0 : names.includes(word) || rotas.some(({ layers }) => layers[place]);
    }
    case 'rota':
      return rotaNamed(rotas, callee.rota) !== undefined;
    case 'owners':
      return isOwned;
    case 'everyone':
      return isOwned || rotas.length > 0 || responders.length > 0;
    case 'contact': {
      const { logins, teams } = meantBy(callee, { incident: null, handbook, at: '' });
      return logins.length + teams.length > 0;
    }
  }
}
