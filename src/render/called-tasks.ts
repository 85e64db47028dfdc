// What the handbook called for and is not done yet, by role, with the time by which.
import { type OpenTask, openTasks } from '../core/called-tasks.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { formatTime } from '../time/time.ts';
import { byTime } from './by-time.ts';
import { roleWithHolders, toType } from './names.ts';
import { quoteOurs } from './quote.ts';

/** Markdown list lines. `folded`: tasks without a time where there are many, to be looked up. */
export interface CalledLines {
  readonly shown: readonly string[];
  readonly folded: readonly string[];
  readonly foldedCount: number;
}

/** More than so many are not read at a glance. */
const most = 6;

/** The open tasks of each role in the handbook's order of roles, those of nobody in particular last; within a role by time. */
export function calledLines(incident: Incident, handbook: Handbook): CalledLines {
  const open = openTasks(incident, handbook);
  const isFolded = ({ due }: OpenTask): boolean => open.length > most && due === null;
  const folded = open.filter(isFolded);
  const shown = open.filter((task) => !isFolded(task));
  return {
    shown: byRole(shown, incident, handbook),
    folded: byRole(folded, incident, handbook),
    foldedCount: folded.length,
  };
}

function byRole(tasks: readonly OpenTask[], incident: Incident, handbook: Handbook): readonly string[] {
  const order = [...handbook.roles.map(({ id }) => id as string | null), null];
  const known = (role: string | null): string | null => (order.includes(role) ? role : null);
  return order.flatMap((role) => {
    const own = tasks.filter((task) => known(task.role) === role).toSorted(byDue);
    if (own.length === 0) return [];
    const who = role === null ? 'Any responder' : roleWithHolders(handbook, role, incident);
    return [`- **${who}**`, ...own.map((task) => `  - ${taskText(task, incident, handbook)}`)];
  });
}

function byDue({ due: one }: OpenTask, { due: other }: OpenTask): number {
  return one === other ? 0 : one === null ? 1 : other === null || one < other ? -1 : 1;
}

function taskText({ id, text, due, within }: OpenTask, { milestones }: Incident, handbook: Handbook): string {
  const by =
    due === null ? '' : `${byTime(formatTime(due, handbook.zone, milestones.declared?.at), within, handbook)}: `;
  return `${by}${quoteOurs(text, { limit: 160 })} ${toType(`/done ${id}`)}`;
}
