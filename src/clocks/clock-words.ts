// The words on record that begin, end or answer clocks: found in one walk over the timeline.
import { cameDue } from '../core/came-due.ts';
import type { Entry } from '../core/entry.ts';
import { type Handbook, typeOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';

/** A word that counts, and when it was said or happened (ISO UTC). */
export interface Word {
  readonly at: string;
  readonly source: string;
}

export interface ClockWords {
  /** Updates, and what was published. */
  readonly updates: readonly Word[];
  /** The severity said by somebody whose word the handbook takes for it. */
  readonly severities: readonly Word[];
  /** The newest act of anybody, plain words apart; null: there is none. */
  readonly last: Word | null;
  /** Since when clocks run for it, where that is later than its declaration: it was confirmed, or called something that has clocks. */
  readonly since: string;
}

/** What of an incident's timeline clocks look at. A published word that was retracted is none. */
export function clockWordsOf({ timeline, drafts }: Incident, handbook: Handbook): ClockWords {
  const born = timeline[0]?.saidAt ?? '';
  let runs = handbook.types[0]?.clocks ?? true;
  let since = '';
  const retracted = new Set(drafts.flatMap((draft) => (draft.retracted ? draft.number : [])));
  const updates: Word[] = [];
  const severities: Word[] = [];
  let last: Word | null = null;
  for (const entry of timeline) {
    const { fact, source, saidAt } = entry;
    if (entry.by && !cameDue(entry) && fact?.kind !== 'spoke') last = { at: saidAt, source };
    if (fact?.kind === 'update' || (fact?.kind === 'published' && !retracted.has(fact.draft)))
      updates.push({ at: saidAt, source });
    if (fact?.kind === 'confirmed') since = saidAt;
    if (fact?.kind === 'type') {
      const ran = runs;
      runs = typeOf(handbook, fact.type)?.clocks ?? true;
      if (runs && !ran && saidAt > born) since = saidAt;
    }
    if (saysSeverity(fact)) severities.push({ at: saidAt, source });
  }
  return { updates, severities, last, since };
}

function saysSeverity(fact: Entry['fact']): boolean {
  return (fact?.kind === 'severity' || fact?.kind === 'declared') && fact.assumed !== true;
}
