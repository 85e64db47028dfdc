// What we notice ourselves, beside what people say: our card touched or lost, a config that is broken.

import { bySaid, type Entry, shortHash } from './entry.ts';
import type { Memory } from './recall.ts';
import type { IncidentRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Adds to what was heard what we noticed, each once. After the memory was lost, what had been said before is marked as
 * rebuilt and causes no second reply. `now`: when a broken config counts as noticed; ISO UTC.
 */
export function notice(heard: IncidentRecord, memory: Memory, snapshot: Snapshot, now: string): IncidentRecord {
  const noticed = [...memory.interferences, ...configProblems(heard, snapshot, now)];
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
  };
}

function configProblems(heard: IncidentRecord, snapshot: Snapshot, now: string): readonly Entry[] {
  const { oid, problems } = snapshot.config;
  // Where there is no incident, nothing goes on with another handbook, and the words would have no card to be remembered in.
  const declared = heard.entries.some(({ fact }) => fact?.kind === 'declared');
  if (oid === null || problems.length === 0 || !declared) return [];
  const source = `config:${shortHash(oid)}`;
  if (heard.entries.some((entry) => entry.source === source)) return [];
  return [{ source, by: null, saidAt: now, order: 0, fact: { kind: 'config-problem', oid } }];
}
