// Whom somebody means to call, by the words people type for them.
import type { Callee } from '../core/callee.ts';
import type { Handbook } from '../core/handbook.ts';
import { serviceNamed } from '../core/service.ts';
import { rotaNamed } from '../oncall/rota.ts';
import { meant, named } from './named.ts';

/**
 * Everything that the words name, in the order in which it is tried: a service, a role, a rota, a level of the ladder, a contact,
 * a team, who is on call, everyone. Only teams that the handbook or the files beside it name: whoever may type must not learn who
 * is in a team that was never told here.
 */
export function calleesNamed(words: string, handbook: Handbook): readonly (readonly Callee[])[] {
  const { services, roles, roster, contacts, escalation } = handbook;
  const service = serviceNamed(services, words);
  const role = named(roles, words);
  const rota = rotaNamed(roster.rotas, words);
  const level = named(
    escalation.levels.map((one) => ({ ...one, aliases: [] })),
    words,
  );
  const contact = named(
    contacts.map((one) => ({ ...one, aliases: [] })),
    words,
  );
  const team = teamsTold(handbook).find((one) => isTeam(one, words));
  const found: readonly (readonly Callee[])[] = [
    service ? [{ to: 'service', service: service.id }] : [],
    role ? [{ to: 'role', role: role.id }] : [],
    rota ? [{ to: 'rota', rota: rota.id }] : [],
    level?.calls ?? [],
    contact ? [{ to: 'contact', contact: contact.id }] : [],
    team === undefined ? [] : [{ to: 'team', team }],
    /^on[ -]?call$/i.test(words) ? [{ to: 'on-call', layer: null }] : [],
    /^(?:everyone|everybody|all)$/i.test(words) ? [{ to: 'everyone' }] : [],
  ];
  return found.filter((callees) => callees.length > 0);
}

/** The name that mistyped words meant, and all the names that there are. */
export function calleeMeant(
  words: string,
  handbook: Handbook,
): { readonly meant: string | null; readonly names: readonly string[] } {
  const { services, roles, roster } = handbook;
  const rotas = roster.rotas.map(({ id, name }) => ({ id, name, aliases: [] }));
  const names = [...services, ...roles, ...rotas].map(({ id }) => id);
  const near = meant(services, words) ?? meant(roles, words) ?? meant(rotas, words);
  return { meant: near, names: [...new Set([...names, ...teamsTold(handbook)])].slice(0, 50) };
}

/** Teams (`org/team`) that the handbook or the files beside it name. */
function teamsTold({
  services,
  responders,
  roles,
  security,
  contacts,
  escalation,
  roster,
}: Handbook): readonly string[] {
  const told = [
    ...services.flatMap(({ owners }) => owners),
    ...responders,
    ...security.teams,
    ...roles.flatMap(({ prerequisite }) => prerequisite?.teams ?? []),
    ...contacts.map(({ where }) => where),
    ...roster.rotas.map(({ contact }) => contact ?? ''),
    ...escalation.levels.flatMap(({ calls }) => calls.map((callee) => (callee.to === 'team' ? callee.team : ''))),
  ];
  const teams = told.flatMap((name) => /^@?([\w.-]+\/[\w.-]+)$/.exec(name)?.[1]?.toLowerCase() ?? []);
  return [...new Set(teams)];
}

function isTeam(team: string, words: string): boolean {
  const wanted = words.replace(/^@/, '').toLowerCase();
  return wanted === team || wanted === team.slice(team.indexOf('/') + 1);
}
