// Who is reminded of what is owed.
import { cameDue } from '../core/came-due.ts';
import type { RunningClock } from '../core/clock.ts';
import type { Handbook } from '../core/handbook.ts';
import { holders, type Incident } from '../core/incident.ts';
import { meantBy } from '../core/meant.ts';
import { callsOf } from '../core/page.ts';
import type { Person } from '../core/person.ts';
import { leadingNow, standIns } from '../core/stand-in.ts';
import { confirmLine } from './clock-confirmation.ts';
import { updateLine } from './clock-promises.ts';
import { answeredBy, present } from './on-it.ts';

/** Nobody reads a line that calls a crowd. */
const most = 5;

/**
 * Whom to remind of what a clock waits for: the one whose task it is, else the holders of the role that owes it; while nobody holds
 * it the level above: who stands in for it, of an update who gave the last one, who leads, who holds any other role, who has joined,
 * who answered, who is on call. Of an answer first those who were called last. Nobody where none of them is there, and of an
 * outsider's report that waits for a word: who files five hundred of them calls nobody. @param at ISO UTC
 */
export function remindedOf(
  { person, owner, command }: Pick<RunningClock, 'person' | 'owner' | 'command'>,
  incident: Incident,
  handbook: Handbook,
  at: string,
): readonly Person[] {
  if (command === confirmLine) return [];
  const levels = [
    () => (person ? [person] : []),
    () => (command === '/ack' ? calledLast(incident) : []),
    () => (owner === null ? [] : holders(incident, owner)),
    () => (owner === null ? [] : standIns(incident, handbook, owner).map((one) => one.person)),
    () => (command === updateLine ? present(incident.update?.by, incident) : []),
    () => leadingNow(incident, handbook).flatMap((role) => holders(incident, role)),
    () => incident.tenures.filter(({ until }) => until === null).map((tenure) => tenure.person),
    () => incident.joined,
    () => present(answeredBy(incident), incident),
    () => onCall(incident, handbook, at),
  ];
  for (const level of levels) {
    const there = [...new Map(level().map((one) => [one.id, one] as const)).values()];
    if (there.length > 0) return there.slice(0, most);
  }
  return [];
}

/** Logins of who is on call, for them to be told of and not called: who could say whether a report counts. @param at ISO UTC */
export function namedOf(
  { command }: Pick<RunningClock, 'command'>,
  incident: Incident,
  handbook: Handbook,
  at: string,
): readonly string[] {
  if (command !== confirmLine) return [];
  const { logins } = meantBy({ to: 'on-call', layer: null }, { incident, handbook, at });
  return [...new Set(logins)].slice(0, most);
}

/** Of those on call for what is affected whoever did something here, or was called here: a name in a file may be anybody's. */
function onCall(incident: Incident, handbook: Handbook, at: string): readonly Person[] {
  const { logins } = meantBy({ to: 'on-call', layer: null }, { incident, handbook, at });
  const called = callsOf(incident).flatMap(({ fact }) => fact.people);
  return logins.flatMap((login) => {
    const known = actingAs(login, incident);
    return known || called.some((one) => isLogin(one, login)) ? [known ?? byLogin(login)] : [];
  });
}

/** Those of the newest call since the harm began or came back. */
function calledLast(incident: Incident): readonly Person[] {
  const since = incident.segments.at(-1)?.from ?? '';
  const last = callsOf(incident).findLast(({ fact, saidAt }) => saidAt >= since && fact.people.length > 0);
  return (last?.fact.people ?? []).map((login) => actingAs(login, incident) ?? byLogin(login));
}

/** Whoever did something here under this login. */
function actingAs(login: string, { timeline }: Incident): Person | undefined {
  const last = timeline.findLast(
    (entry) => entry.by && !entry.by.bot && !cameDue(entry) && isLogin(entry.by.login, login),
  );
  return last?.by ?? undefined;
}

function isLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function byLogin(login: string): Person {
  return { id: `@${login.toLowerCase()}`, login, bot: false };
}
