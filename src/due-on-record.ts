// When something comes next by itself on many issues, read off their records: which of them to look at first.
import { bySaid, type Entry } from './core/entry.ts';
import { nextWake } from './core/next-wake.ts';
import { pinnedConfig } from './core/recall.ts';
import { replay } from './core/replay.ts';
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { nameOf, repositoryNameOf } from './github/name-of.ts';
import type { IssueRef } from './github/observe.ts';
import { knownPinnedFiles } from './github/pinned-files.ts';
import { recordsOf } from './github/records-of.ts';
import { withServicesNow } from './services-now.ts';

/** An issue of which nothing is known but its name. */
export interface Unread {
  readonly ref: IssueRef;
  /** Node id. */
  readonly id: string;
}

/**
 * The first moment (ISO; past ones were not seen to yet) at which something comes by itself, by `owner/name#12`; null: nothing
 * does. Missing: only a look can tell. @throws Unanswered for a limit
 */
export async function dueOnRecord(
  github: GitHub,
  unread: readonly Unread[],
  services: Pick<Services, 'configs' | 'resolve' | 'tools'>,
): Promise<ReadonlyMap<string, string | null>> {
  const ids = unread.map(({ id }) => id);
  const records = await recordsOf(github, ids, services.tools.seal);
  const due = unread.flatMap(({ ref, id }) => {
    const entries = records.get(id);
    const at = entries && dueOf(entries, ref, services);
    return at === undefined ? [] : [[nameOf(ref), at] as const];
  });
  return new Map(due);
}

function dueOf(
  entries: readonly Entry[],
  ref: IssueRef,
  { configs, resolve }: Pick<Services, 'configs' | 'resolve'>,
): string | null | undefined {
  const now = configs.newest.get(repositoryNameOf(ref));
  const pinned = pinnedConfig({ entries });
  if (!now || !pinned) return undefined;
  const { handbook } = resolve(withServicesNow(knownPinnedFiles(pinned, now, configs), now));
  const inOrder = [...entries].sort(bySaid);
  const incident = replay(inOrder, handbook);
  // What comes by itself comes after the newest entry: what had come before is an entry.
  return incident ? nextWake(incident, handbook, inOrder.at(-1)?.saidAt ?? '') : undefined;
}
