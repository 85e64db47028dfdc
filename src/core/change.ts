// What a kind of fact is given to change the incident with.

import type { Entry } from './entry.ts';
import type { Handbook } from './handbook.ts';
import type { Fact } from './timeline.ts';

/** What a change sees of its entry: the fact, when it happened, and all about who said it. */
export interface Change<Kind extends Fact['kind']> {
  readonly fact: Extract<Fact, { kind: Kind }>;
  readonly at: string;
  readonly entry: Entry;
  readonly handbook: Handbook;
}
