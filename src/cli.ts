#!/usr/bin/env node
// `sitrep …`: looks at what the App would do, checks a config, exports incidents. Changes nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Octokit } from '@octokit/rest';
import { check } from './check.ts';
import { sealWith } from './core/seal.ts';
import { exportLines } from './export.ts';
import { createServices, type Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { overOctokit, type RequestingOctokit } from './github/octokit.ts';
import { retryReads } from './github/retry-reads.ts';
import { reasonOf } from './log.ts';
import { lookAt } from './look-at.ts';
import { plain } from './plain.ts';
import { readShipped } from './shipped.ts';
import { showPlan } from './show-plan.ts';

export const usage = `sitrep plan OWNER/REPO#NUMBER   every stage of what the App would do; does nothing
sitrep check [FILE]             problems of a config (.github/sitrep.yml), with file, line and column
sitrep export OWNER/REPO        every incident, one JSON object a line (docs/export.md)

GITHUB_TOKEN is the token; GITHUB_API_URL and GITHUB_GRAPHQL_URL name another GitHub.
SITREP_LEDGER_KEY (or WEBHOOK_SECRET) is the App's: with it the record on the card is believed.`;

/** What a command line stands in; handed in, so that it can be tried without a process. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** ISO. */
  readonly now: () => string;
}

/** Runs a command line. @returns 0 done, 1 a problem or nothing found, 2 not understood */
export async function main(given: readonly string[], terminal: Terminal): Promise<number> {
  const words = wordsOf(given);
  if (words === 'help') {
    terminal.out(usage);
    return 0;
  }
  const [command, argument, ...more] = words ?? [];
  const run = command !== undefined && more.length === 0 ? commands[command] : undefined;
  const done = await run?.(argument, terminal).catch((error: unknown) => {
    terminal.err(plain(reasonOf(error), 400));
    return 1;
  });
  if (done !== undefined) return done;
  terminal.err(usage);
  return 2;
}

/** The words of a command line; null when an option is not known. */
function wordsOf(given: readonly string[]): readonly string[] | 'help' | null {
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    const { values, positionals } = parseArgs({ args: [...given], allowPositionals: true, options: { help } });
    return values.help ? 'help' : positionals;
  } catch {
    return null;
  }
}

type Command = (argument: string | undefined, terminal: Terminal) => Promise<number | undefined>;

/** By name; undefined in the answer: the argument was not understood. */
const commands: Readonly<Record<string, Command>> = {
  async plan(argument, terminal) {
    const [, owner, name, number] = /^([\w.-]+)\/([\w.-]+)#(\d{1,9})$/.exec(argument ?? '') ?? [];
    if (!owner || !name) return undefined;
    const ref = { owner, name, number: Number(number) };
    const look = await lookAt(gitHub(terminal), ref, terminal.now(), servicesOf(terminal), true);
    if (typeof look === 'string') terminal.err(noLook[look]);
    else terminal.out(showPlan(look));
    return typeof look === 'string' ? 1 : 0;
  },
  async check(argument, terminal) {
    const keyed = Boolean(terminal.env.SITREP_LEDGER_KEY || terminal.env.WEBHOOK_SECRET);
    const { problems, lines } = check(argument ?? '.github/sitrep.yml', servicesOf(terminal), keyed);
    for (const line of lines) terminal.out(line);
    return problems.length > 0 ? 1 : 0;
  },
  async export(argument, terminal) {
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(argument ?? '') ?? [];
    if (!owner || !name) return undefined;
    const exporting = { github: gitHub(terminal), services: servicesOf(terminal), now: terminal.now() };
    for await (const line of exportLines({ owner, name }, exporting)) terminal.out(line);
    return 0;
  },
};

const noLook = {
  absent: 'There is no such issue, or this token may not see it.',
  archived: 'The repository is archived: Sitrep leaves it alone.',
  stale: 'GitHub shows an older state than what was just written.',
} as const;

function servicesOf({ env }: Terminal): Services {
  return createServices(readShipped(), sealWith(env.SITREP_LEDGER_KEY || env.WEBHOOK_SECRET || null));
}

/** @throws without a token */
function gitHub({ env }: Terminal): GitHub {
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

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2), {
    env: process.env,
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    now: () => new Date().toISOString(),
  });
}
