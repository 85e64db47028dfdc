// What we notice ourselves, beside what people say: our comments touched, hidden or lost, a config that is broken.

import { bySaid, type Entry, shortHash } from './entry.ts';
import { ownComment } from './own-comment.ts';
import type { Memory } from './recall.ts';
import type { IncidentRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Adds to what was heard what we noticed, each once. After the memory was lost, what had been said before is marked as
 * rebuilt and causes no second reply. `now`: when a broken config counts as noticed; ISO UTC.
 */
export function notice(heard: IncidentRecord, memory: Memory, snapshot: Snapshot, now: string): IncidentRecord {
  // Where there is no incident nothing is put back or goes on, and the words would have no card to be remembered in.
  const declared = heard.entries.some(({ fact }) => fact?.kind === 'declared');
  const noticed = declared
    ? [...memory.interferences, ...hidden(heard, snapshot, now), ...configProblems(heard, snapshot, now)]
    : [];
  const { lostUntil } = memory;
  const old = ({ source, saidAt }: Entry): boolean =>
    lostUntil !== null && saidAt <= lostUntil && heard.fresh.has(source);
  const entries = heard.entries.map((entry) => (old(entry) ? { ...entry, rebuilt: true as const } : entry));
  const fresh = [...entries.filter((entry) => heard.fresh.has(entry.source) && !old(entry)), ...noticed];
  return {
    entries: [...entries, ...noticed].sort(bySaid),
    fresh: new Set(fresh.map((entry) => entry.source)),
    composed: heard.composed,
    ...(heard.waits && { waits: true }),
    ...(heard.partly && { partly: true }),
  };
}

/** Our card or checklist hidden, once for each comment: GitHub tells neither when nor by whom. */
function hidden(heard: IncidentRecord, snapshot: Snapshot, now: string): readonly Entry[] {
  return (['card', 'checklist'] as const).flatMap((key): readonly Entry[] => {
    const comment = ownComment(snapshot, key);
    if (!comment?.minimised) return [];
    const source = `hidden:${shortHash(comment.id)}`;
    if (heard.entries.some((entry) => entry.source === source)) return [];
    return [{ source, by: null, saidAt: now, order: 0, fact: { kind: 'interference', what: `${key}-hidden` } }];
  });
}

function configProblems(heard: IncidentRecord, snapshot: Snapshot, now: string): readonly Entry[] {
  const { oid, problems } = snapshot.config;
  if (oid === null || problems.length === 0) return [];
  const source = `config:${shortHash(oid)}`;
  if (heard.entries.some((entry) => entry.source === source)) return [];
  return [{ source, by: null, saidAt: now, order: 0, fact: { kind: 'config-problem', oid } }];
}
