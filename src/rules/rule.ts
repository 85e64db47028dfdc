// What a rule is: it says what should be true of the thread, never what to do about it.

import type { Expectation } from '../core/expectation.ts';
import type { Exposure } from '../core/exposure.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { IncidentRecord } from '../core/record.ts';
import type { Redacted } from '../core/redaction.ts';
import type { Snapshot } from '../core/snapshot.ts';

export interface Rule {
  readonly name: string;
  /** One line for the docs. */
  readonly does: string;
  /** Pure. `now`: ISO UTC. */
  expect(incident: Incident, handbook: Handbook, now: string, view: View): readonly Expectation[];
  /**
   * Moments (ISO UTC, past ones may be among them) at which it expects something else although nobody says a word; without it
   * the clock changes nothing. Pure, and without `now`: it may depend on the record and the handbook only.
   */
  due?(incident: Incident, handbook: Handbook, view: View): readonly (string | null)[];
}

/** What rules may look at beside the incident: the record with what is new in it, and the look itself. */
export interface View {
  readonly record: IncidentRecord;
  readonly snapshot: Snapshot;
  /** The newest exposure of a private matter; null: there was none. */
  readonly exposure: Exposure | null;
  /** What people had taken out. */
  readonly redacted: Redacted;
}
