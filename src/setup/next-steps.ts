// What a newcomer does after `sitrep init`, in order, with the commands and addresses to copy.
import { join } from 'node:path';
import { plain } from '../plain.ts';
import type { Terminal } from '../terminal.ts';
import type { Source } from './check-workflow.ts';
import { ownPage } from './config-text.ts';
import type { Ground } from './ground.ts';
import type { Origin } from './origin.ts';

export interface SetUp {
  readonly ground: Ground;
  /** Null: no workflow was written. */
  readonly source: Source | null;
  /** The repository on GitHub; null: this checkout does not tell. */
  readonly origin: Origin | null;
  readonly terminal: Pick<Terminal, 'self'>;
}

/** Our own checkout, where the App is started. */
const home = join(import.meta.dirname, '../..');

/** The lines, an empty one first. */
export function nextSteps({ ground, source, origin, terminal: { self = 'sitrep' } }: SetUp): readonly string[] {
  const { host, owner, name } = origin ?? { host: 'github.com', owner: 'OWNER', name: 'REPO' };
  const repository = `${owner}/${name}`;
  const site = `https://${host}`;
  const token = `a token that may write its issues: ${site}/settings/personal-access-tokens/new`;
  const steps = [
    'Commit and push; GitHub shows the form once it is on the default branch:\n     git add .github && git commit -m "Use Sitrep" && git push',
    `Start Sitrep where GitHub can reach it, unless it runs already. Its page makes the App and installs it:\n     cd ${home} && npm ci && npm start`,
    `Install the App on ${repository} (the App's page, "Install App"):\n     ${site}/organizations/${owner}/settings/apps  (of a person: ${site}/settings/apps)`,
    `Make the labels (GITHUB_TOKEN: ${token}):\n     GITHUB_TOKEN=… ${self} labels ${repository}`,
    `Ask whether anything is missing:\n     GITHUB_TOKEN=… ${self} doctor ${repository}`,
    `File the first incident, and type /help in it:\n     ${site}/${repository}/issues/new?template=incident.yml`,
  ];
  return [
    ...notes(ground, source, origin, self).flatMap((note) => ['', plain(note, 400)]),
    '',
    `This repository follows ${plain(ground.handbook.name)}. What to do next:`,
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ];
}

function notes(
  { handbook, page }: Ground,
  source: Source | null,
  origin: Origin | null,
  self: string,
): readonly string[] {
  const isUnnamed = page !== null && handbook.postMortem.template !== ownPage;
  return [
    ...(isUnnamed
      ? [`To use .github/sitrep/${ownPage}, write post-mortem: {template: ${ownPage}} into .github/sitrep.yml.`]
      : []),
    ...(source === null
      ? [
          `No workflow was written: this Sitrep's checkout has no commit on GitHub that one could run. The App checks pull requests by itself; ${self} init --source OWNER/REPO@REF writes the workflow as well.`,
        ]
      : []),
    ...(origin === null
      ? ['OWNER/REPO is this repository on GitHub; its checkout has no remote origin there yet.']
      : []),
  ];
}
