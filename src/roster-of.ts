// Who is on call by the files of a folder or of a repository on GitHub.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ReadRoster, readRoster } from './config/roster.ts';
import type { Handbook } from './core/handbook.ts';
import type { Problem } from './core/snapshot.ts';
import { asConfig } from './files-to-check.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import { configPath, currentConfig } from './github/config-files.ts';
import { plain } from './plain.ts';
import { gitHubOf, repositoryNamed, servicesOf, type Terminal } from './terminal.ts';

export interface FoundRoster {
  readonly handbook: Handbook;
  readonly read: ReadRoster;
  /** Of all files: what is left out, and what should be mended. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the config, the services and the on-call file.
 * @param from as it was typed: a folder, or a repository of GitHub; undefined: where the person stands
 * @returns one sentence why not, and what to write instead
 * @throws when GitHub does not answer, or without a token
 */
export async function rosterOf(from: string | undefined, terminal: Terminal): Promise<FoundRoster | string> {
  const files = await filesOf(from, terminal);
  if (typeof files === 'string') return files;
  const { handbook, problems, doubts } = servicesOf(terminal).resolve(files);
  return { handbook, read: readRoster(files.files, handbook), problems: [...problems, ...doubts] };
}

async function filesOf(from: string | undefined, terminal: Terminal): Promise<ConfigFiles | string> {
  const folder = resolve(terminal.folder, from ?? '.');
  if (existsSync(folder) && statSync(folder).isDirectory()) {
    const file = join(folder, configPath);
    return asConfig(file, existsSync(file) ? readFileSync(file, 'utf8') : null).files;
  }
  const repository = repositoryNamed(from);
  if (!repository) return `${plain(from ?? '', 200)} is neither a folder nor a repository, such as acme/ops.`;
  return currentConfig(gitHubOf(terminal), repository);
}
