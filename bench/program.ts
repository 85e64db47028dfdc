// Runs a program of ours as people run it: a process of its own, timed, with the most memory that it ever held.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from './hall.ts';
import { ledgerKey } from './world.ts';

export interface Ran {
  readonly out: string;
  readonly seconds: number;
  /** Peak of its resident set, in MB of 2^20 bytes, as the system counts it. */
  readonly megabytes: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const memoryTeller = fileURLToPath(new URL('tell-memory.ts', import.meta.url));

/** How a program of ours reaches a place. */
export function reaching({ url, token }: Place): Readonly<Record<string, string>> {
  return {
    GITHUB_TOKEN: token,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    SITREP_LEDGER_KEY: ledgerKey,
  };
}

/**
 * Runs Node with these arguments to its end.
 * @param env beside `PATH` @throws when it did not end well, with what it said
 */
export async function ran(given: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-'));
  const memory = join(folder, 'memory');
  const files = { out: join(folder, 'out'), err: join(folder, 'err') };
  const start = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', memoryTeller, ...given], {
    cwd: root,
    env: { PATH: process.env.PATH, BENCH_MEMORY: memory, ...env },
    stdio: ['ignore', openSync(files.out, 'w'), openSync(files.err, 'w')],
  });
  const [code] = await once(child, 'exit');
  const seconds = (performance.now() - start) / 1000;
  const out = readFileSync(files.out, 'utf8');
  const err = readFileSync(files.err, 'utf8');
  const megabytes = code === 0 ? Number(readFileSync(memory, 'utf8')) / 1024 : 0;
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`${given.join(' ')} ended with ${code}:\n${err}${out.slice(0, 2000)}`);
  return { out, seconds, megabytes };
}

/** Seconds that a process of Node's takes to end, with nothing loaded beside it and nothing in its environment. */
export async function ended(given: readonly string[], code: number): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, given, { cwd: root, env: { PATH: process.env.PATH }, stdio: 'ignore' });
  const [how] = await once(child, 'exit');
  if (how !== code) throw new Error(`${given.join(' ')} ended with ${how}`);
  return (performance.now() - start) / 1000;
}
