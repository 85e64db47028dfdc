// The clocks of what people were given to do, and of what they are to hear and to hand on.
import { atSeverity } from '../core/at-severity.ts';
import { openTasks } from '../core/called-tasks.ts';
import { cameDue } from '../core/came-due.ts';
import type { RunningClock } from '../core/clock.ts';
import { isResolved } from '../core/gate.ts';
import { type Handbook, type Role, roleOf } from '../core/handbook.ts';
import type { Incident, Tenure } from '../core/incident.ts';
import { openSubTeams } from '../core/sub-team.ts';
import type { Term } from '../time/term.ts';
import { later } from '../time/time.ts';
import { updateLine as update } from './clock-promises.ts';
import { endOf } from './clock-time.ts';
import type { ClockWords } from './clock-words.ts';
import { wordDue } from './due-by-level.ts';
import { lastWordTo, nextWordTo, waitOf } from './word-due.ts';

const plain = {
  name: null,
  calendar: null,
  owner: null,
  person: null,
  warnAt: null,
  escalateAt: null,
  ended: null,
  callsOut: false,
};

/**
 * The time boxes of open tasks and sub-teams, and the tasks that the handbook called for by a time; what was to be done before it was
 * resolved is asked of nobody afterwards.
 */
export function taskClocks(incident: Incident, handbook: Handbook): readonly RunningClock[] {
  const boxed = (from: string, minutes: number) => {
    const period: Term = { amount: minutes, unit: 'minutes' };
    return { from, period, due: endOf(from, period, { calendar: null, handbook }) };
  };
  const tasks = incident.tasks.flatMap(({ number, minutes, ended, who, at }): readonly RunningClock[] => {
    if (minutes === null || ended !== null) return [];
    const about = `${number}`;
    const own = { id: `task:${about}`, kind: 'task', about, begun: at, command: `/task ${about} done` } as const;
    return [{ ...plain, ...own, person: who, ...boxed(at, minutes) }];
  });
  const teams = openSubTeams(incident).flatMap(({ team, minutes, leader, at, source }): readonly RunningClock[] => {
    if (minutes === undefined) return [];
    const id = `team:${team}`;
    const own = { id, kind: 'team', about: team, begun: source, command: `/team ${team} done` } as const;
    return [{ ...plain, ...own, person: leader, ...boxed(at, minutes) }];
  });
  const isDue = (status: string | null): boolean =>
    !isResolved(incident, handbook) || (status !== null && isResolved({ ...incident, status }, handbook));
  const called = openTasks(incident, handbook)
    .filter((task) => isDue(task.status))
    .flatMap(({ id, role, within, due, calledAt }): readonly RunningClock[] => {
      if (within === null || due === null) return [];
      const own = { id: `called:${id}`, kind: 'called', about: id, begun: calledAt, command: `/done ${id}` } as const;
      return [{ ...plain, ...own, owner: role, from: calledAt, period: within, due }];
    });
  return [...tasks, ...teams, ...called];
}

/**
 * The next word to each audience. An update is a word to everybody in the organisation:
 * where a clock asks for one by the same time they are not asked for twice.
 */
export function wordClocks(
  incident: Incident,
  handbook: Handbook,
  { since }: ClockWords,
  promised: readonly RunningClock[],
): readonly RunningClock[] {
  const asked = new Set(
    promised.flatMap(({ ended, command, due }) => (ended === null && command === update ? due : [])),
  );
  const declared = incident.milestones.declared?.at;
  if (declared === undefined) return [];
  return handbook.audiences.flatMap((audience): readonly RunningClock[] => {
    const next = nextWordTo(audience, incident, handbook);
    const period = waitOf(audience, incident, handbook);
    const late = next !== null && period !== null && since !== '' && next < since;
    const due = late ? endOf(since, period, { calendar: null, handbook }) : next;
    if (due === null || period === null || (!audience.external && asked.has(due))) return [];
    const from = lastWordTo(audience, incident) ?? declared;
    const own = { id: `word:${audience.id}`, kind: 'word', about: audience.id, name: audience.name } as const;
    const begun = from === declared ? `${incident.segments.length}` : from;
    return [{ ...plain, ...own, owner: audience.owner, begun, from, due, period, command: '/draft' }];
  });
}

/** How long somebody holds a role before it is handed on, and how often its holder is heard. */
export function roleClocks(incident: Incident, handbook: Handbook): readonly RunningClock[] {
  if (isResolved(incident, handbook)) return [];
  const held = incident.tenures.filter(({ until }) => until === null);
  return held.flatMap((tenure) => {
    const role = roleOf(handbook, tenure.role);
    return role ? [...handOver(role, tenure, handbook), ...checkIn(role, tenure, incident, handbook)] : [];
  });
}

/** Encouraged each time so long has passed, and owed after a longer time. */
function handOver({ id, handover }: Role, { person, from }: Tenure, handbook: Handbook): readonly RunningClock[] {
  const { offeredAfter = null, requiredAfter = null } = handover ?? {};
  const own = { about: id, begun: `${from} ${person.id}`, person, from } as const;
  const after = (period: Term): string | null => endOf(from, period, { calendar: null, handbook });
  const warnAt = offeredAfter && after(offeredAfter);
  const owed: RunningClock[] = [];
  if (requiredAfter) {
    const kind = { id: `hand-over:${id}`, kind: 'hand-over', command: `/handover ${id} @…` } as const;
    owed.push({ ...plain, ...own, ...kind, due: after(requiredAfter), period: requiredAfter, warnAt });
  }
  if (offeredAfter) {
    const kind = { id: `offer:${id}`, kind: 'offer', command: `/handover ${id} @who`, callsOut: true } as const;
    owed.push({ ...plain, ...own, ...kind, due: warnAt, period: offeredAfter });
  }
  return owed;
}

/** Since the holder's last word; what a raised severity asks for sooner counts from the raise. */
function checkIn(
  { id, checkIn: terms }: Role,
  { person, from }: Tenure,
  incident: Incident,
  handbook: Handbook,
): readonly RunningClock[] {
  const period = atSeverity(terms, incident.severity.current);
  if (!period) return [];
  const last = incident.timeline.findLast(
    (entry) => entry.by?.id === person.id && !entry.inferred && !cameDue(entry),
  )?.saidAt;
  const since = later(from, last ?? from);
  const own = { id: `check-in:${id}`, kind: 'check-in', about: id, begun: `${since} ${person.id}` } as const;
  const due = wordDue(since, incident, handbook, (severity, begun) => {
    const term = atSeverity(terms, severity);
    return term ? endOf(begun, term, { calendar: null, handbook }) : null;
  });
  return [{ ...plain, ...own, person, from: since, due, period, warnAt: null, command: '/note …' }];
}
