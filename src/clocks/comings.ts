// Everything that comes by itself, in order: wishes whose moment comes, and whatever else has a moment of its own.

import { bySaid } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { reckoning } from '../core/reckoning.ts';
import { clockComings } from './clock-comings.ts';
import { type Comes, type Coming, entryOf, soonest } from './coming.ts';
import { ladderComing } from './ladder-coming.ts';
import { triggerComings } from './ladder-triggers.ts';
import { wishComing } from './wish.ts';

/** Each way in which something comes by itself; a new one is a function in a file of its own, and a name here. */
const ways: readonly Comes[] = [wishComing, clockComings, ladderComing, triggerComings];

/**
 * What is still to come of an incident as it stands if nobody says a word. Pure, and without a clock. What should have
 * come earlier comes now (see {@link soonest}).
 */
export const comings = reckoning(reckoned);

function reckoned(incident: Incident, handbook: Handbook): readonly Coming[] {
  const all = ways.flatMap((way) => way(incident, handbook));
  if (all.length === 0) return all;
  const come = new Set(incident.timeline.map(({ source }) => source));
  const first = soonest(incident);
  return all
    .filter(({ source }) => !come.has(source))
    .map((coming) => (coming.at >= first ? coming : { ...coming, at: first }))
    .sort((one, other) => bySaid(entryOf(one), entryOf(other)));
}
