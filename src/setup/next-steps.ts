// What a newcomer does after `sitrep init`, in order, with the commands and addresses to copy.
import { join } from 'node:path';
import { flow } from '../config/explain.ts';
import { plain } from '../plain.ts';
import type { Terminal } from '../terminal.ts';
import type { Source } from './check-workflow.ts';
import { hasPrivateMatters, privateReport } from './chooser.ts';
import type { Ground } from './ground.ts';
import type { Origin } from './origin.ts';

export interface SetUp {
  readonly ground: Ground;
  readonly isPrivate: boolean;
  /** There is no server: its workflows were written, or were there. */
  readonly actions: boolean;
  /** Null: no workflows were written. */
  readonly source: Source | null;
  /** The repository on GitHub; null: this checkout does not tell. */
  readonly origin: Origin | null;
  /** Files that are there, differ, and were not replaced. */
  readonly leftAlone: readonly string[];
  /** Forms beside the new one that file incidents too. */
  readonly otherForms: readonly string[];
  readonly terminal: Pick<Terminal, 'self'>;
}

/** Our own checkout, where the App is started. */
const home = join(import.meta.dirname, '../..');

/** The lines, an empty one first. */
export function nextSteps(setUp: SetUp): readonly string[] {
  const { ground, isPrivate, origin, terminal } = setUp;
  const { self = 'sitrep' } = terminal;
  const { host, owner, name } = origin ?? unknown;
  const repository = `${owner}/${name}`;
  const site = `https://${host}`;
  const steps = [
    ...(setUp.actions ? [ledgerKey(`${site}/${repository}`)] : []),
    `Commit and push; GitHub shows the form once it is on the default branch:
     git add .github && git commit -m "Use Sitrep" && git push`,
    ...(setUp.actions ? withoutServer(`${site}/${repository}`) : withServer(`${site}`, owner, repository)),
    ...(hasPrivateMatters(ground.handbook) && !isPrivate
      ? [
          `Turn on "Private vulnerability reporting":
     ${site}/${repository}/settings/security_analysis
     (A private repository has none, and its form may offer every type: rm .github/ISSUE_TEMPLATE/incident* && ${self} init --private)`,
        ]
      : []),
    `Make the labels, with a token that may write issues (${site}/settings/personal-access-tokens/new):
     GITHUB_TOKEN=… ${self} labels ${repository}`,
    `Ask whether anything is missing:
     GITHUB_TOKEN=… ${self} doctor ${repository}`,
    `File the first incident, and type /help in it:
     ${site}/${repository}/issues/new?template=incident.yml`,
  ];
  return [
    ...notes(setUp, self).flatMap((note) => ['', plain(note, 400)]),
    '',
    `This repository follows ${plain(ground.handbook.name)}. What to do next:`,
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ];
}

function withServer(site: string, owner: string, repository: string): readonly string[] {
  return [
    `Start Sitrep where GitHub can reach it, unless it runs already; its page makes the App:
     cd ${home} && npm ci && npm start`,
    `Install the App on ${repository}, with "Install App" on its page:
     ${site}/organizations/${owner}/settings/apps (of a person: ${site}/settings/apps)`,
  ];
}

/** Before the workflows are there: a card that was written without it proves nothing. */
function ledgerKey(address: string): string {
  return `Give the repository a secret called SITREP_LEDGER_KEY, unless it has one: long, random and kept for good: with it a card proves that Sitrep wrote it.
     openssl rand -hex 32      ${address}/settings/secrets/actions/new`;
}

function withoutServer(address: string): readonly string[] {
  return [
    `Turn on "Allow GitHub Actions to create and approve pull requests", for the post-mortems:
     ${address}/settings/actions`,
  ];
}

const unknown: Origin = { host: 'github.com', owner: 'OWNER', name: 'REPO' };

function notes(setUp: SetUp, self: string): readonly string[] {
  const { ground, isPrivate, source, origin, leftAlone, otherForms } = setUp;
  const { handbook, pages } = ground;
  const isUnnamed = pages.named !== null && handbook.postMortem.template !== pages.named.template;
  const isLinked = origin !== null && !leftAlone.includes('.github/ISSUE_TEMPLATE/config.yml');
  return [
    ...(isUnnamed
      ? [`To use the copies of the post-mortem pages, write into .github/sitrep.yml: post-mortem: ${flow(pages.named)}`]
      : []),
    ...(hasPrivateMatters(handbook) && !isPrivate && !isLinked
      ? [
          `The form has no choice for private matters. Add this link to contact_links of .github/ISSUE_TEMPLATE/config.yml: ${privateReport(origin ?? unknown)}`,
        ]
      : []),
    ...otherForms.map(
      (path) => `${path} files incidents too: keep one of the two forms, so that nobody has to choose.`,
    ),
    ...(source === null ? [unwritten(setUp, self)] : []),
    ...(origin === null ? ['OWNER/REPO stands for this repository: its checkout has no remote origin on GitHub.'] : []),
  ];
}

function unwritten({ actions }: SetUp, self: string): string {
  const why = 'the checkout of this Sitrep has no commit on GitHub that they could run';
  return actions
    ? `The workflows stay as they are: ${why}. ${self} init --force --source OWNER/REPO@COMMIT writes them anew.`
    : `No workflows were written: ${why}. The App checks pull requests by itself; ${self} init --source OWNER/REPO@REF writes them, and so the weekly metrics issue.`;
}
