// Who is on call when, as a team's own file tells it: rotas of layers, whose people take turns.

import type { Hours } from '../time/weekly-hours.ts';
import type { Reachable } from './reach.ts';

/** The file beside the config that tells it. What is wrong in it is left out, and everything else holds without it. */
export const rosterFile = '.github/sitrep/oncall.yml';

/** How the people of a layer take turns: each for so many days, from a time of day on. */
export interface Turns {
  readonly days: number;
  /** The time of day at which it is handed on, by the layer's clocks: `09:00`. */
  readonly time: string;
  /** The date on which the first one's first turn began: `2026-01-05`. Before it there is nobody. */
  readonly starts: string;
}

/** Who is called first, second… */
export interface Layer {
  readonly id: string;
  readonly name: string;
  /** IANA. */
  readonly zone: string;
  /** Logins, in the order of their turns. */
  readonly people: readonly string[];
  /** Null: nobody takes turns, all of them are on call together. */
  readonly turns: Turns | null;
  /** When anybody of it is on call at all; empty: always. */
  readonly hours: readonly Hours[];
}

/** Somebody else for a while; it replaces who would be on call, and does not lengthen a layer's hours. */
export interface Override {
  /** ISO UTC; the end is no part of it. */
  readonly from: string;
  readonly until: string;
  /** Null: in every layer. */
  readonly layer: string | null;
  /** Only while this one would be on call; null: whoever it would be. */
  readonly insteadOf: string | null;
  /** Logins; empty: nobody. */
  readonly who: readonly string[];
}

/** The same for a whole date, as a layer's own clocks count it. */
export interface Holiday extends Pick<Override, 'layer' | 'insteadOf' | 'who'> {
  /** `2026-12-25`. */
  readonly date: string;
}

export interface Rota {
  readonly id: string;
  readonly name: string;
  /** IANA; layers may have another one. */
  readonly zone: string;
  /** How to reach them, by reference: an address or a team (`org/team`); null: not told. */
  readonly contact: string | null;
  /** When somebody must be on call; empty: always. */
  readonly cover: readonly Hours[];
  /** In the order in which they are called. */
  readonly layers: readonly Layer[];
  /** Holidays first, then overrides, each in its order: what comes later goes over what came before. */
  readonly holidays: readonly Holiday[];
  readonly overrides: readonly Override[];
}

/** What the file tells. */
export interface Roster {
  readonly rotas: readonly Rota[];
  /** `partly`: something is wrong in it, and these are the rotas without that. */
  readonly file: 'missing' | 'read' | 'partly';
  /** What GitHub told of those who may be called; missing: it was not asked. */
  readonly reachable?: Reachable;
}

export const noRoster: Roster = { rotas: [], file: 'missing' };

/** A rota by its id or name, without regard to case. */
export function rotaNamed(rotas: readonly Rota[], word: string): Rota | undefined {
  const wanted = word.trim().toLowerCase();
  return rotas.find(({ id }) => id === wanted) ?? rotas.find(({ name }) => name.toLowerCase() === wanted);
}

/** Whether two logins are of the same account: GitHub does not tell their case apart. */
export function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
