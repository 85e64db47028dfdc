// What the words around a draft are made from.
import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Fact } from '../core/timeline.ts';

/** A fact with its entry, and the incident right before it. */
export interface DraftScene<Kind extends Fact['kind']> {
  readonly entry: Entry;
  readonly fact: Extract<Fact, { kind: Kind }>;
  readonly incident: Incident;
  readonly handbook: Handbook;
}
