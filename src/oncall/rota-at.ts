// Who is on call at a moment, in each layer of a rota, and until when.
import { firstMoment, plusDays } from '../time/local-moment.ts';
import { dueAfter } from '../time/term.ts';
import { localDate } from '../time/time.ts';
import { isWithin, stretchesOn } from '../time/weekly-hours.ts';
import { type Holiday, isSameLogin, type Layer, type Override, type Rota } from './rota.ts';
import { holderOf, turnAt } from './rota-turn.ts';

/** Why a layer has nobody. `index`: which of the rota's holidays or overrides says so. */
export type Absence =
  | { readonly why: 'not-begun' | 'outside-hours' }
  | { readonly why: 'holiday' | 'override'; readonly index: number };

/** Who a layer has. */
export interface Duty {
  /** Logins; empty: nobody. */
  readonly people: readonly string[];
  /** Null: it has somebody. */
  readonly absence: Absence | null;
}

/** The same, with its layer. */
export interface LayerAt extends Duty {
  readonly layer: Layer;
  /** When it has other people, or none, or somebody again; ISO UTC. Null: not within a year. */
  readonly until: string | null;
}

/** Each layer of a rota in the order in which they are called. @param at ISO UTC, whole seconds */
export function layersAt(rota: Rota, at: string): readonly LayerAt[] {
  return rota.layers.map((layer) => ({ layer, ...dutyAt(rota, layer, at), until: untilWhen(rota, layer, at) }));
}

/** Who is called first: the people of the first layer that has somebody; null: nobody is on call. @param at ISO UTC */
export function onCallAt(rota: Rota, at: string): { readonly layer: Layer; readonly people: readonly string[] } | null {
  for (const layer of rota.layers) {
    const { people } = dutyAt(rota, layer, at);
    if (people.length > 0) return { layer, people };
  }
  return null;
}

/** When any layer has other people than now; null: not within a year. @param after ISO UTC. @returns ISO UTC, after that */
export function nextChange(rota: Rota, after: string): string | null {
  const changes = rota.layers.flatMap((layer) => untilWhen(rota, layer, after) ?? []);
  return changes.toSorted()[0] ?? null;
}

/** Who a layer has. Holidays and overrides replace who is there; they do not lengthen its hours. @param at ISO UTC */
export function dutyAt(rota: Pick<Rota, 'holidays' | 'overrides'>, layer: Layer, at: string): Duty {
  if (!isWithin(at, layer.hours, layer.zone)) return { people: [], absence: { why: 'outside-hours' } };
  const holder = layer.turns && holderOf(layer, turnAt(layer.turns, layer.zone, at));
  const there = layer.turns ? (holder === null ? [] : [holder]) : layer.people;
  const usual: Duty = { people: there, absence: there.length > 0 ? null : { why: 'not-begun' } };
  const today = rota.holidays.length > 0 ? localDate(at, layer.zone) : '';
  const feast = rota.holidays.reduce<Duty>(
    (duty, one, index) => (one.date === today ? replaced(duty, one, layer, { why: 'holiday', index }) : duty),
    usual,
  );
  return rota.overrides.reduce<Duty>(
    (duty, one, index) =>
      one.from <= at && at < one.until ? replaced(duty, one, layer, { why: 'override', index }) : duty,
    feast,
  );
}

function replaced(duty: Duty, instead: Holiday | Override, layer: Layer, absence: Absence): Duty {
  const { insteadOf, who } = instead;
  if (instead.layer !== null && instead.layer !== layer.id) return duty;
  if (insteadOf !== null && !duty.people.some((one) => isSameLogin(one, insteadOf))) return duty;
  const left = insteadOf === null ? [] : duty.people.filter((one) => !isSameLogin(one, insteadOf));
  const people = [...left, ...who.filter((one) => !left.some((other) => isSameLogin(one, other)))];
  return { people, absence: people.length > 0 ? null : absence };
}

function untilWhen(rota: Rota, layer: Layer, at: string): string | null {
  const end = dueAfter(at, { amount: 366, unit: 'days' }, 'UTC');
  const now = dutyAt(rota, layer, at).people.join(' ');
  for (const moment of momentsOf(rota, layer, at, end)) {
    if (dutyAt(rota, layer, moment).people.join(' ') !== now) return moment;
  }
  return null;
}

/**
 * Every moment at which who a layer has may change, in order: hand-overs, its hours, holidays and overrides.
 * @param after ISO UTC; only later ones. @param before ISO UTC; only earlier ones
 */
export function* momentsOf(
  { holidays, overrides }: Pick<Rota, 'holidays' | 'overrides'>,
  layer: Layer,
  after: string,
  before: string,
): Generator<string> {
  const { zone, hours, turns } = layer;
  const midnights = holidays.flatMap(({ date }) => [date, plusDays(date, 1)].map((day) => midnight(day, zone)));
  const rare = [...midnights, ...overrides.flatMap(({ from, until }) => [from, until])];
  let last = after;
  if (hours.length > 0) {
    for (let date = localDate(after, zone); midnight(date, zone) < before; date = plusDays(date, 1)) {
      yield* between([...regular(layer, date), ...rare], midnight(plusDays(date, 1), zone));
    }
  } else if (turns) {
    for (let next = turnAt(turns, zone, after).until; next < before; next = turnAt(turns, zone, next).until) {
      yield* between([...rare, next], next);
    }
  }
  yield* between(rare, before);

  /** The moments that come next, up to a moment. */
  function* between(moments: readonly string[], end: string): Generator<string> {
    for (const one of moments.toSorted()) {
      if (one <= last || one > end || one >= before) continue;
      last = one;
      yield one;
    }
  }
}

/** What comes back every day, week or turn: all of it that falls on a date, and perhaps more. */
function regular({ zone, hours, turns }: Layer, date: string): readonly string[] {
  const stretches = [plusDays(date, -1), date].flatMap((day) => stretchesOn(day, hours, zone));
  const bounds = stretches.flatMap(({ from, until }) => [from, until]);
  return turns ? [...bounds, turnAt(turns, zone, midnight(date, zone)).until] : bounds;
}

function midnight(date: string, zone: string): string {
  return firstMoment(date, '00:00', zone);
}
