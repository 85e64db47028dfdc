// Who is reminded of what is owed.
import type { RunningClock } from './clock.ts';
import type { Handbook } from './handbook.ts';
import { holders, type Incident } from './incident.ts';
import type { Person } from './person.ts';
import { leadingNow, standIns } from './stand-in.ts';

/** Nobody reads a line that calls a crowd. */
const most = 5;

/**
 * Whom to remind of what a clock waits for: the one whose task it is, else the holders of the role that owes it; while nobody holds
 * it the level above: who stands in for it, who leads, who holds any other role, who has joined. Nobody where none of them is there.
 */
export function remindedOf(
  { person, owner }: Pick<RunningClock, 'person' | 'owner'>,
  incident: Incident,
  handbook: Handbook,
): readonly Person[] {
  const levels = [
    person ? [person] : [],
    owner === null ? [] : holders(incident, owner),
    owner === null ? [] : standIns(incident, handbook, owner).map((one) => one.person),
    leadingNow(incident, handbook).flatMap((role) => holders(incident, role)),
    incident.tenures.filter(({ until }) => until === null).map((tenure) => tenure.person),
    incident.joined,
  ];
  const there = levels.find((people) => people.length > 0) ?? [];
  return [...new Map(there.map((one) => [one.id, one] as const)).values()].slice(0, most);
}
