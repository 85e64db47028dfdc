// What the type and the severity of an incident ask of it: roles that must be held, a gate, a post-mortem, a word on its type.
import { type Handbook, type Role, typeOf } from './handbook.ts';
import type { Incident } from './incident.ts';

/** Whether somebody must hold a role now, for its type or at its severity: a type without `roles` asks for none. */
export function isRoleRequired(role: Role, incident: Incident, handbook: Handbook): boolean {
  const { severity, type } = incident;
  const asked = role.requiredAt.includes(severity.current) || role.requiredFor.includes(type.current);
  return asked && isOpenTo(role.id, incident, handbook) && (typeOf(handbook, type.current)?.roles ?? true);
}

/** Whether a role is one that its type lets people take: a private matter may have fewer of them than the handbook. */
export function isOpenTo(role: string, { type }: Incident, handbook: Handbook): boolean {
  const { roles } = handbook.security;
  return roles.length === 0 || roles.includes(role) || !typeOf(handbook, type.current)?.private;
}

/** Whether a post-mortem is asked for at its severity, of its type. */
export function isPostMortemRequired({ severity, type }: Incident, handbook: Handbook): boolean {
  return (
    (typeOf(handbook, type.current)?.postMortem ?? true) && handbook.postMortem.requiredAt.includes(severity.current)
  );
}

/** Whether checklist and gate hold for its type; without them `/close` just closes it. */
export function hasGate({ type }: Pick<Incident, 'type'>, handbook: Handbook): boolean {
  return typeOf(handbook, type.current)?.gate ?? true;
}

/** Whether the handbook wants its type said, and nobody has. */
export function lacksType({ type }: Incident, { classification }: Handbook): boolean {
  return classification === 'required' && !type.said;
}
