#!/usr/bin/env node
// `sitrep …`: looks at what the App would do, checks a config, exports incidents. Changes nothing.
import { dirname } from 'node:path';
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
sitrep check [FILE]             problems of a config (.github/sitrep.yml) or a handbook, with file, line and column
sitrep export OWNER/REPO        every incident, one JSON object a line (docs/export.md)

GITHUB_TOKEN is the token; GITHUB_API_URL and GITHUB_GRAPHQL_URL name another GitHub.
SITREP_LEDGER_KEY (or WEBHOOK_SECRET) is the App's: with it the record on the card is believed.`;

/** What a command line stands in; handed in, so that it can be tried without a process. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a path is relative to. */
  readonly folder: string;
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
  const why = 'why' in words ? words.why : await runAll(words.words, terminal);
  if (typeof why === 'number') return why;
  terminal.err(`${plain(why, 400)}\n\n${usage}`);
  return 2;
}

/** @returns how it ended, or why it was not understood */
async function runAll([name, argument, ...more]: readonly string[], terminal: Terminal): Promise<number | string> {
  if (name === undefined) return 'Say what to do.';
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return `There is no command ${name}.`;
  if (more.length > 0) return `sitrep ${name} takes one thing at a time, not ${more.length + 1}.`;
  if (argument === undefined && !command.alone) return `sitrep ${name} needs ${command.needs}.`;
  try {
    const code = await command.run(argument, terminal);
    return code ?? `${argument} is not ${command.needs}.`;
  } catch (error) {
    terminal.err(plain(reasonOf(error), 400));
    return 1;
  }
}

/** The words of a command line. */
function wordsOf(given: readonly string[]): { readonly words: readonly string[] } | { readonly why: string } | 'help' {
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    const { values, positionals } = parseArgs({ args: [...given], allowPositionals: true, options: { help } });
    return values.help ? 'help' : { words: positionals };
  } catch {
    return { why: `There is no option ${given.find((word) => word.startsWith('-'))}.` };
  }
}

interface Command {
  /** What its argument is, with an example. */
  readonly needs: string;
  /** Whether it may stand without one. */
  readonly alone: boolean;
  /** @returns how it ended; undefined: the argument was not understood */
  run(argument: string | undefined, terminal: Terminal): Promise<number | undefined>;
}

const commands: Readonly<Record<string, Command>> = {
  plan: {
    needs: 'an issue, such as acme/ops#12',
    alone: false,
    async run(argument, terminal) {
      const [, owner, name, number] = /^([\w.-]+)\/([\w.-]+)#(\d{1,9})$/.exec(argument ?? '') ?? [];
      if (!owner || !name) return undefined;
      const ref = { owner, name, number: Number(number) };
      const github = gitHub(terminal);
      noteWithoutKey(terminal);
      const look = await lookAt(github, ref, terminal.now(), servicesOf(terminal), true);
      if (typeof look === 'string') terminal.err(noLook[look]);
      else terminal.out(showPlan(look));
      return typeof look === 'string' ? 1 : 0;
    },
  },
  check: {
    needs: 'a file, such as .github/sitrep.yml',
    alone: true,
    async run(argument, terminal) {
      const checked = check(argument, terminal.folder, servicesOf(terminal));
      if ('refused' in checked) {
        terminal.err(checked.refused);
        return 2;
      }
      for (const line of checked.lines) terminal.out(line);
      return checked.sound ? 0 : 1;
    },
  },
  export: {
    needs: 'a repository, such as acme/ops',
    alone: false,
    async run(argument, terminal) {
      const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(argument ?? '') ?? [];
      if (!owner || !name) return undefined;
      const exporting = { github: gitHub(terminal), services: servicesOf(terminal), now: terminal.now() };
      noteWithoutKey(terminal);
      for await (const line of exportLines({ owner, name }, exporting)) terminal.out(line);
      return 0;
    },
  },
};

/** Where the card is read, it matters whether its proof can be. */
function noteWithoutKey({ env, err }: Terminal): void {
  if (env.SITREP_LEDGER_KEY || env.WEBHOOK_SECRET) return;
  err(
    "Note: without the App's SITREP_LEDGER_KEY or WEBHOOK_SECRET its card is not believed; the thread alone is read.",
  );
}

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

/**
 * The folder that a person typed in: npm changes to the package's own, and tells in `INIT_CWD` where it was called.
 * Only a process that stands where npm put it was called there by npm.
 */
export function folderOf(env: Terminal['env'], current: string): string {
  const { INIT_CWD, npm_package_json: manifest } = env;
  return INIT_CWD && manifest && dirname(manifest) === current ? INIT_CWD : current;
}

/** Runs this process's command line; sets its exit code. */
export async function runHere(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), {
    env: process.env,
    folder: folderOf(process.env, process.cwd()),
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    now: () => new Date().toISOString(),
  });
}

if (import.meta.main) await runHere();
