// A program of ours as a person starts it: its own process, and an environment that holds nothing else.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Spawned {
  readonly ended: Promise<Ended>;
  stop(): void;
}

/** @param given its arguments; @param env beside `PATH`; @param input what it reads */
export function spawned(
  program: string,
  given: readonly string[],
  {
    cwd = root,
    env = {},
    input = '',
  }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Spawned {
  const child = spawn(program, given, { cwd, env: { PATH: process.env.PATH, ...env } });
  child.stdin.on('error', () => {}).end(input);
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { ended, stop: () => void child.kill() };
}
