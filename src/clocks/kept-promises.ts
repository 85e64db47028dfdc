// What is promised at an incident's severity: the handbook's clocks with their times, and what contracts promise that is stricter.

import { atSeverity } from '../core/at-severity.ts';
import type { RunningClock } from '../core/clock.ts';
import type { Clock, ClockEnd } from '../core/duty.ts';
import type { Handbook, Milestone } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { knownServices, type MadePromise, type Promised, promises, strictestPromises } from '../core/service.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Term } from '../time/term.ts';
import { later } from '../time/time.ts';
import { endOf } from './clock-time.ts';

/** The time that a clock is given. `calendar`: only that working time counts; null: all time does. */
export interface Given {
  readonly term: Term;
  readonly calendar: Calendar | null;
}

/** A clock with its time. `kind` `contract`: no clock of the handbook measures what was promised. */
export interface KeptPromise extends Given {
  readonly kind: 'promise' | 'contract';
  readonly clock: Omit<Clock, 'owner'> & Pick<RunningClock, 'owner'>;
}

/** What stops the time of each promise. */
const ends: Readonly<Record<Promised, 'acknowledged' | 'resolved'>> = {
  response: 'acknowledged',
  resolution: 'resolved',
};

/**
 * The clocks that have a time at the present severity. A clock with `contract` has the time of the contracts. What contracts promise
 * that no such clock has taken over is kept too: where each of the handbook's own clocks to the same end is due later, that which runs
 * from the declaration has the contract's time; where none does, the promise is a clock of its own, owed by who leads.
 * @param since ISO UTC, later than the declaration: clocks run from then on; empty: they run from the declaration
 */
export function keptPromises(incident: Incident, handbook: Handbook, since: string): readonly KeptPromise[] {
  const promised = contractPromises(incident, handbook, since);
  const own = handbook.clocks.flatMap((clock): readonly KeptPromise[] => {
    const given = givenTo(clock, { promised, incident, handbook, since });
    return given ? [{ kind: 'promise', clock, ...given }] : [];
  });
  return promises.reduce<readonly KeptPromise[]>(
    (kept, kind) => withContract(kept, kind, { promised, incident, handbook, since }),
    own,
  );
}

/** The strictest promises to the customers of what is affected, reckoned from the declaration; none of what was not declared. */
export function contractPromises(incident: Incident, handbook: Handbook, since = '') {
  const declared = incident.milestones.declared?.at;
  const affected = knownServices(handbook.services, incident.services);
  if (declared === undefined || affected.length === 0) return {};
  const dueOf = (kind: Promised, { term, customer: { calendar } }: MadePromise): string =>
    endOf(beginOf(ends[kind], declared, incident, since), term, { calendar, handbook }) ?? '';
  return strictestPromises(affected, handbook.customers, incident.severity.current, dueOf);
}

/** A relapse begins what stops the harm again; an incident was acknowledged once. Empty: it did not come back. */
export function relapseOf({ segments }: Incident): string {
  return segments.length > 1 ? (segments.at(-1)?.from ?? '') : '';
}

/** When a clock's milestone was. What nobody said when it began or was noticed had been when it was declared. */
export function beganAt(from: Milestone, { milestones: marks }: Incident): string | undefined {
  const known = from === 'started' || from === 'detected' ? (marks.detected ?? marks.declared)?.at : undefined;
  return marks[from]?.at ?? known;
}

/** What stops a clock of the handbook's or a contract's; undefined: of another kind. */
export function promisedEnd({ kind, about }: RunningClock, { clocks }: Handbook): ClockEnd | undefined {
  if (kind === 'promise') return clocks.find(({ id }) => id === about)?.to;
  const promised = promises.find((one) => about.startsWith(`${one}:`));
  return kind === 'contract' && promised ? ends[promised] : undefined;
}

interface Scene {
  readonly promised: ReturnType<typeof contractPromises>;
  readonly incident: Incident;
  readonly handbook: Handbook;
  readonly since: string;
}

function givenTo({ within, contract, time }: Clock, { promised, incident, handbook }: Scene): Given | null {
  const made = contract === null ? undefined : promised[contract];
  if (made) return givenBy(made);
  const term = atSeverity(within, incident.severity.current);
  return term ? { term, calendar: time === 'business' ? handbook : null } : null;
}

function givenBy({ term, customer }: MadePromise): Given {
  return { term, calendar: customer.calendar };
}

function withContract(kept: readonly KeptPromise[], kind: Promised, scene: Scene): readonly KeptPromise[] {
  const { promised, incident, handbook, since } = scene;
  const made = promised[kind];
  const declared = incident.milestones.declared?.at;
  if (!made || declared === undefined || handbook.clocks.some(({ contract }) => contract === kind)) return kept;
  const end = ends[kind];
  const dueOf = (from: string | undefined, { term, calendar }: Given): string | null =>
    from === undefined ? null : endOf(beginOf(end, from, incident, since), term, { calendar, handbook });
  const due = dueOf(declared, givenBy(made)) ?? '';
  const same = kept.filter(({ clock }) => clock.to === end && !clock.repeats);
  const statuses = handbook.statuses.flatMap(({ milestone, within }) =>
    milestone === end && within !== null && same.length === 0
      ? [dueOf(declared, { term: within, calendar: null })]
      : [],
  );
  const others = [...same.map((one) => dueOf(beganAt(one.clock.from, incident), one)), ...statuses];
  if (others.some((other) => other !== null && other <= due)) return kept;
  const taking = same.find(({ clock }) => clock.from === 'declared');
  if (!taking) return [...kept, ownClock(kind, made, handbook)];
  return kept.map((one) => (one === taking ? { ...one, ...givenBy(made) } : one));
}

function beginOf(end: ClockEnd, from: string, incident: Incident, since: string): string {
  return later(later(from, since || from), (end !== 'acknowledged' && relapseOf(incident)) || from);
}

function ownClock(kind: Promised, made: MadePromise, { roles }: Handbook): KeptPromise {
  const clock: KeptPromise['clock'] = {
    id: `contract:${kind}:${made.customer.id}`,
    name: '',
    from: 'declared',
    to: ends[kind],
    within: {},
    contract: kind,
    repeats: false,
    owner: roles.find(({ leads }) => leads)?.id ?? null,
    time: 'wall',
    pausedIn: [],
    warnAt: null,
    escalateAt: null,
  };
  return { kind: 'contract', clock, ...givenBy(made) };
}
