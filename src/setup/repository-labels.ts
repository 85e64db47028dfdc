// A repository's labels over REST.
import type { GitHub } from '../github/client.ts';
import { Unanswered } from '../github/unanswered.ts';
import type { RepositoryName } from '../terminal.ts';
import type { LabelChange, PresentLabel } from './label-changes.ts';

const perPage = 100;

/**
 * Every label of a repository; null: there is no such repository, or it is not shown.
 * @throws Unanswered when GitHub answers anything else
 */
export async function labelsOf(
  github: GitHub,
  { owner, name }: RepositoryName,
): Promise<readonly PresentLabel[] | null> {
  const route = 'GET /repos/{owner}/{repo}/labels';
  const all: PresentLabel[] = [];
  for (let page = 1; ; page += 1) {
    const { status, data } = await github.rest(route, { owner, repo: name, per_page: perPage, page });
    if (status === 404) return null;
    if (status !== 200) throw new Unanswered(`The labels of ${owner}/${name} were answered with ${status}`, { status });
    const some = data as readonly PresentLabel[];
    all.push(...some);
    if (some.length < perPage) return all;
  }
}

/** Creates or updates one label. @returns GitHub's status: 201 and 200 are done, 422 somebody made it meanwhile */
export async function putLabel(github: GitHub, repository: RepositoryName, change: LabelChange): Promise<number> {
  const { name, color, description } = change.label;
  const place = { owner: repository.owner, repo: repository.name };
  const { status } =
    change.present === null
      ? await github.rest('POST /repos/{owner}/{repo}/labels', { ...place, name, color, description })
      : await github.rest('PATCH /repos/{owner}/{repo}/labels/{name}', {
          ...{ ...place, name: change.present, color, description },
          ...(change.present === name ? {} : { new_name: name }),
        });
  return status;
}
