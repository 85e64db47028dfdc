// Whom a page, or a level of the ladder, is for, as handbooks write it and the record keeps it.

/** Somebody or something that can be called; who that is at a moment tells {@link meantBy} (core/meant). */
export type Callee =
  | { readonly to: 'person'; readonly login: string }
  /** Whoever holds the role in the incident. */
  | { readonly to: 'role'; readonly role: string }
  /** Who is on call for the service, else its owners. */
  | { readonly to: 'service'; readonly service: string }
  /** Who is on call for what is affected; `layer` null: whoever is called first. */
  | { readonly to: 'on-call'; readonly layer: string | null }
  /** Everybody who is on call in that rota. */
  | { readonly to: 'rota'; readonly rota: string }
  /** `org/team`: its members. */
  | { readonly to: 'team'; readonly team: string }
  /** The owners of what is affected. */
  | { readonly to: 'owners' }
  /** An entry of the handbook's contacts, where that names a person or a team of GitHub. */
  | { readonly to: 'contact'; readonly contact: string }
  /** Everybody in the rotas and among the owners of what is affected, and the responders' teams. */
  | { readonly to: 'everyone' };

const forms: readonly (readonly [RegExp, (name: string) => Callee])[] = [
  [/^@([a-z\d][a-z\d_-]{0,38})$/i, (login) => ({ to: 'person', login })],
  [/^(?:team )?@?([\w.-]{1,100}\/[\w.-]{1,100})$/i, (team) => ({ to: 'team', team: team.toLowerCase() })],
  [/^role (\S{1,40})$/i, (role) => ({ to: 'role', role })],
  [/^service (\S.{0,99})$/i, (service) => ({ to: 'service', service })],
  [/^on-call (\S.{0,59})$/i, (layer) => ({ to: 'on-call', layer })],
  [/^on-call()$/i, () => ({ to: 'on-call', layer: null })],
  [/^rota (\S.{0,59})$/i, (rota) => ({ to: 'rota', rota })],
  [/^owners()$/i, () => ({ to: 'owners' })],
  [/^contact (\S{1,40})$/i, (contact) => ({ to: 'contact', contact })],
  [/^everyone()$/i, () => ({ to: 'everyone' })],
];

/** Reads `@ada`, `role commander`, `service payments`, `on-call`, `on-call primary`, `rota commanders`, `team acme/db`, `owners`, `contact management`, `everyone`; null for anything else. */
export function readCallee(text: string): Callee | null {
  for (const [form, make] of forms) {
    const name = form.exec(text.trim())?.[1];
    if (name !== undefined) return make(name);
  }
  return null;
}

/** The words of a callee; {@link readCallee} reads them again. */
export function calleeText(callee: Callee): string {
  switch (callee.to) {
    case 'person':
      return `@${callee.login}`;
    case 'role':
      return `role ${callee.role}`;
    case 'service':
      return `service ${callee.service}`;
    case 'on-call':
      return callee.layer === null ? 'on-call' : `on-call ${callee.layer}`;
    case 'rota':
      return `rota ${callee.rota}`;
    case 'team':
      return `team ${callee.team}`;
    case 'contact':
      return `contact ${callee.contact}`;
    default:
      return callee.to;
  }
}
