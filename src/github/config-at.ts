// Which config stood at a moment: asked only where the record of what an incident began with is lost.
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';

/** Oids of the config's blob and of its folder's tree; null: there was none. */
export interface ConfigThen {
  readonly oid: string | null;
  readonly folder: string | null;
}

const atDocument = `query configAt($owner: String!, $name: String!, $until: GitTimestamp!, $file: String!, $folder: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef {
      target {
        ... on Commit { history(first: 1, until: $until) { nodes { config: file(path: $file) { oid } folder: file(path: $folder) { oid } } } }
      }
    }
  }
}`;

type Entry = { readonly oid: string } | null;

interface Answer {
  readonly repository: {
    readonly defaultBranchRef: {
      readonly target: {
        readonly history?: {
          readonly nodes: readonly ({ readonly config: Entry; readonly folder: Entry } | null)[] | null;
        };
      } | null;
    } | null;
  } | null;
}

/**
 * The config of the default branch at a moment (ISO); null: the branch is younger. Commits tell their own time: who pushes one
 * that claims to be older is believed. @throws Unanswered when GitHub gives no answer
 */
export async function configAt(
  github: GitHub,
  { owner, name }: { readonly owner: string; readonly name: string },
  until: string,
): Promise<ConfigThen | null> {
  const paths = { file: '.github/sitrep.yml', folder: '.github/sitrep' };
  const { repository } = await ask<Answer>(github, atDocument, { owner, name, until, ...paths });
  const then = repository?.defaultBranchRef?.target?.history?.nodes?.[0];
  return then ? { oid: then.config?.oid ?? null, folder: then.folder?.oid ?? null } : null;
}
