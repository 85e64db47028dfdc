// Who changed the config last: asked only where an open incident follows another version of it.

import { keepNewest } from '../core/keep-newest.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { ConfigCache, ConfigChange, ConfigFiles } from './config-cache.ts';

interface RawCommit {
  readonly committedDate: string;
  readonly author: { readonly name: string | null; readonly user: { readonly login: string } | null } | null;
}
type RawHistory = { readonly nodes: readonly (RawCommit | null)[] | null } | undefined;

const commits = 'nodes { committedDate author { name user { login } } }';

/** The newest commit on the file, and the newest on the folder. */
const changeDocument = `query change($owner: String!, $name: String!, $file: String!, $folder: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef {
      target {
        ... on Commit {
          file: history(first: 1, path: $file) { ${commits} }
          folder: history(first: 1, path: $folder) { ${commits} }
        }
      }
    }
  }
}`;

interface Answer {
  readonly repository: {
    readonly defaultBranchRef: {
      readonly target: { readonly file?: RawHistory; readonly folder?: RawHistory } | null;
    } | null;
  } | null;
}

const mostKept = 500;

/** One request for each version of the files, remembered. @throws Unanswered when GitHub gives no answer */
export async function lastChange(
  github: GitHub,
  { owner, name }: { readonly owner: string; readonly name: string },
  { oid, folderOid }: ConfigFiles,
  { changes }: ConfigCache,
): Promise<ConfigChange> {
  const key = `${owner}/${name} ${oid} ${folderOid}`.toLowerCase();
  const known = changes.get(key);
  if (known) return known;
  const paths = { file: '.github/sitrep.yml', folder: '.github/sitrep' };
  const { repository } = await ask<Answer>(github, changeDocument, { owner, name, ...paths });
  const target = repository?.defaultBranchRef?.target;
  const found = [target?.file, target?.folder].flatMap((history) => history?.nodes?.[0] ?? []);
  const [last] = found.toSorted((one, other) => (one.committedDate < other.committedDate ? 1 : -1));
  const change = { by: last?.author?.user?.login ?? last?.author?.name ?? null, at: last?.committedDate ?? null };
  keepNewest(changes, key, change, mostKept);
  return change;
}
