// One look at a pull request that may bring a config: whether it counts, whether it touches the config, and what we said of it.
import type { CommentKey } from '../core/effect.ts';
import { keyOf } from '../core/marker.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { RawConfig } from './config-answer.ts';
import type { ConfigFiles } from './config-cache.ts';
import { catalogPath, configFolder, configPath, readConfig } from './config-files.ts';
import type { Page } from './look-answer.ts';
import type { IssueRef } from './observe.ts';
import { Unanswered } from './unanswered.ts';

/** The pull request with the first of its files (GitHub lists them by path: `.github/` comes early) and a page of its comments. */
export const pullDocument = `query pull($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    isArchived defaultBranchRef { name }
    pullRequest(number: $number) {
      id state locked baseRefName headRefOid
      files(first: 100) { nodes { path } }
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id body viewerDidAuthor }
      }
    }
  }
}`;

const entry = 'name mode type';
const text = '... on Blob { text isTruncated }';

/** The config at a commit. A fork's commits are found in the repository that its pull request is for. */
export const configAtDocument = `query configAt($owner: String!, $name: String!, $oid: GitObjectID!, $file: String!, $folder: String!, $catalog: String!) {
  repository(owner: $owner, name: $name) {
    commit: object(oid: $oid) { oid }
    config: object(expression: $file) { __typename oid ${text} }
    catalog: object(expression: $catalog) { __typename oid ${text} }
    folder: object(expression: $folder) {
      __typename oid
      ... on Tree { entries { ${entry} object { ${text} ... on Tree { entries { ${entry} object { ${text} } } } } } }
    }
  }
}`;

/** A comment of ours. */
export interface OwnText {
  readonly id: string;
  readonly body: string;
}

/** What a look at a pull request showed. */
export interface PullLook {
  /** Node id. */
  readonly id: string;
  readonly archived: boolean;
  /** No comment can be made. */
  readonly locked: boolean;
  /** Open, and into the default branch: only there a config is ever used. */
  readonly counts: boolean;
  readonly touchesConfig: boolean;
  readonly headOid: string;
  /** Our oldest comment of the key; null: there is none. */
  readonly said: OwnText | null;
}

interface RawPullLook {
  readonly repository: {
    readonly isArchived: boolean;
    readonly defaultBranchRef: { readonly name: string } | null;
    readonly pullRequest: RawReviewed | null;
  } | null;
}

interface RawReviewed {
  readonly id: string;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly locked: boolean;
  readonly baseRefName: string;
  readonly headRefOid: string;
  readonly files: { readonly nodes: readonly ({ readonly path: string } | null)[] | null } | null;
  readonly comments: Page<OwnText & { readonly viewerDidAuthor: boolean }>;
}

/**
 * Looks at a pull request; null when there is none of that number. One request, and one more for each hundred comments that
 * stand before ours. @throws Unanswered when GitHub gives no answer, or half of one.
 */
export async function lookAtPull(github: GitHub, ref: IssueRef, key: CommentKey): Promise<PullLook | null> {
  const { owner, name, number } = ref;
  const page = (after: string | null) => ask<RawPullLook>(github, pullDocument, { owner, name, number, after });
  const { repository } = await page(null);
  const pull = repository?.pullRequest;
  if (!repository || !pull) return null;
  return {
    id: pull.id,
    archived: repository.isArchived,
    locked: pull.locked,
    counts: pull.state === 'OPEN' && pull.baseRefName === repository.defaultBranchRef?.name,
    touchesConfig: (pull.files?.nodes ?? []).some((file) => file !== null && isConfig(file.path)),
    headOid: pull.headRefOid,
    said: await saidOf(key, pull.comments, async (after) => (await page(after)).repository?.pullRequest?.comments),
  };
}

function isConfig(path: string): boolean {
  return path === configPath || path === catalogPath || path.startsWith(`${configFolder}/`);
}

type Comments = RawReviewed['comments'];

async function saidOf(
  key: CommentKey,
  first: Comments,
  next: (after: string) => Promise<Comments | undefined>,
): Promise<OwnText | null> {
  for (let page: Comments | undefined = first; page; ) {
    const found = page.nodes?.find((comment) => comment?.viewerDidAuthor && keyOf(comment.body) === key);
    if (found) return { id: found.id, body: found.body };
    const { hasNextPage, endCursor }: Comments['pageInfo'] = page.pageInfo;
    page = hasNextPage && endCursor ? await next(endCursor) : undefined;
  }
  return null;
}

/** The config as it is at a commit. @throws Unanswered when GitHub does not show that commit (yet). */
export async function configAt(github: GitHub, { owner, name }: IssueRef, oid: string): Promise<ConfigFiles> {
  type Answer = { readonly repository: (RawConfig & { readonly commit: { readonly oid: string } | null }) | null };
  const { repository } = await ask<Answer>(github, configAtDocument, {
    ...{ owner, name, oid },
    file: `${oid}:${configPath}`,
    folder: `${oid}:${configFolder}`,
    catalog: `${oid}:${catalogPath}`,
  });
  if (!repository?.commit) throw new Unanswered('GitHub does not show the head of the pull request');
  return readConfig(repository);
}
