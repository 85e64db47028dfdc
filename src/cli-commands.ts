// What `sitrep` can do, one entry each: what it takes, and what runs.
import { adoptIncidents } from './adopt-incidents.ts';
import { check, peopleToCheck } from './check.ts';
import type { Options } from './cli-options.ts';
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { unknownLogins } from './github/unknown-logins.ts';
import { lookAt } from './look-at.ts';
import type { Outlook } from './on-call-outlook.ts';
import { printExport } from './print-export.ts';
import { printMetrics } from './print-metrics.ts';
import { printOnCall } from './print-oncall.ts';
import { readKey, readKeyFile } from './private-key.ts';
import { doctor } from './setup/doctor.ts';
import { init } from './setup/init.ts';
import { labels } from './setup/labels.ts';
import { showPlan } from './show-plan.ts';
import { gitHubOf, issueNamed, noLookWords, repositoryNamed, servicesOf, type Terminal } from './terminal.ts';
import { plusMinutes } from './time/time.ts';

export interface CliCommand {
  /** What its argument is, with an example; null: it takes none. */
  readonly needs: string | null;
  /** Whether it may stand without one. */
  readonly alone: boolean;
  /** Whether it takes several at a time. */
  readonly many?: true;
  /** The options that it knows. */
  readonly takes: readonly (keyof Options)[];
  /**
   * @param more arguments behind the first one
   * @returns how it ended; undefined: the argument was not understood; a sentence: what else was not, and what to write
   */
  run(
    argument: string | undefined,
    terminal: Terminal,
    given: Options,
    more: readonly string[],
  ): Promise<number | string | undefined>;
}

/** The commands by name. */
export const cliCommands: Readonly<Record<string, CliCommand>> = {
  plan: {
    needs: 'an issue, such as acme/ops#12',
    alone: false,
    takes: [],
    async run(argument, terminal) {
      const ref = issueNamed(argument);
      if (!ref) return undefined;
      const github = gitHubOf(terminal);
      noteWithoutKey(terminal);
      const look = await lookAt(github, ref, terminal.now(), servicesOf(terminal), true);
      if (typeof look === 'string') terminal.err(noLookWords[look]);
      else terminal.out(showPlan(look));
      return typeof look === 'string' ? 1 : 0;
    },
  },
  adopt: {
    needs: 'issues, such as acme/ops#12',
    alone: false,
    many: true,
    takes: [],
    async run(argument, terminal, _given, more) {
      return adoptIncidents([argument ?? '', ...more], terminal);
    },
  },
  check: {
    needs: 'a file, such as .github/sitrep.yml',
    alone: true,
    takes: [],
    async run(argument, terminal) {
      const services = servicesOf(terminal);
      const outlook = await outlookOf(argument, terminal, services);
      const checked = check(argument, terminal.folder, services, outlook);
      if ('refused' in checked) {
        terminal.err(checked.refused);
        return 2;
      }
      for (const line of checked.lines) terminal.out(line);
      return checked.sound ? 0 : 1;
    },
  },
  oncall: {
    needs: 'a service or rota, such as payments',
    alone: true,
    takes: ['at', 'gaps', 'next', 'json', 'from'],
    async run(argument, terminal, given) {
      return printOnCall(argument, given, terminal);
    },
  },
  export: {
    needs: 'a repository, such as acme/ops',
    alone: false,
    takes: [],
    async run(argument, terminal) {
      const repository = repositoryNamed(argument);
      if (!repository) return undefined;
      return printExport(repository, terminal);
    },
  },
  metrics: {
    needs: 'repositories, such as acme/ops',
    alone: true,
    many: true,
    takes: ['from', 'period', 'format', 'handbook', 'since'],
    async run(argument, terminal, given, more) {
      return printMetrics(argument === undefined ? [] : [argument, ...more], given, terminal);
    },
  },
  init: {
    needs: null,
    alone: true,
    takes: ['handbook', 'force', 'private', 'source', 'actions'],
    async run(_argument, terminal, given) {
      const { handbook = null, force = false, private: isPrivate = false, source = null, actions = false } = given;
      return init({ handbook, force, isPrivate, source, actions }, terminal);
    },
  },
  labels: {
    needs: 'a repository, such as acme/ops',
    alone: false,
    takes: ['dry-run'],
    async run(argument, terminal, given) {
      const repository = repositoryNamed(argument);
      return repository ? labels(repository, given['dry-run'] ?? false, terminal) : undefined;
    },
  },
  doctor: {
    needs: 'a repository, such as acme/ops',
    alone: false,
    takes: [],
    async run(argument, terminal) {
      const repository = repositoryNamed(argument);
      return repository ? doctor(repository, terminal, () => appOf(terminal)) : undefined;
    },
  },
};

/** What `check` knows beside an on-call file: the clock and, where there is a token, which people there are. */
async function outlookOf(named: string | undefined, terminal: Terminal, services: Services): Promise<Outlook | null> {
  const people = peopleToCheck(named, terminal.folder, services);
  if (people === null) return null;
  const isSeen = terminal.env.GITHUB_TOKEN && people.length > 0;
  if (!isSeen && people.length > 0) terminal.err('Note: logins were not looked up, because GITHUB_TOKEN is not set.');
  const unknown = !isSeen ? [] : await unknownLogins(gitHubOf(terminal), people).catch(() => null);
  if (unknown === null) terminal.err('Note: GitHub did not tell whether the people who are on call are there.');
  return { now: plusMinutes(terminal.now(), 0), unknown: unknown ?? [] };
}

/** GitHub as the App; null: its key is not in the environment. @throws for a key that is none */
async function appOf({ env }: Terminal): Promise<GitHub | null> {
  if (!env.APP_ID || !(env.PRIVATE_KEY || env.PRIVATE_KEY_PATH)) return null;
  const key = readKey(env, readKeyFile);
  if ('why' in key) throw new Error(key.why);
  // Probot takes half a second to load, and no other command needs it.
  const { appAlone } = await import('./wires.ts');
  return appAlone(env, { appId: Number(env.APP_ID), privateKey: key.pem });
}

/** Where the card is read, it matters whether its proof can be. */
function noteWithoutKey({ env, err }: Terminal): void {
  if (env.SITREP_LEDGER_KEY || env.WEBHOOK_SECRET) return;
  err(
    "Note: without the App's SITREP_LEDGER_KEY or WEBHOOK_SECRET its card is not believed; the thread alone is read.",
  );
}
