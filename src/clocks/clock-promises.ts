// The clocks that a handbook promises (`clocks:`), and those of a status that is to be reached by a time.
import type { RunningClock } from '../core/clock.ts';
import type { Clock } from '../core/duty.ts';
import { isResolved } from '../core/gate.ts';
import { type Handbook, milestones, type Status } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { linesToSay } from '../core/on-record.ts';
import { later } from '../time/time.ts';
import { endOf, partOf, pausesOf } from './clock-time.ts';
import type { ClockWords, Word } from './clock-words.ts';
import { goalDue, wordDue } from './due-by-level.ts';
import { beganAt, type KeptPromise, keptPromises, relapseOf } from './kept-promises.ts';

/** The clocks that run, or ran, for what is promised at an incident's severity. @param kept see `keptPromises` */
export function promisedClocks(
  kept: readonly KeptPromise[],
  incident: Incident,
  handbook: Handbook,
  words: ClockWords,
): readonly RunningClock[] {
  return kept.flatMap((promise) => {
    if (waitsForFirst(promise, kept, incident, words)) return [];
    return running(promise, incident, handbook, words) ?? [];
  });
}

/** Statuses that are to be reached so long after the declaration, until the incident stands there or beyond. */
export function statusClocks(
  kept: readonly KeptPromise[],
  incident: Incident,
  handbook: Handbook,
  { since }: ClockWords,
): readonly RunningClock[] {
  const place = (id: string): number => handbook.statuses.findIndex((status) => status.id === id);
  const mark = incident.milestones.declared?.at;
  const declared = mark && later(mark, since || mark);
  return handbook.statuses.flatMap((status: Status): readonly RunningClock[] => {
    const { id, within } = status;
    if (within === null || declared === undefined || place(incident.status) >= place(id)) return [];
    if (kept.some(({ clock }) => clock.to === status.milestone)) return [];
    return [
      {
        ...{ id: `status:${id}`, kind: 'status', about: id, name: status.name, owner: null, person: null },
        ...{
          begun: `${incident.segments.length}`,
          from: declared,
          due: endOf(declared, within, { calendar: null, handbook }),
        },
        ...{ period: within, calendar: null, warnAt: null, escalateAt: null, ended: null, callsOut: false },
        command: status.milestone === 'acknowledged' ? '/ack' : `/status ${id}`,
      },
    ];
  });
}

/** A cadence begins with the first word where another clock of the same owner asks for that. */
function waitsForFirst(
  { clock }: KeptPromise,
  kept: readonly KeptPromise[],
  incident: Incident,
  { updates }: ClockWords,
): boolean {
  if (!clock.repeats || clock.to !== 'update' || updates.some(({ at }) => at >= relapseOf(incident))) return false;
  return kept.some(({ clock: other }) => !other.repeats && other.to === 'update' && other.owner === clock.owner);
}

function running(promise: KeptPromise, incident: Incident, handbook: Handbook, words: ClockWords) {
  const { kind, clock, term, calendar } = promise;
  const mark = beganAt(clock.from, incident);
  const began = beginning(clock, incident, words);
  if (mark === undefined) return null;
  const from = later(later(mark, began?.at ?? mark), words.since || mark);
  const ended = endingOf(clock, from, incident, words);
  if (ended === null && isOver(clock, incident, handbook)) return null;
  const due = dueOf(promise, from, incident, handbook, words.since);
  const part = (percent: number | null): string | null => partOf(from, due, percent, calendar);
  return {
    ...(kind === 'promise' ? { about: clock.id, name: clock.name } : { about: aboutOf(clock.id), name: null }),
    ...{ id: clock.id, kind, owner: clock.owner, person: null },
    ...{ begun: began?.source ?? `${incident.segments.length}`, from, due, period: term, calendar, ended },
    ...{ warnAt: part(clock.warnAt), escalateAt: part(clock.escalateAt) },
    ...{ callsOut: clock.to === 'reminder', command: lines[clock.to] },
  } as const satisfies RunningClock;
}

/** Of the id of a contract's own clock what stands behind the kind: what was promised, and to whom. */
function aboutOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** When it is over by all severities that it went through; null: it stands still. */
function dueOf(promise: KeptPromise, from: string, incident: Incident, handbook: Handbook, since: string) {
  const { clock } = promise;
  const pauses = pausesOf(incident, clock.pausedIn, handbook);
  const dueAt = clock.to === 'update' ? wordDue : goalDue;
  return dueAt(from, incident, handbook, (current, begun) => {
    const then = { ...incident, severity: { ...incident.severity, current } };
    const isNow = current === incident.severity.current;
    const kept = isNow ? promise : keptPromises(then, handbook, since).find((one) => one.clock.id === clock.id);
    return kept ? endOf(begun, kept.term, { calendar: kept.calendar, handbook, pauses }) : null;
  });
}

type Timed = KeptPromise['clock'];

/** What begins a clock beside its milestone: the word before, of one that repeats; else the relapse. */
function beginning({ to, repeats }: Timed, incident: Incident, { updates, severities }: ClockWords): Word | null {
  const relapse = relapseOf(incident);
  const words = to === 'update' ? updates : to === 'severity-confirmed' ? severities : [];
  const last = repeats ? words.at(-1) : undefined;
  if (last && last.at >= relapse) return last;
  if (relapse === '' || to === 'acknowledged' || to === 'reviewed' || to === 'closed') return null;
  return { at: relapse, source: `${incident.segments.length}` };
}

/** When it was stopped: by its milestone or a later one, by the first word; null: it runs. */
function endingOf({ to, repeats }: Timed, from: string, incident: Incident, words: ClockWords): string | null {
  if (repeats || to === 'reminder') return null;
  const relapse = relapseOf(incident);
  if (to === 'update') return words.updates.find(({ at }) => at >= relapse)?.at ?? null;
  if (to === 'severity-confirmed') return words.severities[0] ? later(words.severities[0].at, from) : null;
  const last = to === 'reviewed' || to === 'closed' ? to : 'closed';
  const after = milestones.slice(milestones.indexOf(to), milestones.indexOf(last) + 1);
  const marks = after.flatMap((name) => (name === 'reviewed' && name !== to ? [] : (incident.milestones[name] ?? [])));
  const valid = marks.filter(({ at }) => to === 'acknowledged' || at >= relapse);
  return valid.map(({ at }) => at).toSorted()[0] ?? null;
}

/** Nothing ends it any more, and nobody is asked for it. */
function isOver({ to }: Timed, incident: Incident, handbook: Handbook): boolean {
  if (to === 'reviewed') return false;
  return incident.closed !== null || (to !== 'closed' && isResolved(incident, handbook));
}

/** The line that tells everybody in the organisation. */
export const updateLine = '/update … next in 30m';

const { acknowledged, identified, mitigated, resolved } = linesToSay;
const lines: Readonly<Record<Clock['to'], string>> = {
  ...{ acknowledged, identified, mitigated, resolved },
  reviewed: '',
  closed: '/close',
  update: updateLine,
  'severity-confirmed': '/severity …',
  reminder: '',
};
