// `/oncall`: who is on call, for a service or at all. It calls nobody.

import { knownServices, type Service, serviceNamed } from '../core/service.ts';
import { type Rota, rotaNamed } from '../oncall/rota.ts';
import { type ToldOnCall, tellRota } from '../oncall/told-rota.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { cut } from './cut.ts';
import { meant } from './named.ts';

/** So many rotas stand in one answer; the others are named. */
const most = 6;

export const oncall: Command = {
  name: 'oncall',
  aliases: ['who', 'responders'],
  usage: '/oncall [service]',
  does: 'Tells who is on call at that moment, for a service or at all, and until when. It calls nobody.',
  who: 'anyone',
  examples: ['/oncall', '/oncall payments'],
  free: false,
  judge(said, room) {
    const { roster, services } = room.handbook;
    const word = said.text.trim();
    if (word === '') return answer('', inOrder(room), said, room);
    const service = serviceNamed(services, word);
    if (service) return answer(service.id, rotaOf(service, room), said, room, service);
    const rota = rotaNamed(roster.rotas, word);
    if (rota) return answer(rota.id, [rota], said, room);
    return roster.file === 'missing' ? answer(cut(word, 60), [], said, room) : unknown(word, room);
  },
};

function answer(about: string, rotas: readonly Rota[], { at }: Said, room: Room, service?: Service): Judgement {
  const { file, rotas: all } = room.handbook.roster;
  const onCall: ToldOnCall = {
    file,
    rotas: rotas.slice(0, most).map((rota) => tellRota(rota, at)),
    others: rotas.slice(most, most + 20).map(({ id }) => id),
    missing: service?.onCall && !all.some(({ id }) => id === service.onCall) ? service.onCall : null,
    elsewhere: service?.rota ?? null,
  };
  return accept({ kind: 'asked', question: 'oncall', about, right: room.right, onCall });
}

function rotaOf({ onCall }: Service, { handbook }: Room): readonly Rota[] {
  return handbook.roster.rotas.filter(({ id }) => id === onCall);
}

/** Those of the affected services first. */
function inOrder(room: Room): readonly Rota[] {
  const { roster, services } = room.handbook;
  const affected = knownServices(services, room.incident?.services ?? []).flatMap((one) => rotaOf(one, room));
  return [...new Set([...affected, ...roster.rotas])];
}

function unknown(word: string, { handbook: { services, roster } }: Room): Judgement {
  const rotas = roster.rotas.map(({ id, name }) => ({ id, name, aliases: [] }));
  const names = [...new Set([...services, ...rotas].map(({ id }) => id))].slice(0, 50);
  const near = meant(services, word) ?? meant(rotas, word);
  return refuse({ reason: 'unknown-rota', word: cut(word, 60), meant: near, names });
}
