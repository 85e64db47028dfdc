// The config that an incident began with, read by the oids that its declaration keeps (decision 3).
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { RawConfig } from './config-answer.ts';
import type { ConfigCache, ConfigFiles } from './config-cache.ts';
import { blobDocument, treeDocument } from './config-documents.ts';
import { configFolder, textsIn } from './config-files.ts';

interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** Oids of the config's blob and of its folder's tree; null: there was none. `folder` missing: it was not pinned. */
interface Pinned {
  readonly oid: string | null;
  readonly folder?: string | null;
}

/** The files an incident is pinned to. What was not pinned, or GitHub has no more, is taken as it is now. */
export async function pinnedFiles(
  github: GitHub,
  repository: Repository,
  pinned: Pinned,
  now: ConfigFiles,
  cache: ConfigCache,
): Promise<ConfigFiles> {
  const { oid, folder } = pinned;
  const text = oid === null || oid === now.oid ? now.text : await pinnedText(github, repository, oid, cache);
  const isKept = folder == null || folder === now.folderOid;
  const files = isKept ? null : await pinnedFolder(github, repository, folder, cache);
  return chosenFiles(pinned, now, { text, files });
}

/** The same by what is known already: what is not in the cache GitHub has no more (see `fetchPinned`). */
export function knownPinnedFiles(pinned: Pinned, now: ConfigFiles, cache: ConfigCache): ConfigFiles {
  const { oid, folder } = pinned;
  const text = oid === null || oid === now.oid ? now.text : (cache.texts.get(oid) ?? null);
  return chosenFiles(pinned, now, { text, files: folder == null ? null : (cache.folders.get(folder) ?? null) });
}

/** @param had what was found of the pinned text and folder; null: nothing */
function chosenFiles(
  { oid, folder }: Pinned,
  now: ConfigFiles,
  had: { readonly text: string | null; readonly files: ConfigFiles['files'] | null },
): ConfigFiles {
  const { text } = had;
  const config = oid === null ? { oid, text: null } : text === null ? now : { oid, text };
  if (folder === undefined || folder === now.folderOid) return { ...now, oid: config.oid, text: config.text };
  const files = folder === null ? {} : had.files;
  const kept = files === null ? now : { folderOid: folder, files };
  return { ...now, oid: config.oid, text: config.text, folderOid: kept.folderOid, files: kept.files };
}

async function pinnedText(github: GitHub, repository: Repository, oid: string, cache: ConfigCache) {
  const known = cache.texts.get(oid);
  if (known !== undefined) return known;
  const raw = await object<{ readonly text?: string | null }>(github, blobDocument, repository, oid);
  const text = raw?.text ?? null;
  if (text !== null) cache.texts.set(oid, text);
  return text;
}

async function pinnedFolder(github: GitHub, repository: Repository, oid: string, cache: ConfigCache) {
  const known = cache.folders.get(oid);
  if (known !== undefined) return known;
  const raw = await object<NonNullable<RawConfig['folder']>>(github, treeDocument, repository, oid);
  if (raw?.__typename !== 'Tree') return null;
  const files = Object.fromEntries(textsIn(raw.entries ?? [], configFolder));
  cache.folders.set(oid, files);
  return files;
}

async function object<T>(github: GitHub, document: string, { owner, name }: Repository, oid: string) {
  const answer = await ask<{ repository: { object: T | null } | null }>(github, document, { owner, name, oid });
  return answer.repository?.object ?? null;
}
