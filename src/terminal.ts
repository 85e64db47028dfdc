// What a command line stands in, and the ways out of it: GitHub with somebody's token, and our own services.
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/rest';
import { sealWith } from './core/seal.ts';
import { createServices, type Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { IssueRef } from './github/observe.ts';
import { overOctokit, type RequestingOctokit } from './github/octokit.ts';
import { retryReads } from './github/retry-reads.ts';
import type { Screen } from './progress.ts';
import { readShipped } from './shipped.ts';

/** What a command line stands in; handed in, so that it can be tried without a process. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a path is relative to. */
  readonly folder: string;
  /** How this program is called from here, for the commands that it prints; `sitrep` where it is not said. */
  readonly self?: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** ISO. */
  readonly now: () => string;
  /** Standard input, in pieces; missing: there is none. */
  readonly input?: () => AsyncIterable<string>;
  /** Where a bar may be drawn: standard error where somebody watches it; missing: nobody does. */
  readonly screen?: Screen;
}

/** A repository as it is typed: `owner/name`. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** @returns null: these words name no repository */
export function repositoryNamed(words: string | undefined): RepositoryName | null {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(words ?? '') ?? [];
  return owner && name ? { owner, name } : null;
}

/** @returns null: these words (`owner/name#12`) name no issue */
export function issueNamed(words: string | undefined): IssueRef | null {
  const [, owner, name, number] = /^([\w.-]+)\/([\w.-]+)#(\d{1,9})$/.exec(words ?? '') ?? [];
  return owner && name ? { owner, name, number: Number(number) } : null;
}

/** Why there was nothing to be seen of an issue. */
export const noLookWords = {
  absent: 'There is no such issue, or this token may not see it.',
  archived: 'The repository is archived: Sitrep leaves it alone.',
  stale: 'GitHub shows an older state than what was just written.',
} as const;

/** Our own services; the record on a card is believed where the App's key is in the environment. */
export function servicesOf({ env }: Pick<Terminal, 'env'>): Services {
  return createServices(readShipped(), sealWith(env.SITREP_LEDGER_KEY || env.WEBHOOK_SECRET || null));
}

/** GitHub with the rights of `GITHUB_TOKEN`. @throws without a token */
export function gitHubOf({ env }: Pick<Terminal, 'env'>): GitHub {
  if (!env.GITHUB_TOKEN) throw new Error('GITHUB_TOKEN is missing');
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  const baseUrl = env.GITHUB_API_URL ? { baseUrl: env.GITHUB_API_URL.replace(/\/$/, '') } : {};
  const octokit = new Octokit({ auth: env.GITHUB_TOKEN, log: silent, ...baseUrl });
  return retryReads(
    overOctokit(octokit as unknown as RequestingOctokit, env.GITHUB_GRAPHQL_URL || undefined),
    [500, 2000],
    sleep,
  );
}
