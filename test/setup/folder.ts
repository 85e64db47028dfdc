// A folder as a person stands in, and `sitrep` said there.
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli.ts';

/** A fresh checkout with these files; `origin`: its remote, null: no checkout at all. */
export function folderOf(
  files: Readonly<Record<string, string>> = {},
  origin: string | null = 'git@github.com:acme/ops.git',
): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sitrep-')));
  if (origin !== null) {
    execFileSync('git', ['init', '-q', folder]);
    if (origin !== '') execFileSync('git', ['-C', folder, 'remote', 'add', 'origin', origin]);
  }
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  return folder;
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Every file of a folder but git's own, by its path. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const paths = globSync('**/*', { cwd: folder, exclude: (name) => name === '.git' });
  const hidden = globSync('.github/**/*', { cwd: folder });
  const all = [...new Set([...paths, ...hidden])].filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(all.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Says `sitrep …` in a folder. */
export async function sitrepIn(folder: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(words, {
    env,
    folder,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    now: () => '2026-03-02T10:00:00Z',
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
