// `sitrep labels owner/repo`: makes the labels of the repository's handbook, and deletes none.

import Table from 'cli-table3';
import { isBeside } from '../core/beside-files.ts';
import { currentConfig } from '../github/config-files.ts';
import { plain } from '../plain.ts';
import { gitHubOf, type RepositoryName, servicesOf, type Terminal } from '../terminal.ts';
import { counted } from './counted.ts';
import { type LabelChange, labelChanges } from './label-changes.ts';
import { labelsOf, putLabel } from './repository-labels.ts';

/**
 * @param isDry only tells what would be done
 * @returns 0 done, 1 the config is not sound or GitHub refused
 * @throws without a token, and when GitHub does not answer
 */
export async function labels(repository: RepositoryName, isDry: boolean, terminal: Terminal): Promise<number> {
  const { self = 'sitrep' } = terminal;
  const { github, requests } = counted(gitHubOf(terminal));
  const { handbook, problems } = servicesOf(terminal).resolve(await currentConfig(github, repository));
  if (!problems.every(isBeside)) {
    for (const { file, line, what } of problems) terminal.err(plain(`${file}:${line}: ${what}`, 400));
    terminal.err(`The config is not sound; mend it first (${self} check).`);
    return 1;
  }
  const present = await labelsOf(github, repository);
  if (!present) {
    terminal.err(plain(`There is no repository ${repository.owner}/${repository.name}, or this token may not see it.`));
    return 1;
  }
  const changes = labelChanges(handbook, present);
  const refused = new Map<LabelChange, number>();
  for (const change of isDry ? [] : changes.filter(({ how }) => how !== 'unchanged')) {
    const status = await putLabel(github, repository, change);
    if (status >= 300) refused.set(change, status);
    // Who may not write one label may write none.
    if (isForbidden(status)) break;
  }
  const told = outcomes(changes, refused);
  terminal.out(tableOf(told));
  terminal.out(summary(told, isDry, requests()));
  for (const line of refusalLines(refused, repository)) terminal.err(line);
  return refused.size > 0 ? 1 : 0;
}

function isForbidden(status: number): boolean {
  return status === 401 || status === 403 || status === 404;
}

interface Outcome {
  readonly change: LabelChange;
  readonly result: string;
}

/** What came of each: GitHub's refusal of one, and of all behind a refusal that is meant for all. */
function outcomes(changes: readonly LabelChange[], refused: ReadonlyMap<LabelChange, number>): readonly Outcome[] {
  const end = changes.findIndex((change) => isForbidden(refused.get(change) ?? 0));
  return changes.map((change, index) => {
    const status = refused.get(change);
    if (status !== undefined) return { change, result: `refused (${status})` };
    return { change, result: end !== -1 && index > end && change.how !== 'unchanged' ? 'not tried' : change.how };
  });
}

function tableOf(told: readonly Outcome[]): string {
  const table = new Table({ head: ['label', 'colour', '', 'was'], style: { head: [], border: [], compact: true } });
  for (const { change, result } of told) {
    const { label, differs } = change;
    table.push([plain(label.name, 50), label.color, result, plain(differs.join(', '), 60)]);
  }
  return table.toString();
}

function summary(told: readonly Outcome[], isDry: boolean, requests: number): string {
  const results = new Map<string, number>([
    ['created', 0],
    ['changed', 0],
    ['unchanged', 0],
  ]);
  for (const { result } of told) results.set(result, (results.get(result) ?? 0) + 1);
  const counts = [...results].map(([result, count]) => `${count} ${result}`).join(', ');
  return `${isDry ? 'Would be: ' : ''}${counts}; ${requests} requests.${isDry ? ' Nothing was changed.' : ''}`;
}

function refusalLines(refused: ReadonlyMap<LabelChange, number>, { owner, name }: RepositoryName): readonly string[] {
  if (refused.size === 0) return [];
  if ([...refused.values()].every((status) => status === 422))
    return ['GitHub took some labels for wrong, or somebody made them meanwhile. Say it again.'];
  return [
    `This token may not write the labels of ${owner}/${name}: it needs "Issues: write" (a classic one: "repo"), and write access.`,
  ];
}
