// Who is meant by a page or a level of the ladder at a moment: logins, and teams whose members GitHub knows.

import type { Meant } from '../oncall/reach.ts';
import { type Rota, rotaNamed } from '../oncall/rota.ts';
import { dutyAt, layersAt, onCallAt } from '../oncall/rota-at.ts';
import type { Callee } from './callee.ts';
import type { Handbook } from './handbook.ts';
import { holders, type Incident } from './incident.ts';
import { knownServices, type Service } from './service.ts';
import { standIns } from './stand-in.ts';

/** When somebody is called, and for what. */
export interface CallScene {
  /** Null before there is one: then nothing is affected and nobody holds a role. */
  readonly incident: Incident | null;
  readonly handbook: Handbook;
  /** ISO UTC, whole seconds. */
  readonly at: string;
}

/** Who is meant; nobody where a role is held by nobody, a rota has a hole, or nothing is told. Pure. */
export function meantBy(callee: Callee, scene: CallScene): Meant {
  const { handbook, at } = scene;
  switch (callee.to) {
    case 'person':
      return people([callee.login]);
    case 'role':
      return people(inRole(callee.role, scene));
    case 'service':
      return ofService(knownServices(handbook.services, [callee.service])[0], scene);
    case 'on-call':
      return people(affectedRotas(scene).flatMap((rota) => inLayer(rota, callee.layer, scene)));
    case 'rota': {
      const rota = rotaNamed(handbook.roster.rotas, callee.rota);
      return people(rota ? layersAt(rota, at).flatMap((layer) => layer.people) : []);
    }
    case 'team':
      return { logins: [], teams: [callee.team] };
    case 'owners':
      return ownersOf(affected(scene));
    case 'contact':
      return byAddress(handbook.contacts.find(({ id }) => id === callee.contact)?.where ?? '');
    case 'everyone':
      return everyone(scene);
  }
}

function people(logins: readonly string[]): Meant {
  return { logins, teams: [] };
}

/** Those who hold it, else who stands in. */
function inRole(role: string, { incident, handbook }: CallScene): readonly string[] {
  if (!incident) return [];
  const held = holders(incident, role);
  const persons = held.length > 0 ? held : standIns(incident, handbook, role).map(({ person }) => person);
  return persons.map(({ login }) => login);
}

function ofService(service: Service | undefined, { handbook, at }: CallScene): Meant {
  const rota = handbook.roster.rotas.find(({ id }) => id === service?.onCall);
  const onCall = rota && onCallAt(rota, at);
  return onCall ? people(onCall.people) : ownersOf(service ? [service] : []);
}

function ownersOf(services: readonly Service[]): Meant {
  const owners = services.flatMap((service) => service.owners);
  return { logins: owners.filter((one) => !one.includes('/')), teams: owners.filter((one) => one.includes('/')) };
}

function affected({ incident, handbook }: CallScene): readonly Service[] {
  return knownServices(handbook.services, incident?.services ?? []);
}

/**
 * The rotas of what is affected; where none of that has one, all but those that a level of the ladder calls by name: better too many
 * than nobody.
 */
function affectedRotas(scene: CallScene): readonly Rota[] {
  const { roster, escalation } = scene.handbook;
  const named = new Set(affected(scene).map(({ onCall }) => onCall));
  const theirs = roster.rotas.filter(({ id }) => named.has(id));
  if (theirs.length > 0) return theirs;
  const own = escalation.levels.flatMap(({ calls }) => calls.flatMap((one) => (one.to === 'rota' ? [one.rota] : [])));
  return roster.rotas.filter((rota) => !own.some((name) => rotaNamed([rota], name)));
}

/**
 * Who a layer has: the one of that id or name; where no layer bears it, the one at the place that the word has among the levels
 * of the handbook's own on-call (`backup` is the second).
 */
function inLayer(rota: Rota, word: string | null, { handbook, at }: CallScene): readonly string[] {
  if (word === null) return onCallAt(rota, at)?.people ?? [];
  const isIt = (name: string): boolean => name.toLowerCase() === word.toLowerCase();
  const named = rota.layers.find(({ id, name }) => isIt(id) || isIt(name));
  const layer = named ?? rota.layers[handbook.onCall.levels.findIndex(isIt)];
  return layer ? dutyAt(rota, layer, at).people : [];
}

/** A person or a team of GitHub; a page or an address is nobody whom we can call. */
function byAddress(where: string): Meant {
  const name = /^@?([\w.-]+(?:\/[\w.-]+)?)$/.exec(where.trim())?.[1];
  if (name === undefined) return people([]);
  return name.includes('/') ? { logins: [], teams: [name.toLowerCase()] } : people(where.startsWith('@') ? [name] : []);
}

function everyone(scene: CallScene): Meant {
  const { handbook, incident } = scene;
  const owners = ownersOf(affected(scene));
  const onDuty = affectedRotas(scene).flatMap(({ layers }) => layers.flatMap((layer) => layer.people));
  const here = incident?.tenures.flatMap(({ until, person }) => (until === null ? [person.login] : [])) ?? [];
  return { logins: [...onDuty, ...owners.logins, ...here], teams: [...owners.teams, ...handbook.responders] };
}
