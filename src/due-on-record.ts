// When something comes next by itself on many issues, read off their cards: a point for fifty of them, where a look takes several.

import { comings } from './clocks/comings.ts';
import { cameDue } from './core/came-due.ts';
import type { Entry } from './core/entry.ts';
import type { Pinned } from './core/handbook-move-fact.ts';
import { pinnedConfig } from './core/recall.ts';
import { replay } from './core/replay.ts';
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { ConfigCache, ConfigFiles } from './github/config-cache.ts';
import { nameOf, repositoryNameOf } from './github/name-of.ts';
import type { IssueRef } from './github/observe.ts';
import { knownPinnedFiles } from './github/pinned-files.ts';
import { fetchPinned, isPinKnown } from './github/pinned-objects.ts';
import { recordsOf } from './github/records-of.ts';
import { Unanswered } from './github/unanswered.ts';
import { withServicesNow } from './services-now.ts';

/** An issue of which nothing is known but its name. */
export interface Unread {
  readonly ref: IssueRef;
  /** Node id. */
  readonly id: string;
}

/** So many older versions of handbooks are fetched at most, those that most incidents began with: ten or more come in a request. */
const mostPins = 50;

/**
 * The first moment (ISO; past ones were not seen to yet) at which something comes by itself, by `owner/name#12`; null: nothing does.
 * Each is judged by the handbook that it is pinned to, as in a pass. Missing: only a look can tell, as its card is not whole or not
 * proved, or its handbook was not to be had. @param clock our clock, ISO: what an earlier one that was ahead put on record before its time holds nothing up
 * @throws Unanswered for a limit
 */
export async function dueOnRecord(
  github: GitHub,
  unread: readonly Unread[],
  services: Pick<Services, 'configs' | 'resolve' | 'tools'>,
  clock: string,
): Promise<ReadonlyMap<string, string | null>> {
  const { configs, tools } = services;
  const ids = unread.map(({ id }) => id);
  const found = await recordsOf(github, ids, tools.seal.keyed ? tools.seal : null);
  const records = unread.flatMap(({ ref, id }) => {
    const [entries, now] = [found.get(id), configs.newest.get(repositoryNameOf(ref))];
    return entries && now ? [{ ref, entries, now, pinned: pinnedConfig({ entries }) ?? null }] : [];
  });
  const gone = await knowPins(github, records, configs);
  const due = records.flatMap((record) => {
    const { now, pinned, ref } = record;
    const isKnown = pinned === null || isPinKnown(pinned, now, { cache: configs, gone });
    const at = isKnown ? dueOf(record, services, clock) : undefined;
    return at === undefined ? [] : [[nameOf(ref), at] as const];
  });
  return new Map(due);
}

interface OnRecord {
  readonly ref: IssueRef;
  readonly entries: readonly Entry[];
  /** The repository's files as they are now. */
  readonly now: ConfigFiles;
  /** Null: it is not declared yet. */
  readonly pinned: Pinned | null;
}

/** Fetches the handbooks that most of these are pinned to, as far as they are not known. @returns oids that GitHub has no more */
async function knowPins(
  github: GitHub,
  records: readonly OnRecord[],
  cache: ConfigCache,
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  const unknown = records.flatMap(({ ref, now, pinned }) =>
    pinned === null || isPinKnown(pinned, now, { cache, gone }) ? [] : [{ ref, now, pinned }],
  );
  const byVersion = Map.groupBy(unknown, ({ ref, pinned: { oid, folder } }) =>
    [repositoryNameOf(ref), oid, folder].join(' '),
  );
  const most = [...byVersion.values()].toSorted((one, other) => other.length - one.length).slice(0, mostPins);
  const byRepository = Map.groupBy(most.flat(), ({ ref }) => repositoryNameOf(ref));
  for (const some of byRepository.values()) {
    const [{ ref, now }] = some as [OnRecord];
    const pins = some.map(({ pinned }) => pinned);
    try {
      await fetchPinned(github, ref, pins, now, { cache, gone });
    } catch (error) {
      // Those incidents are looked at instead, and the others must not wait for them.
      if (!(error instanceof Unanswered) || error.limited) throw error;
    }
  }
  return gone;
}

function dueOf(
  { entries, now, pinned }: OnRecord,
  { configs, resolve }: Pick<Services, 'configs' | 'resolve'>,
  clock: string,
): string | null | undefined {
  const { handbook } = resolve(pinned ? withServicesNow(knownPinnedFiles(pinned, now, configs), now) : now);
  try {
    // What people said has been said, also by a clock that is behind.
    const said = entries.filter((entry) => !cameDue(entry)).map(({ saidAt }) => Date.parse(saidAt));
    const until = Math.max(Date.parse(clock), ...said);
    const incident = replay(
      entries.filter(({ saidAt }) => Date.parse(saidAt) <= until),
      handbook,
    );
    const come = new Set(entries.map(({ source }) => source));
    return incident && (comings(incident, handbook).find(({ source }) => !come.has(source))?.at ?? null);
  } catch {
    // An unproved card may hold anything: one of them must not keep all others from being told.
    return undefined;
  }
}
