// A figure of the bench: one thing that is measured, beside what it is compared to in the same run.
import type { Hall } from './hall.ts';
import type { Amount } from './world.ts';

/** One line of what the bench prints. */
export interface Measured {
  /** `metrics-requests-1000`. */
  readonly figure: string;
  readonly value: number;
  /** `requests`, `points`, `s`, `MB`, `characters`. */
  readonly unit: string;
  /** The same of something else, measured in the same run, by what it is. */
  readonly beside: Readonly<Record<string, number>>;
  /** What the value may be at most; null: it is only told. */
  readonly bound: number | null;
  /** Where it goes: what it is the sum of. */
  readonly parts?: readonly Part[];
  /** What one must know to read it; missing: nothing. */
  readonly note?: string;
}

/** A line of what a figure is the sum of. */
export type Part = { readonly name: string } & Pick<Measured, 'value' | 'beside'>;

/** What is printed of it: `holds` is null where nothing bounds it. */
export type Told = Measured & { readonly holds: boolean | null };

/** A file of `bench/figures/`. */
export interface Figure {
  /** What `npm run bench -- NAME` calls it. */
  readonly name: string;
  /** The worlds it is measured in: they are made beforehand. */
  readonly needs: readonly Amount[];
  /** @throws when it cannot be measured: that is a failed run, not a figure. */
  measure(hall: Hall): Promise<readonly Measured[]>;
}

export function told(measured: Measured): Told {
  const { bound, value } = measured;
  return { ...measured, holds: bound === null ? null : value <= bound };
}

/** Two digits behind the point: what is below is noise. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
