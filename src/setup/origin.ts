// Where a checkout came from: its remote `origin` on GitHub, and whether a commit of it can be fetched there.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A repository on a GitHub: `github.com`, or the host of an Enterprise Server. */
export interface Origin {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

/**
 * The repository that an address of git names; credentials in it are passed over.
 * @returns null: its host is no GitHub by its name (`github.com`, `ghe.acme.example`), and other sites have other addresses
 */
export function originIn(address: string): Origin | null {
  const pattern = /^(?:\w+:\/\/(?:[^@/\s]*@)?|[\w.-]+@)([\w.-]+)(?::\d+)?[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/;
  const [, host, owner, name] = pattern.exec(address.trim()) ?? [];
  if (!host || !owner || !name || !/(?:^|[.-])(?:github|ghe)(?:[.-]|$)/i.test(host)) return null;
  // `ssh.github.com` is its door behind firewalls; a name without a dot is somebody's alias in ~/.ssh/config.
  return { host: host === 'ssh.github.com' || !host.includes('.') ? 'github.com' : host, owner, name };
}

/** The origin of the checkout in a folder; null: none, or none on a GitHub. */
export function originOf(folder: string): Origin | null {
  const address = git(folder, ['remote', 'get-url', 'origin']);
  return address === null ? null : originIn(address);
}

/** The commit that a checkout stands on, where its origin has it as well; else null. */
export function publishedCommit(folder: string): string | null {
  const commit = git(folder, ['rev-parse', 'HEAD']);
  if (commit === null) return null;
  return git(folder, ['branch', '--remotes', '--contains', commit, '--list', 'origin/*']) ? commit : null;
}

/** The root of the checkout that a folder is in; null: it is in none. */
export function checkoutOf(folder: string): string | null {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, '.git'))) return place;
    if (place === dirname(place)) return null;
  }
}

/** What git answers; null: it is not there, or refuses. */
function git(folder: string, words: readonly string[]): string | null {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      stdio: [...stdio],
      timeout: 10_000,
    }).trim();
  } catch {
    return null;
  }
}
