// Runs a program of ours as people run it: a process of its own, timed, with the most memory that it ever held.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressOf } from '../sandbox/settings-for.ts';
import type { Place } from './hall.ts';
import { ledgerKey } from './world.ts';

export interface Ran {
  readonly out: string;
  /** By the clock. */
  readonly seconds: number;
  /** Of the processor, in seconds, all its threads together: what others on the machine do does not count. */
  readonly processor: number;
  /** Peak of its resident set, in MB of 2^20 bytes, as the system counts it. */
  readonly megabytes: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
// Loaded before the program: writes what it took into a file when it ends. No file of ours, whose types would have to be stripped.
const teller = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  process.on('exit', () => writeFileSync(process.env.BENCH_TOLD, JSON.stringify(process.resourceUsage())));
`)}`;

/** How a program of ours reaches a place. */
export function reaching(place: Place): Readonly<Record<string, string>> {
  return { GITHUB_TOKEN: place.token, ...addressOf(place), SITREP_LEDGER_KEY: ledgerKey };
}

/**
 * Runs Node with these arguments to its end.
 * @param env beside `PATH` @param ends the code that it must end with
 * @throws when it ended otherwise, with what it said
 */
export async function ran(
  given: readonly string[],
  env: Readonly<Record<string, string>> = {},
  ends = 0,
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-'));
  const [told, out, err] = ['told', 'out', 'err'].map((name) => join(folder, name)) as [string, string, string];
  const start = performance.now();
  const outputs = [openSync(out, 'w'), openSync(err, 'w')];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', teller, ...given], {
    cwd: root,
    env: { PATH: process.env.PATH, BENCH_TOLD: told, ...env },
    stdio: ['ignore', ...outputs],
  });
  for (const output of outputs) closeSync(output);
  const [code] = await once(child, 'exit');
  const seconds = (performance.now() - start) / 1000;
  const said = { out: readFileSync(out, 'utf8'), err: readFileSync(err, 'utf8') };
  const used = code === ends ? (JSON.parse(readFileSync(told, 'utf8')) as NodeJS.ResourceUsage) : null;
  rmSync(folder, { recursive: true });
  if (!used) throw new Error(`${given.join(' ')} ended with ${code}:\n${said.err}${said.out.slice(0, 2000)}`);
  const processor = (used.userCPUTime + used.systemCPUTime) / 1_000_000;
  return { out: said.out, seconds, processor, megabytes: used.maxRSS / 1024 };
}
