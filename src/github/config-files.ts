// The config's files as the default branch holds them, kept by oid so that a text is fetched once.

import { serviceFiles } from '../core/service.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { RawConfig, RawEntry } from './config-answer.ts';
import type { ConfigCache, ConfigFiles } from './config-cache.ts';
import { configDocument, configsDocument } from './config-documents.ts';
import { repositoryNameOf } from './name-of.ts';

const path = '.github/sitrep.yml';
const folder = '.github/sitrep';

/** Where the config stands in the repository. */
export const configPath = path;

/** Where Backstage looks for a repository's services. */
export const catalogPath = serviceFiles.backstage;

/** The folder of a repository's own handbooks and pages. */
export const configFolder = folder;

/** The config of a look; asks for the texts only where the look's oids are not the known ones. */
export async function configFiles(
  github: GitHub,
  repository: { readonly owner: string; readonly name: string },
  raw: RawConfig,
  cache: ConfigCache,
): Promise<ConfigFiles> {
  const key = repositoryNameOf(repository);
  const known = cache.newest.get(key);
  if (known && isOf(known, raw)) return known;
  const whole = hasTexts(raw) ? raw : await fetchConfig(github, repository);
  const files = readConfig(whole);
  keep(key, files, cache);
  return files;
}

/** The config of a repository as it is now, without looking at an issue. */
export async function currentConfig(
  github: GitHub,
  repository: { readonly owner: string; readonly name: string },
): Promise<ConfigFiles> {
  return readConfig(await fetchConfig(github, repository));
}

/** The configs of many repositories, remembered; gives them by `owner/name` in lower case. */
export async function learnConfigs(
  github: GitHub,
  ids: readonly string[],
  cache: ConfigCache,
): Promise<ReadonlyMap<string, ConfigFiles>> {
  const learned = new Map<string, ConfigFiles>();
  for (let start = 0; start < ids.length; start += perRequest) {
    const some = ids.slice(start, start + perRequest);
    const { nodes } = await ask<{ nodes: readonly (RawNamedConfig | null)[] }>(github, configsDocument, {
      ids: some,
      withConfig: true,
    });
    for (const node of nodes)
      if (node?.owner) learned.set(repositoryNameOf({ owner: node.owner.login, name: node.name }), readConfig(node));
  }
  for (const [key, files] of learned) keep(key, files, cache);
  return learned;
}

const perRequest = 50;

type RawNamedConfig = RawConfig & { readonly name: string; readonly owner?: { readonly login: string } };

function keep(key: string, files: ConfigFiles, cache: ConfigCache): void {
  cache.newest.set(key, files);
  if (files.oid !== null && files.text !== null) cache.texts.set(files.oid, files.text);
  if (files.folderOid !== null) cache.folders.set(files.folderOid, files.files);
}

function isOf(files: ConfigFiles, raw: RawConfig): boolean {
  const { oid, folderOid, catalogOid } = files;
  return oid === blobOidOf(raw.config) && folderOid === folderOidOf(raw) && catalogOid === blobOidOf(raw.catalog);
}

async function fetchConfig(github: GitHub, { owner, name }: { readonly owner: string; readonly name: string }) {
  const answer = await ask<{ repository: RawConfig | null }>(github, configDocument, { owner, name, withConfig: true });
  return answer.repository ?? { config: null, folder: null, catalog: null };
}

function blobOidOf(file: RawConfig['config']): string | null {
  return file?.__typename === 'Blob' ? file.oid : null;
}

function folderOidOf({ folder: tree }: RawConfig): string | null {
  return tree?.__typename === 'Tree' ? tree.oid : null;
}

function hasTexts(raw: RawConfig): boolean {
  const { config, folder: tree, catalog } = raw;
  const isThere = (file: RawConfig['config']) => blobOidOf(file) === null || 'text' in file!;
  return isThere(config) && isThere(catalog) && (folderOidOf(raw) === null || 'entries' in tree!);
}

// A binary file has no text; a NUL makes the reader of YAML say so with the file's name.
const binary = '\0';

/** The texts of an answer that has them. */
export function readConfig(raw: RawConfig): ConfigFiles {
  const folderOid = folderOidOf(raw);
  return {
    oid: blobOidOf(raw.config),
    text: textOf(raw.config),
    catalogOid: blobOidOf(raw.catalog),
    catalog: textOf(raw.catalog),
    folderOid,
    files: Object.fromEntries(folderOid === null ? [] : textsIn(raw.folder?.entries ?? [], folder)),
  };
}

function textOf(file: RawConfig['config']): string | null {
  return blobOidOf(file) === null ? null : (file?.text ?? binary);
}

const symbolicLink = 0o120000;

/** Paths and texts of a folder's entries. Regular files only: a link could lead out of the folder. */
export function textsIn(entries: readonly RawEntry[], above: string): readonly (readonly [string, string])[] {
  return entries.flatMap((entry) => {
    const at = `${above}/${entry.name}`;
    if (entry.type === 'tree') return textsIn(entry.object?.entries ?? [], at);
    if (entry.type !== 'blob' || entry.mode === symbolicLink || !entry.object) return [];
    return [[at, entry.object.text ?? binary] as const];
  });
}
