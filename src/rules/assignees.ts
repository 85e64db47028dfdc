// Who is assigned: the holders of roles, and who owns what is affected.

import type { Expectation } from '../core/expectation.ts';
import { goneAccounts } from '../core/gone-accounts.ts';
import { type Handbook, isMajor } from '../core/handbook.ts';
import { type Incident, rolesOf, type Tenure } from '../core/incident.ts';
import { type Person, reaches, same } from '../core/person.ts';
import { knownServices, peopleOwning } from '../core/service.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import type { Rule } from './rule.ts';

/** GitHub assigns at most ten people to an issue; the card still lists everybody. */
const most = 10;

/** Holders of roles are assigned; who holds none any more is unassigned again, if it was we who assigned them (decision 12). */
export const assignees: Rule = {
  name: 'assignees',
  does: 'The holders of roles are assigned to the issue (GitHub allows ten), and below the major line who owns the affected services.',
  expect(incident, handbook, _now, { snapshot, record }) {
    const gone = goneAccounts(record, snapshot);
    const current = incident.tenures.filter(
      (tenure) => tenure.until === null && !gone.has(tenure.person.id) && assignable(tenure, snapshot),
    );
    const owners = ownersOf(incident, handbook);
    const owns = (person: Person): boolean => owners.includes(person.login.toLowerCase());
    const here = [...current.map(({ person }) => person), ...calledOwners(incident, handbook, snapshot)];
    const others = snapshot.issue.assignees.filter((person) => !here.some((one) => same(one, person))).length;
    const wanted = unique(here).slice(0, Math.max(0, most - others));
    const freed = snapshot.issue.assignees.filter(
      (person) => putByUs(person, snapshot) && !holds(person, incident) && !owns(person),
    );
    return [
      ...wanted.map((person): Expectation => ({ expect: 'assignee', person })),
      ...freed.map((person): Expectation => ({ expect: 'no-assignee', person })),
    ];
  },
};

/** The people who own the affected services: logins in lower case. */
function ownersOf(incident: Incident, { services }: Handbook): readonly string[] {
  const affected = knownServices(services, incident.services);
  return affected.flatMap(peopleOwning).map((login) => login.toLowerCase());
}

/**
 * Owners to assign: below the major line, where nobody commands and calls them, and while it is not over. Whom somebody took off
 * by hand stays off, and GitHub drops who has no access.
 */
function calledOwners(incident: Incident, handbook: Handbook, snapshot: Snapshot): readonly Person[] {
  if (incident.closed || isMajor(handbook, incident.severity.current, incident.type.current)) return [];
  return ownersOf(incident, handbook).flatMap((login) => {
    const standing = snapshot.people[login];
    const assigned = snapshot.issue.assignees.find((person) => person.login.toLowerCase() === login);
    if (assigned) return [assigned];
    if (!standing || standing.person.bot || !reaches(standing.permission, 'write')) return [];
    return takenOff(standing.person, snapshot) ? [] : [standing.person];
  });
}

/** The last thing that happened to them as an assignee: somebody else took them off. */
function takenOff(person: Person, { thread, viewer }: Snapshot): boolean {
  const last = thread.findLast(
    (item) => (item.kind === 'assigned' || item.kind === 'unassigned') && same(item.who, person),
  );
  return last?.kind === 'unassigned' && !same(last.by, viewer);
}

/** GitHub assigns no program, and silently drops an assignee without access, unless they commented on the issue. */
function assignable(tenure: Tenure, snapshot: Snapshot): boolean {
  if (tenure.person.bot) return false;
  if (!tenure.outside) return true;
  return commentsOf(snapshot).some((comment) => comment.by?.id === tenure.person.id);
}

function holds(person: Person, incident: Incident): boolean {
  return rolesOf(incident, person).length > 0;
}

function putByUs(person: Person, snapshot: Snapshot): boolean {
  const last = snapshot.thread.findLast((item) => item.kind === 'assigned' && item.who?.id === person.id);
  return last?.by?.id === snapshot.viewer.id;
}

function unique(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map((person) => [person.id, person] as const)).values()];
}
