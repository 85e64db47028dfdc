// The report of a place's incidents made from their lines, in a process of its own that reads a file and nothing else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from './hall.ts';
import { ran, reaching } from './program.ts';
import { home } from './world.ts';

const times = 3;

/** What `compute.ts` tells. */
export interface Computed {
  readonly incidents: number;
  /** Of them, in the table of the week. */
  readonly inPeriod: number;
  /** Seconds of the processor each. */
  readonly reading: number;
  readonly computing: number;
  /** The same computing by the clock, in seconds. */
  readonly byTheClock: number;
  readonly rendering: number;
  /** Of the body. */
  readonly characters: number;
}

/** Of three processes the one that computed quickest: what else the machine does only adds to it. */
export async function computed(place: Place): Promise<Computed> {
  const { out } = await ran(['src/cli.ts', 'export', `${home.owner}/${home.name}`], reaching(place));
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-'));
  const file = join(folder, 'lines.jsonl');
  writeFileSync(file, out);
  const told: Computed[] = [];
  for (let time = 0; time < times; time += 1)
    told.push(JSON.parse((await ran(['bench/compute.ts', file])).out) as Computed);
  rmSync(folder, { recursive: true });
  return told.reduce((best, one) => (one.computing < best.computing ? one : best));
}
