// Since when something was due that came by itself: how late a pass is, for who runs it. The record has it at its own moment.

import { cameDue } from './core/came-due.ts';
import type { IncidentRecord } from './core/record.ts';

/** The moment of the oldest entry of this hearing that nobody said (ISO UTC); null: there is none. */
export function cameDueAt({ entries, fresh }: Pick<IncidentRecord, 'entries' | 'fresh'>): string | null {
  const came = entries.filter((entry) => fresh.has(entry.source) && cameDue(entry)).map(({ saidAt }) => saidAt);
  return came.toSorted()[0] ?? null;
}
