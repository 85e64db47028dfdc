// Everything that comes by itself, in order: wishes whose moment comes, and whatever else has a moment of its own.
import { type Comes, type Coming, entryOf } from './coming.ts';
import { bySaid } from './entry.ts';
import type { Handbook } from './handbook.ts';
import type { Incident } from './incident.ts';
import { ladderComing } from './ladder-coming.ts';
import { plusMinutes } from './time.ts';
import { wishComing } from './wish.ts';

/** Each way in which something comes by itself; a new one is a function in a file of its own, and a name here. */
const ways: readonly Comes[] = [wishComing, ladderComing];

/**
 * What is still to come of an incident as it stands if nobody says a word. Pure, and without a clock. What should have come
 * before the newest word on record comes in the second after it: it is that word which makes it come.
 */
export function comings(incident: Incident, handbook: Handbook): readonly Coming[] {
  const all = ways.flatMap((way) => way(incident, handbook));
  if (all.length === 0) return all;
  const come = new Set(incident.timeline.map(({ source }) => source));
  const newest = incident.timeline.at(-1)?.saidAt ?? '';
  return all
    .filter(({ source }) => !come.has(source))
    .map((coming) => (coming.at > newest ? coming : { ...coming, at: plusMinutes(newest, 1 / 60) }))
    .sort((one, other) => bySaid(entryOf(one), entryOf(other)));
}
