// A level that is no incident: the incident is closed, and what it was goes on as an ordinary issue; and the way back.
import { type Handbook, type Severity, severityOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { isPrivate } from '../core/items-for.ts';
import type { Fact } from '../core/timeline.ts';
import type { Stated } from './command.ts';
import { reopening } from './move.ts';

/**
 * The facts that go with a level once it is no assumption any more; none for a level that is an incident, and none for a private
 * matter: an ordinary issue would tell it to everybody. @param type the id of its type
 */
export function carryingOver({ id, becomes }: Severity, type: string, handbook: Handbook): readonly Fact[] {
  return becomes && !isPrivate({ type: { current: type } }, handbook)
    ? [
        { kind: 'closed', reason: 'not_planned' },
        { kind: 'carried-over', severity: id },
      ]
    : [];
}

/** The incident is back when somebody says a level that is one, and it was closed for want of one. */
export function comingBack(level: Severity, incident: Incident, handbook: Handbook): readonly Stated[] {
  const carried = incident.closed?.carriedOver === true && severityOf(handbook, incident.severity.current).becomes;
  return carried && !level.becomes ? reopening(incident, handbook) : [];
}
