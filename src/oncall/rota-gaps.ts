// Times at which nobody is on call who should be: a whole rota without anybody, or a layer that lacks the one whose turn it is.
import { plusDays } from '../time/local-moment.ts';
import { localDate } from '../time/time.ts';
import { isWithin, type Stretch, stretchesOn } from '../time/weekly-hours.ts';
import type { Rota } from './rota.ts';
import { type Absence, dutyAt, momentsOf } from './rota-at.ts';

/** A gap. ISO UTC; cut off at the ends of what was looked at. */
export interface Gap extends Stretch {
  readonly rota: string;
  /** The layer that lacks somebody within its hours; null: nobody is on call in any of them. */
  readonly layer: string | null;
  /** Why; of a whole rota: why its first layer has nobody. */
  readonly absence: Absence;
}

/**
 * The gaps of a rota in a stretch of time, in order; none outside the hours that it covers. A layer outside its own hours is no
 * gap as long as another one has somebody.
 */
export function gapsOf(rota: Rota, { from, until }: Stretch): readonly Gap[] {
  const gaps: Gap[] = [];
  const open = new Map<string, Gap>();
  for (const [at, end] of segments(rota, from, until)) {
    for (const { layer, absence } of gapsAt(rota, at)) {
      const key = JSON.stringify([layer, absence]);
      const before = open.get(key);
      const gap: Gap = { rota: rota.id, layer, absence, from: before?.until === at ? before.from : at, until: end };
      if (before?.until === at) gaps.splice(gaps.indexOf(before), 1, gap);
      else gaps.push(gap);
      open.set(key, gap);
    }
  }
  return gaps;
}

/** What is missing at a moment: of the whole rota, else of each layer. */
function gapsAt(rota: Rota, at: string): readonly Pick<Gap, 'layer' | 'absence'>[] {
  if (!isWithin(at, rota.cover, rota.zone)) return [];
  const duties = rota.layers.map((layer) => ({ layer: layer.id, absence: dutyAt(rota, layer, at).absence }));
  const missing = duties.flatMap(({ layer, absence }) => (absence ? [{ layer, absence }] : []));
  const [first] = missing;
  if (first && missing.length === duties.length) return [{ layer: null, absence: first.absence }];
  return missing.filter(({ absence }) => absence.why !== 'outside-hours');
}

/** The stretches between all moments at which anything of a rota may change. */
function segments(rota: Rota, from: string, until: string): readonly (readonly [string, string])[] {
  const moments = new Set(rota.layers.flatMap((layer) => [...momentsOf(rota, layer, from, until)]));
  for (let date = plusDays(localDate(from, rota.zone), -1); rota.cover.length > 0; date = plusDays(date, 1)) {
    for (const stretch of stretchesOn(date, rota.cover, rota.zone)) moments.add(stretch.from).add(stretch.until);
    if (date > localDate(until, rota.zone)) break;
  }
  const bounds = [from, ...[...moments].filter((one) => one > from && one < until).toSorted(), until];
  return bounds.slice(1).map((end, index) => [bounds[index] ?? from, end]);
}
