// What waits for its moment: how late passes begin, and what waiting costs, each way in a process of its own.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** `none`: alarms of which none is set; `timers`: one of the machine for each moment. */
export type WaitingWay = 'none' | 'alarms' | 'timers';

export interface Pending {
  /** How late each pass began whose moment came, in milliseconds. */
  readonly late: readonly number[];
  /** Passes that began days before their moment. */
  readonly tooEarly: number;
  /** Milliseconds of the processor in a minute in which none was due. */
  readonly processor: number;
}

/** @param seconds for which nothing is due at the end */
export async function pendingFor(way: WaitingWay, seconds: number): Promise<Pending> {
  const given = [
    '--disable-warning=TimeoutOverflowWarning',
    join(import.meta.dirname, 'pending.ts'),
    way,
    String(seconds),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  return JSON.parse(stdout) as Pending;
}

/** Of a hundred, the last but one. */
export function p99(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;
}

/** How late moments would be found by who looks once in each minute; milliseconds. Moments are whole seconds, of every kind. */
export function foundEachMinute(): readonly number[] {
  return Array.from({ length: 60 }, (_, second) => ((60 - second) % 60) * 1000);
}
