#!/usr/bin/env node
// `sitrep …`: sets a repository up and looks after it, looks at what the App would do, checks a config, exports incidents.
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type CliCommand, cliCommands } from './cli-commands.ts';
import { type Options, options } from './cli-options.ts';
import { plain } from './plain.ts';
import { selfOf } from './self.ts';
import type { Terminal } from './terminal.ts';

export type { Terminal } from './terminal.ts';

export const usage = `sitrep init                        sets up the repository of this folder: config, issue form, post-mortem page
     --handbook ID                 the handbook that it follows (workflow-guide)
     --force                       replaces files that are there and differ; a sound config only gets the handbook
     --private                     the repository is private: the form offers every type of the handbook
     --actions                     without a server: the workflow that does its work on GitHub's runners
     --source OWNER/REPO@REF       where a workflow finds this Sitrep; else where its checkout came from
sitrep labels OWNER/REPO           makes the labels of the repository's handbook; --dry-run only tells
sitrep doctor OWNER/REPO           what keeps Sitrep from working there, and how to mend it
sitrep check [FILE]                problems of a config (.github/sitrep.yml) or a handbook, with file, line and column
sitrep oncall [SERVICE]            who is on call (docs/on-call.md)
     --at MOMENT                   then instead of now: 2026-03-29T01:30Z, or 2026-03-29 02:30 by the handbook's clocks
     --gaps                        when nobody is, instead, from then on; ends with 1 if there is such a time
     --next SPAN                   how far --gaps looks: 30d (which it is), 4w, 12h
     --from OWNER/REPO             of a repository on GitHub, or of another folder
     --json                        as JSON
sitrep plan OWNER/REPO#NUMBER      every stage of what the App would do; does nothing
sitrep adopt OWNER/REPO#NUMBER…    takes over incidents that another Sitrep kept: says /adopt there as you
sitrep export OWNER/REPO           every incident, one JSON object a line (docs/export.md)
sitrep metrics OWNER/REPO…         the report of a week (docs/metrics-issue.md); OWNER alone: all of theirs
     --from FILE                   of what \`export\` wrote instead, without GitHub; - is standard input
     --period WEEK                 2026-W10, this-week or last-week (which it is where nothing is said)
     --format FORMAT               markdown (which it is), json or csv
     --handbook ID                 whose durations count, instead of the repository's own
     --since DAY                   incidents that were over before are not read; 90 days before the twelve weeks

GITHUB_TOKEN is the token; GITHUB_API_URL and GITHUB_GRAPHQL_URL name another GitHub.
SITREP_LEDGER_KEY (or WEBHOOK_SECRET) is the App's: with it the record on the card is believed.
APP_ID and PRIVATE_KEY (or PRIVATE_KEY_PATH) let the doctor look at the App itself.`;

/** Points to what stands in no sentence: all commands and options at once would push the sentence out of sight. */
export const helpLine = 'Every command and its options: sitrep --help';

/** Runs a command line. @returns 0 done, 1 a problem or nothing found, 2 not understood */
export async function main(given: readonly string[], terminal: Terminal): Promise<number> {
  const words = wordsOf(given);
  if (words === 'help') {
    terminal.out(usage);
    return 0;
  }
  const why = 'why' in words ? words.why : await runAll(words, terminal);
  if (typeof why === 'number') return why;
  terminal.err(`${plain(why, 400)}\n${given.length === 0 ? `\n${usage}` : helpLine}`);
  return 2;
}

interface Words {
  readonly words: readonly string[];
  readonly given: Options;
}

/** @returns how it ended, or why it was not understood */
async function runAll(
  { words: [name, argument, ...more], given }: Words,
  terminal: Terminal,
): Promise<number | string> {
  if (name === undefined) return 'Say what to do.';
  const command = Object.hasOwn(cliCommands, name) ? cliCommands[name] : undefined;
  if (!command) return `There is no command ${name}.`;
  if (more.length > 0 && !command.many) return `sitrep ${name} takes one thing at a time, not ${more.length + 1}.`;
  const why = misfit(name, command, argument, given);
  if (why) return why;
  try {
    const code = await command.run(argument, terminal, given, more);
    return code ?? `${argument} is not ${command.needs}.`;
  } catch (error) {
    terminal.err(plain(`Error: ${error instanceof Error ? error.message : 'unknown'}`, 400));
    return 1;
  }
}

/** Why a command cannot take what was given. */
function misfit(name: string, command: CliCommand, argument: string | undefined, given: Options): string | null {
  const strange = Object.keys(given).find((option) => !command.takes.some((known) => known === option));
  if (strange) return `sitrep ${name} has no option --${strange}.`;
  if (argument === undefined) return command.alone ? null : `sitrep ${name} needs ${command.needs}.`;
  return command.needs === null ? `sitrep ${name} takes no argument, and ${argument} is one.` : null;
}

/** The words of a command line. */
function wordsOf(given: readonly string[]): Words | { readonly why: string } | 'help' {
  try {
    const { values, positionals } = parseArgs({ args: [...given], allowPositionals: true, options });
    const { help, ...rest } = values;
    return help ? 'help' : { words: positionals, given: rest };
  } catch (error) {
    const unknown = /Unknown option '([^']+)'/.exec(String(error))?.[1];
    return { why: unknown ? `There is no option ${unknown}.` : valueFault(given) };
  }
}

function valueFault(given: readonly string[]): string {
  const wrong = Object.entries(options).find(
    ([name, { type }]) => type === 'string' && given.some((word) => word.startsWith(`--${name}`)),
  );
  return wrong ? `--${wrong[0]} needs a value behind it.` : 'An option has a value that it does not take.';
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
  const folder = folderOf(process.env, process.cwd());
  process.exitCode = await main(process.argv.slice(2), {
    env: process.env,
    folder,
    self: selfOf(process.env, folder),
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    now: () => new Date().toISOString(),
    input: () => process.stdin.setEncoding('utf8'),
    ...(process.stderr.isTTY && !process.env.CI ? { screen: process.stderr } : {}),
  });
}

if (import.meta.main) await runHere();
