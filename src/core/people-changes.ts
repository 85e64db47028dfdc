// How roles, responders and tasks, people's and the handbook's, change an incident.

import type { Change } from './change.ts';
import { roleOf } from './handbook.ts';
import type { Incident, Task, Tenure } from './incident.ts';

/** A role changes hands: who lost it has a tenure that ends, who has it now one that begins. A role for one ends every other tenure. */
export function setRole(incident: Incident, { fact, at, handbook }: Change<'role'>): Incident {
  const single = roleOf(handbook, fact.role)?.holders !== 'many';
  const leaves = (tenure: Tenure): boolean =>
    tenure.until === null &&
    tenure.role === fact.role &&
    (tenure.person.id === (fact.before ?? fact.holder)?.id || (single && fact.holder !== null));
  const tenures = incident.tenures.map((tenure) => (leaves(tenure) ? { ...tenure, until: at } : tenure));
  if (!fact.holder) return { ...incident, tenures };
  const tenure: Tenure = {
    role: fact.role,
    person: fact.holder,
    from: at,
    until: null,
    change: fact.change,
    outside: fact.outside ?? false,
    summary: fact.summary ?? null,
  };
  return { ...incident, tenures: [...tenures, tenure] };
}

export function join(incident: Incident, { fact }: Change<'joined'>): Incident {
  const others = incident.joined.filter((person) => person.id !== fact.who.id);
  return { ...incident, joined: [...others, fact.who] };
}

export function leave(incident: Incident, { fact }: Change<'left'>): Incident {
  return { ...incident, joined: incident.joined.filter((person) => person.id !== fact.who.id) };
}

/** Tasks are numbered in the order they were said, from 1. */
export function addTask(incident: Incident, { fact, at, entry }: Change<'task'>): Incident {
  const task: Task = {
    number: incident.tasks.length + 1,
    who: fact.who,
    minutes: fact.minutes ?? null,
    text: fact.text,
    by: entry.by,
    at,
    ended: null,
  };
  return { ...incident, tasks: [...incident.tasks, task] };
}

/** A task that the handbook called for, ended or taken up again. */
export function endCalled(incident: Incident, { fact, at, entry }: Change<'called-task'>): Incident {
  const ended = fact.how === 'open' ? null : { how: fact.how, at, saidAt: entry.saidAt, by: entry.by };
  return { ...incident, called: incident.called.map((one) => (one.id === fact.task ? { ...one, ended } : one)) };
}

export function endTask(incident: Incident, { fact, at }: Change<'task-ended'>): Incident {
  const ended = { how: fact.how, at, because: fact.because ?? null };
  return {
    ...incident,
    tasks: incident.tasks.map((task) => (task.number === fact.task ? { ...task, ended } : task)),
  };
}
