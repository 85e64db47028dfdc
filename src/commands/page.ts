// `/page`: calls people. Until there is a wire that rings, a page is a mention, and says so.

import { reached } from '../clocks/ladder.ts';
import { type Callee, calleeText } from '../core/callee.ts';
import { meantBy } from '../core/meant.ts';
import type { Refusal } from '../core/refusal.ts';
import { mostMentioned, type Reach, reachOf } from '../oncall/reach.ts';
import { calleeMeant, calleesNamed } from './callee-named.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { isAgain, roomLeft } from './paged-lately.ts';
import { isPerson, personNamed } from './person-named.ts';
import { reasoned } from './reasoned.ts';

export const page: Command = {
  name: 'page',
  aliases: ['call'],
  usage: '/page <@who|team|role|service> [because …]',
  does: 'Mentions people in a comment: somebody, a team, who holds a role, who is on call for a service. Nothing rings.',
  who: 'responder',
  examples: ['/page @bob', '/page payments because cards are refused', '/page commander', '/page on-call'],
  free: false,
  judge(said, room) {
    const { words, because } = clauses(said.text);
    if (words.length === 0) return refuse({ reason: 'missing', command: 'page', what: 'person', usage: page.usage });
    const found = whom(words, room);
    if ('refusal' in found) return found;
    const reason = because ?? (found.rest.length > 0 ? found.rest.join(' ') : null);
    return call(found.callees, reason, said, room);
  },
};

interface Found {
  /** What the words may mean, the likeliest first: the first that reaches somebody is called. */
  readonly callees: readonly (readonly Callee[])[];
  /** The words behind them. */
  readonly rest: readonly string[];
}

function whom(words: readonly string[], room: Room): Found | { readonly refusal: Refusal } {
  const first = words[0] ?? '';
  const isTeam = first.includes('/');
  if (isPerson(first) && !isTeam) return somebody(words, room);
  for (let count = Math.min(words.length, 4); count > 0; count -= 1) {
    const callees = calleesNamed(words.slice(0, count).join(' '), room.handbook);
    if (callees.length > 0) return { callees, rest: words.slice(count) };
  }
  return {
    refusal: { reason: 'unknown-callee', word: cut(first, 60), ...calleeMeant(words.join(' '), room.handbook) },
  };
}

function somebody(words: readonly string[], room: Room): Found | { readonly refusal: Refusal } {
  const end = words.findIndex((word) => !isPerson(word) || word.includes('/'));
  const people = end === -1 ? words : words.slice(0, end);
  const callees: Callee[] = [];
  for (const word of people.slice(0, mostMentioned)) {
    const found = personNamed(word, room);
    if ('refusal' in found) return found;
    callees.push({ to: 'person', login: found.standing.person.login });
  }
  return { callees: [callees], rest: words.slice(people.length) };
}

function call(all: Found['callees'], because: string | null, said: Said, room: Room): Judgement {
  const most = roomLeft(said, room);
  if (most <= 0) return refuse({ reason: 'enough-paged', most: mostMentioned });
  const tried = all.map((callees) => ({ callees, reach: reach(callees, most, said, room) }));
  const found = tried.find((one) => one.reach.people.length + one.reach.unasked.length > 0);
  if (!found) {
    const about = (all[0] ?? []).map(calleeText).join(', ');
    const why = tried.some((one) => one.reach.lost.length > 0) ? 'gone' : 'nobody';
    return refuse({ reason: 'nobody-to-page', about: cut(about, 100), why });
  }
  const to = found.callees.map(calleeText);
  if (isAgain((fact) => fact.to.join() === to.join(), said, room)) return accept();
  return accept({ kind: 'paged', to, ...reached(found.reach), ...reasoned(because) });
}

function reach(callees: readonly Callee[], most: number, { at }: Said, { incident, handbook }: Room): Reach {
  const meant = callees.map((callee) => meantBy(callee, { incident, handbook, at }));
  return reachOf(meant, handbook.roster.reachable ?? null, most);
}
