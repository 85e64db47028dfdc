// How many incidents the figures are of.
import type { Amount } from './world.ts';

/** Everything that the report of the last week is made from lies within 168 days: all of it is read. */
const days = 168;

export const few: Amount = { incidents: 30, days };
export const many: Amount = { incidents: 1000, days };
export const most: Amount = { incidents: 10_000, days };
/** More than five hundred of them in the last week. */
export const crowded: Amount = { incidents: 600, days: 7 };

/** The week that ends where these worlds end. */
export const week = '2026-W10';
