// All that the words of one pass are made from.

import type { ChecklistLine } from '../core/checklist-item.ts';
import type { Exposure } from '../core/exposure.ts';
import type { Fight } from '../core/fight.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Memory } from '../core/recall.ts';
import type { IncidentRecord } from '../core/record.ts';
import type { Redacted } from '../core/redaction.ts';
import type { Seal } from '../core/seal.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { HelpTopic } from './help-topic.ts';
import type { Templates } from './templates.ts';

export interface Scene {
  readonly snapshot: Snapshot;
  readonly memory: Memory;
  readonly record: IncidentRecord;
  /** The newest exposure of a private matter; null: there was none. */
  readonly exposure: Exposure | null;
  /** What is left to other bots. */
  readonly fights: readonly Fight[];
  /** What people had taken out. */
  readonly redacted: Redacted;
  /** Null where the issue is none (yet): then only replies are said. */
  readonly incident: Incident | null;
  readonly handbook: Handbook;
  readonly seal: Seal;
  readonly templates: Templates;
  /** Every command, for the help. */
  readonly topics: readonly HelpTopic[];
  /** Prints checklist lines so that thread can read them again. */
  readonly printChecklist: (lines: readonly ChecklistLine[], ordered: boolean) => string;
}
