// What a command line says of where incidents come from: repositories, a file, or standard input.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asConfig } from './files-to-check.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import { configPath } from './github/config-files.ts';
import type { IncidentSource } from './measured.ts';
import { plain } from './plain.ts';
import type { Terminal } from './terminal.ts';

/**
 * Where incidents come from. Opens a file; asks GitHub nothing.
 * @param from a file's path as it was typed; `-`: standard input; undefined: none
 * @returns one sentence why not, and what to write instead
 */
export function sourceNamed(
  repositories: readonly string[],
  from: string | undefined,
  terminal: Terminal,
): IncidentSource | string {
  if (from === undefined) return onGitHub(repositories);
  if (repositories.length > 0) return 'Name repositories or a file behind --from, not both.';
  const named = from === '-' ? standardInput(terminal) : fileNamed(from, terminal.folder);
  return typeof named === 'string' ? named : { from: 'lines', ...named, config: configIn(terminal.folder) };
}

function onGitHub(repositories: readonly string[]): IncidentSource | string {
  if (repositories.length === 0)
    return 'Say of what: a repository, such as acme/ops, or a file behind --from that `sitrep export` wrote.';
  const strange = repositories.find((name) => !/^[\w.-]+(?:\/(?:[\w.-]+|\*))?$/.test(name));
  if (strange !== undefined)
    return `${strange} is not a repository, such as acme/ops, nor an organisation, such as acme.`;
  const names = repositories.map((name) => (name.includes('/') ? name : `${name}/*`));
  return { from: 'github', repositories: [...new Set(names)] };
}

interface NamedText {
  readonly file: string;
  readonly text: AsyncIterable<string>;
}

function standardInput({ input }: Terminal): NamedText | string {
  return input ? { file: 'standard input', text: input() } : 'There is no standard input: name a file behind --from.';
}

function fileNamed(named: string, folder: string): NamedText | string {
  const file = plain(named, 300);
  const path = resolve(folder, named);
  return unreadable(path, file) ?? { file, text: piecesOf(path, file) };
}

/** Opened when somebody reads. */
async function* piecesOf(path: string, file: string): AsyncGenerator<string> {
  try {
    yield* createReadStream(path, { encoding: 'utf8' });
  } catch (error) {
    throw new Error(notRead(file, error));
  }
}

function unreadable(path: string, file: string): string | null {
  try {
    return statSync(path).isDirectory() ? `${file} is a folder: name a file that \`sitrep export\` wrote.` : null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return notRead(file, error);
    return `There is no file ${file}: \`sitrep export acme/ops > ${file}\` writes one.`;
  }
}

function notRead(file: string, error: unknown): string {
  return `${file} cannot be read (${(error as NodeJS.ErrnoException).code}): let this account read it.`;
}

function configIn(folder: string): ConfigFiles | null {
  const path = join(folder, configPath);
  return existsSync(path) ? asConfig(path, readFileSync(path, 'utf8')).files : null;
}
