// The configs that many incidents are pinned to, fetched together: each oid once in a process.
import type { Pinned } from '../core/handbook-move-fact.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { RawConfig } from './config-answer.ts';
import type { ConfigCache, ConfigFiles } from './config-cache.ts';
import { configFolder, textsIn } from './config-files.ts';
import { objectsDocument } from './incident-documents.ts';
import { inParts, Stride } from './stride.ts';
import { Unanswered } from './unanswered.ts';

interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** @param gone oids that GitHub has no more */
interface Known {
  readonly cache: ConfigCache;
  readonly gone: ReadonlySet<string>;
}

/** Whether everything that a pin names is known: fetched before, as it is now, or nothing that GitHub still has. */
export function isPinKnown(pinned: Pinned, now: ConfigFiles, known: Known): boolean {
  return unfetched(pinned, now, known).length === 0;
}

type Wanted = { readonly kind: 'text' | 'tree'; readonly oid: string };
type RawObject = { readonly __typename: string; readonly text?: string | null } & Pick<
  NonNullable<RawConfig['folder']>,
  'entries'
>;

/**
 * Puts the texts and folders of these pins into the cache, as far as GitHub still has them, and keeps in mind those that it has not.
 * @param gone oids that were asked for in vain; added to. @throws Unanswered
 */
export async function fetchPinned(
  github: GitHub,
  { owner, name }: Repository,
  pins: readonly Pinned[],
  now: ConfigFiles,
  { cache, gone }: { readonly cache: ConfigCache; readonly gone: Set<string> },
): Promise<void> {
  const wanted = pins.flatMap((pinned) => unfetched(pinned, now, { cache, gone }));
  const each = [...new Map(wanted.map((one) => [one.oid, one])).values()];
  const stride = new Stride(objectsPerRequest);
  const had = await inParts(each, stride, async (some) => {
    const texts = some.filter(({ kind }) => kind === 'text');
    const trees = some.filter(({ kind }) => kind === 'tree');
    const variables = Object.assign(
      { owner, name },
      ...texts.map(({ oid }, index) => ({ [`text${index}`]: oid })),
      ...trees.map(({ oid }, index) => ({ [`tree${index}`]: oid })),
    );
    const document = objectsDocument(texts.length, trees.length);
    const { repository } = await ask<{ repository: Record<string, RawObject | null> | null }>(
      github,
      document,
      variables,
    );
    texts.forEach(({ oid }, index) => {
      const text = repository?.[`text${index}`]?.text ?? null;
      if (text === null) gone.add(oid);
      else cache.texts.set(oid, text);
    });
    trees.forEach(({ oid }, index) => {
      const tree = repository?.[`tree${index}`];
      if (tree?.__typename !== 'Tree') gone.add(oid);
      else cache.folders.set(oid, Object.fromEntries(textsIn(tree.entries ?? [], configFolder)));
    });
    return some;
  });
  if (had.includes(null)) throw new Unanswered('GitHub does not give a config that incidents began with');
}

const objectsPerRequest = 20;

function unfetched({ oid, folder }: Pinned, now: ConfigFiles, { cache, gone }: Known): readonly Wanted[] {
  const isText = oid !== null && oid !== now.oid && !cache.texts.has(oid) && !gone.has(oid);
  const isTree = folder != null && folder !== now.folderOid && !cache.folders.has(folder) && !gone.has(folder);
  return [
    ...(isText ? [{ kind: 'text', oid } as const] : []),
    ...(isTree ? [{ kind: 'tree', oid: folder } as const] : []),
  ];
}
