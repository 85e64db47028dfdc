// `sitrep export owner/repo`: every incident of a repository, one JSON object a line. The shape is documented in docs/export.md.
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { currentConfig } from './github/config-files.ts';
import { search } from './github/search.ts';
import type { IncidentLine } from './lines/line.ts';
import { lineOf } from './lines/line-of.ts';
import { lineText } from './lines/line-text.ts';
import { type Look, lookAt } from './look-at.ts';

export interface Exporting {
  readonly github: GitHub;
  readonly services: Services;
  /** ISO. */
  readonly now: string;
}

/** The repository's incidents as lines of JSON, oldest first. */
export async function* exportLines(
  repository: { readonly owner: string; readonly name: string },
  { github, services, now }: Exporting,
): AsyncGenerator<string> {
  for (const number of await incidentNumbers(repository, { github, services, now })) {
    const look = await lookAt(github, { ...repository, number }, now, services, true);
    if (typeof look === 'string') continue;
    const line = lineOfLook(look);
    if (line) yield lineText(line);
  }
}

async function incidentNumbers(
  repository: { readonly owner: string; readonly name: string },
  { github, services }: Exporting,
): Promise<readonly number[]> {
  const { label } = services.resolve(await currentConfig(github, repository)).handbook;
  const scope = `repo:${repository.owner}/${repository.name}`;
  const query = `${scope} is:issue label:"${label.name.replaceAll('"', '')}" sort:created-asc`;
  const found = await search(github, query, 10);
  return found.map(({ ref }) => ref.number).sort((one, other) => one - other);
}

function lineOfLook({ snapshot, plan, handbook }: Look): IncidentLine | null {
  const { issue, repository } = snapshot;
  if (!plan.incident) return null;
  const { number, url, title, state, reason, at, by, labels } = issue;
  const shown = {
    number,
    url,
    title,
    state,
    reason,
    at,
    closedAt: null,
    by,
    labels: labels.map((label) => label.name),
  };
  const record = { incident: plan.incident, entries: plan.record.entries };
  return lineOf({ repository: `${repository.owner}/${repository.name}`, ...shown }, record, handbook);
}
