// A repository as the doctor looks at it: its facts, its handbook and its issue templates, fetched once.
import type { Handbook } from '../core/handbook.ts';
import type { Problem } from '../core/snapshot.ts';
import { ask } from '../github/ask.ts';
import type { GitHub } from '../github/client.ts';
import type { RawEntry } from '../github/config-answer.ts';
import { textsIn } from '../github/config-files.ts';
import type { RepositoryName, Terminal } from '../terminal.ts';

export interface Patient {
  /** With the rights of `GITHUB_TOKEN`. */
  readonly github: GitHub;
  /** With the App's own rights (its JWT); null: its key is not in the environment. */
  readonly app: GitHub | null;
  readonly repository: RepositoryName;
  readonly facts: Facts;
  readonly handbook: Handbook;
  readonly problems: readonly Problem[];
  /** What holds in spite of it and should be mended. */
  readonly doubts: readonly Problem[];
  /** Texts of `.github/ISSUE_TEMPLATE/` by path; null: the token does not show the repository's files. */
  readonly templates: Readonly<Record<string, string>> | null;
  readonly env: Terminal['env'];
  /** ISO UTC. */
  readonly now: string;
  /** How our own commands are called. */
  readonly self: string;
}

/** What GitHub tells of the repository itself. */
export interface Facts {
  readonly id: number;
  /** The address for people, e.g. `https://github.com/acme/ops`. */
  readonly page: string;
  /** The default branch. */
  readonly branch: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly hasIssues: boolean;
  /** Whether whose token it is may write. */
  readonly mayPush: boolean;
  /** When somebody last pushed; ISO UTC. */
  readonly pushedAt: string | null;
}

interface RawFacts {
  readonly id: number;
  readonly html_url: string;
  readonly default_branch: string;
  readonly private: boolean;
  readonly archived?: boolean;
  readonly has_issues?: boolean;
  readonly permissions?: { readonly push?: boolean };
  readonly pushed_at?: string | null;
}

/** @returns null: there is no such repository, or the token does not show it */
export async function factsOf(github: GitHub, { owner, name }: RepositoryName): Promise<Facts | null> {
  const { status, data } = await github.rest('GET /repos/{owner}/{repo}', { owner, repo: name });
  if (status !== 200) return null;
  const raw = data as RawFacts;
  return {
    id: raw.id,
    page: raw.html_url,
    branch: raw.default_branch,
    isPrivate: raw.private,
    isArchived: raw.archived ?? false,
    hasIssues: raw.has_issues ?? true,
    mayPush: raw.permissions?.push ?? false,
    pushedAt: raw.pushed_at ?? null,
  };
}

/** The site that a repository's page is on, e.g. `https://github.com`. */
export function siteOf({ page }: Facts): string {
  return new URL(page).origin;
}

const templateFolder = '.github/ISSUE_TEMPLATE';

const templatesDocument = `query templates($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    isEmpty
    root: object(expression: "HEAD:") { __typename }
    templates: object(expression: "HEAD:${templateFolder}") {
      ... on Tree { entries { name type mode object { ... on Blob { text } } } }
    }
  }
}`;

interface RawTemplates {
  readonly isEmpty: boolean;
  readonly root: object | null;
  readonly templates: { readonly entries?: readonly RawEntry[] } | null;
}

/** The issue templates of the default branch; null: the token does not show the repository's files. */
export async function templatesOf(github: GitHub, { owner, name }: RepositoryName): Promise<Patient['templates']> {
  const answer = await ask<{ repository: RawTemplates | null }>(github, templatesDocument, { owner, name });
  const { repository } = answer;
  if (!repository || (!repository.isEmpty && !repository.root)) return null;
  return Object.fromEntries(textsIn(repository.templates?.entries ?? [], templateFolder));
}
