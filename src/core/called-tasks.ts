// What the handbook has done when an incident enters a severity or a status: called once, until done, dropped or not owed any more.

import { dueAfter } from '../time/term.ts';
import type { CalledTask } from './checklist-item.ts';
import { isResolved } from './gate.ts';
import { type Handbook, rank } from './handbook.ts';
import type { Called, Incident } from './incident.ts';
import { holdsFor } from './items-for.ts';

/**
 * The incident with the tasks that a change calls or takes away. A task without a status is called at its severities before the
 * incident is resolved, one with a status on entering it. A raise takes nothing away; lowering or another type takes what was
 * not done and would not have been called. A relapse calls the tasks of a status anew when it is entered again.
 * @param before null: it was declared just now. @param at when the change happened, ISO UTC
 */
export function callTasks(before: Incident | null, after: Incident, at: string, handbook: Handbook): Incident {
  if (handbook.tasks.length === 0 || (before && isSame(before, after))) return after;
  const kept = before ? stillCalled(before, after, handbook) : [];
  if (after.closed || after.backfilled) return { ...after, called: kept.filter(({ ended }) => ended !== null) };
  const fresh = handbook.tasks.filter((task) => isCalled(task, after, handbook));
  const added = fresh
    .filter(({ id }) => !kept.some((one) => one.id === id))
    .map(({ id }): Called => ({ id, at, ended: null }));
  return { ...after, called: [...kept, ...added] };
}

function isSame(before: Incident, after: Incident): boolean {
  return (
    before.severity.current === after.severity.current &&
    before.type.current === after.type.current &&
    before.status === after.status &&
    before.closed === after.closed &&
    before.backfilled === after.backfilled &&
    before.segments.length === after.segments.length
  );
}

function isCalled(task: CalledTask, incident: Incident, handbook: Handbook): boolean {
  if (!holdsFor(task, incident, handbook)) return false;
  return task.status === null ? !isResolved(incident, handbook) : task.status === incident.status;
}

function stillCalled(before: Incident, after: Incident, handbook: Handbook): readonly Called[] {
  const raised = rank(handbook, after.severity.current) < rank(handbook, before.severity.current);
  const relapsed = after.segments.length > before.segments.length;
  return before.called.filter(({ id, ended }) => {
    const task = handbook.tasks.find((one) => one.id === id);
    if (!task) return ended !== null;
    if (relapsed && task.status !== null) return false;
    return ended !== null || holdsFor(raised ? { ...task, severities: [] } : task, after, handbook);
  });
}

/** A task that is still to be done, with the time by which (ISO UTC; null: none is given). */
export interface OpenTask extends CalledTask {
  readonly due: string | null;
  readonly calledAt: string;
}

/** What was called and not ended yet; nothing once it is closed. */
export function openTasks(incident: Incident, handbook: Handbook): readonly OpenTask[] {
  if (incident.closed) return [];
  return incident.called.flatMap(({ id, at, ended }) => {
    const task = ended === null ? handbook.tasks.find((one) => one.id === id) : undefined;
    return task ? [{ ...task, calledAt: at, due: task.within && dueAfter(at, task.within, handbook) }] : [];
  });
}
