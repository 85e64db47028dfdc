// What a soak is, and how soaks are run: one after another, each told its seed, a failure of one never hiding the next.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a run is given. */
export interface SoakRun {
  /** All chance comes from it: the same seed, the same run. */
  readonly seed: number;
  /** How often to repeat. */
  readonly times: number;
  /** Tells a figure, one line. */
  readonly say: (line: string) => void;
}

/** Something that is repeated longer than `npm test` may take. A file of this folder is one when it exports it as `soak`. */
export interface Soak {
  /** As its file is called. */
  readonly name: string;
  /** How often to repeat unless told. */
  readonly times: number;
  /** @throws when what it holds does not hold; the message tells the seed's own repetition that broke it */
  run(given: SoakRun): Promise<void>;
}

/** Every soak of this folder, by name. */
export async function readSoaks(): Promise<readonly Soak[]> {
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+\.ts$/.test(file) && !own.has(file));
  const found = await Promise.all(
    files.sort().map(async (file) => {
      const { soak } = (await import(join(import.meta.dirname, file))) as { readonly soak?: Soak };
      if (soak && soak.name !== basename(file, '.ts')) throw new Error(`${file} calls its soak "${soak.name}"`);
      return soak ?? [];
    }),
  );
  return found.flat();
}

const own: ReadonlySet<string> = new Set(['frame.ts', 'soak.ts']);

/** What to run, and how it is told; `times`: instead of each soak's own. */
export interface Order {
  readonly seed: number;
  readonly times: number | null;
  readonly tell: (line: string) => void;
}

/** Runs them in order. @returns the names of those that failed */
export async function runSoaks(soaks: readonly Soak[], { seed, times, tell }: Order): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const soak of soaks) {
    const given = { seed, times: times ?? soak.times };
    const say = (line: string) => tell(`${soak.name}: ${line}`);
    say(`seed ${given.seed}, ${given.times} times`);
    const began = performance.now();
    try {
      await soak.run({ ...given, say });
      say(`held, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed.push(soak.name);
      say(`FAILED (again: npm run soak -- ${soak.name} --seed ${given.seed} --times ${given.times})`);
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  return failed;
}
