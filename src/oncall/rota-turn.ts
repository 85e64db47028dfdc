// Whose turn it is in a layer, by the dates on which it is handed on.
import { daysBetween, firstMoment, plusDays } from '../time/local-moment.ts';
import { localDate } from '../time/time.ts';
import type { Layer, Turns } from './rota.ts';

/** A turn of a layer that takes turns. ISO UTC; at its end it is the next one's. */
export interface Turn {
  /** 0 is the first one ever; negative: before it began, and nobody's. */
  readonly number: number;
  readonly from: string;
  readonly until: string;
}

/** The turn that a moment is in. @param at ISO UTC, whole seconds */
export function turnAt(turns: Turns, zone: string, at: string): Turn {
  let number = Math.floor(daysBetween(turns.starts, localDate(at, zone)) / turns.days);
  // On the day of the hand-over it is still the one before until its hour; where a zone leaves a day out, the one after already.
  while (at < begins(number, turns, zone)) number -= 1;
  while (at >= begins(number + 1, turns, zone)) number += 1;
  return { number, from: begins(number, turns, zone), until: begins(number + 1, turns, zone) };
}

/** Who has a turn; null: it was before the first one. */
export function holderOf({ people }: Pick<Layer, 'people'>, { number }: Pick<Turn, 'number'>): string | null {
  return number < 0 ? null : (people[number % people.length] ?? null);
}

function begins(number: number, { starts, days, time }: Turns, zone: string): string {
  return firstMoment(plusDays(starts, number * days), time, zone);
}
