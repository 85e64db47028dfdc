// The handbook's rules of rest: nobody is on call for longer, and everybody rests so long before the next turn.
import { firstMoment, plusDays } from '../time/local-moment.ts';
import { dueAfter, type Term } from '../time/term.ts';
import { localDate, plusMinutes } from '../time/time.ts';
import type { Stretch } from '../time/weekly-hours.ts';
import { isSameLogin, type Layer, type Override, type Rota } from './rota.ts';
import { dutyAt, momentsOf } from './rota-at.ts';

/** How long somebody is on call at most, and how long they rest before the next turn at least; null: not said. */
export interface RestRules {
  readonly longest: Term | null;
  readonly rest: Term | null;
}

/** Somebody on call for too long, or again too soon. ISO UTC: the time on call itself, or the rest between two of them. */
export interface RestFault extends Stretch {
  readonly layer: string;
  readonly person: string;
  readonly rule: 'longest' | 'rest';
  /** What the handbook says. */
  readonly term: Term;
  /** Which of the rota's overrides makes it so; null: the order of turns itself. */
  readonly override: number | null;
}

/** A layer that takes turns. */
type Turning = Layer & { readonly turns: NonNullable<Layer['turns']> };
type Found = Omit<RestFault, 'override'>;

/**
 * What in a rota breaks the rules, once for each rule, layer and override. Each layer that takes turns is judged by itself: whoever
 * was called first this week may be called second in the next. A night between two days of a turn is no rest from it.
 * @param since ISO UTC; overrides that are over by then are let be
 */
export function restFaults(rota: Rota, rules: RestRules, since: string): readonly RestFault[] {
  if (!rules.longest && !rules.rest) return [];
  return rota.layers.flatMap((one): readonly RestFault[] => {
    const { turns } = one;
    if (!turns) return [];
    const layer: Turning = { ...one, turns, hours: [] };
    const usual = firstOfEach(faultsIn({ holidays: [], overrides: [] }, layer, rules, twoRounds(layer)));
    const further = rota.overrides.flatMap((override, index) => {
      if (override.until <= since) return [];
      const near = faultsIn(rota, layer, rules, around(override, layer, rules)).filter(
        ({ rule, person }) =>
          override.who.some((who) => isSameLogin(who, person)) && !usual.some((other) => other.rule === rule),
      );
      return firstOfEach(near.filter((fault) => isBy(fault, override))).map((fault) => ({ ...fault, override: index }));
    });
    return [...usual.map((fault) => ({ ...fault, override: null })), ...further];
  });
}

function firstOfEach(faults: readonly Found[]): readonly Found[] {
  return faults.filter((fault, index) => faults.findIndex(({ rule }) => rule === fault.rule) === index);
}

/** Time on call that an override is a part of, or rest at one of its ends. */
function isBy({ rule, from, until }: Found, override: Override): boolean {
  const touches = from <= override.until && override.from <= until;
  return rule === 'longest' ? from < override.until && override.from < until : touches;
}

/** From the first hand-over until everybody had two turns. */
function twoRounds({ turns, people, zone }: Turning): Stretch {
  const end = plusDays(turns.starts, turns.days * people.length * 2);
  return { from: firstMoment(turns.starts, turns.time, zone), until: firstMoment(end, turns.time, zone) };
}

/** As far around an override as a rule can reach. */
function around({ from, until }: Override, { turns, zone }: Turning, rules: RestRules): Stretch {
  const terms = [rules.longest, rules.rest].flatMap((term) => (term ? [daysOf(term)] : []));
  const days = Math.max(...terms) + turns.days + 1;
  const midnight = (at: string, add: number) => firstMoment(plusDays(localDate(at, zone), add), '00:00', zone);
  return { from: midnight(from, -days), until: midnight(until, days) };
}

function daysOf({ amount, unit }: Term): number {
  if (unit === 'minutes') return Math.ceil(amount / 1440);
  return unit === 'days' ? amount : Math.ceil(amount / 5) * 7;
}

/** A hand-over whose hour the clocks skip comes a little late: nobody's rest is broken by that. */
const slack = 120;

function faultsIn(
  instead: Pick<Rota, 'holidays' | 'overrides'>,
  layer: Turning,
  { longest, rest }: RestRules,
  within: Stretch,
): readonly Found[] {
  const last = new Map<string, Stretch>();
  const faults: Found[] = [];
  for (const { person, from, until } of timesOnCall(instead, layer, within)) {
    const about = { layer: layer.id, person };
    const before = last.get(person.toLowerCase());
    if (longest && dueAfter(from, longest, layer.zone) < plusMinutes(until, -slack))
      faults.push({ ...about, rule: 'longest', term: longest, from, until });
    if (rest && before && dueAfter(before.until, rest, layer.zone) > plusMinutes(from, slack))
      faults.push({ ...about, rule: 'rest', term: rest, from: before.until, until: from });
    last.set(person.toLowerCase(), { from, until });
  }
  return faults;
}

/** Everybody's unbroken times on call in a layer, in the order in which they end. */
function timesOnCall(
  instead: Pick<Rota, 'holidays' | 'overrides'>,
  layer: Turning,
  { from, until }: Stretch,
): readonly (Stretch & { readonly person: string })[] {
  const times: (Stretch & { readonly person: string })[] = [];
  const open = new Map<string, { readonly person: string; readonly from: string }>();
  for (const at of [from, ...momentsOf(instead, layer, from, until), until]) {
    const people = at === until ? [] : dutyAt(instead, layer, at).people;
    for (const [key, { person, from: began }] of open) {
      if (people.some((one) => isSameLogin(one, person))) continue;
      open.delete(key);
      times.push({ person, from: began, until: at });
    }
    for (const person of people) {
      const key = person.toLowerCase();
      if (!open.has(key)) open.set(key, { person, from: at });
    }
  }
  return times;
}
