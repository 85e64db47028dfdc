// Who is assigned: the holders of roles.
import type { Expectation } from '../core/expectation.ts';
import { type Incident, rolesOf, type Tenure } from '../core/incident.ts';
import type { Person } from '../core/person.ts';
import type { IncidentRecord } from '../core/record.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import { commentOf } from '../core/timeline.ts';
import type { Rule } from './rule.ts';

/** GitHub assigns at most ten people to an issue; the card still lists everybody. */
const most = 10;

/** Holders of roles are assigned; who holds none any more is unassigned again, if it was we who assigned them (decision 12). */
export const assignees: Rule = {
  name: 'assignees',
  does: 'The holders of roles are assigned to the issue (GitHub allows ten).',
  expect(incident, _handbook, _now, { snapshot, record }) {
    const gone = goneAccounts(record, snapshot);
    const current = incident.tenures.filter(
      (tenure) => tenure.until === null && !gone.has(tenure.person.id) && assignable(tenure, snapshot),
    );
    const others = snapshot.issue.assignees.filter((person) => !holds(person, incident)).length;
    const wanted = unique(current.map((tenure) => tenure.person)).slice(0, Math.max(0, most - others));
    const freed = snapshot.issue.assignees.filter((person) => putByUs(person, snapshot) && !holds(person, incident));
    return [
      ...wanted.map((person): Expectation => ({ expect: 'assignee', person })),
      ...freed.map((person): Expectation => ({ expect: 'no-assignee', person })),
    ];
  },
};

/** GitHub silently drops an assignee without access, unless they commented on the issue. */
function assignable(tenure: Tenure, snapshot: Snapshot): boolean {
  if (!tenure.outside) return true;
  return commentsOf(snapshot).some((comment) => comment.by?.id === tenure.person.id);
}

/** People whose account is deleted: what they said stands in the thread without them. */
function goneAccounts({ entries }: IncidentRecord, snapshot: Snapshot): ReadonlySet<string> {
  const unsigned = new Set(commentsOf(snapshot).flatMap(({ by, number }) => (by ? [] : [number])));
  const theirs = entries.filter((entry) => unsigned.has(commentOf(entry) ?? ''));
  return new Set(theirs.flatMap(({ by }) => (by ? [by.id] : [])));
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
