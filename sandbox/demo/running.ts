// Where the sandbox is that a demo left running, so that `npm run say` finds it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../node_modules/.cache');
const file = join(folder, 'sitrep-sandbox.json');

/** The address of the sandbox that stays up: `SITREP_SANDBOX`, else that of the newest demo; null: none. */
export function runningSandbox(): string | null {
  return process.env.SITREP_SANDBOX || remembered();
}

function remembered(): string | null {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url;
  } catch {
    return null;
  }
}

/** Keeps an address for `npm run say`. */
export function rememberSandbox(url: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ url }));
}

/** Forgets an address, unless a newer demo has put its own there. */
export function forgetSandbox(url: string): void {
  if (remembered() === url) rmSync(file, { force: true });
}
