// What of the words that nobody judged yet may be judged now.
import type { Handbook } from '../core/handbook.ts';
import type { OtherSitrep } from '../core/other-sitrep.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Utterance } from '../thread/utterance.ts';
import { commandNamed } from './catalogue.ts';

/** A draft's text is made when it is heard and stands in a comment of its own, which cannot be made while it is locked; what is taken back may be one. */
const ofDrafts: ReadonlySet<string> = new Set(['draft', 'approve', 'publish', 'retract', 'undo']);

interface Circumstances {
  readonly snapshot: Pick<Snapshot, 'issue'>;
  readonly handbook: Handbook;
  readonly other: OtherSitrep | null;
}

/**
 * While another Sitrep keeps the incident only that somebody takes it over; while the conversation is locked whatever is not about
 * drafts, which waits until it is unlocked.
 */
export function isAudible(utterance: Utterance, { snapshot, handbook, other }: Circumstances): boolean {
  if (!other && !snapshot.issue.locked) return true;
  const name = utterance.kind === 'command' ? commandNamed(utterance.line.word, handbook)?.command.name : undefined;
  return other ? name === 'adopt' : name === undefined || !ofDrafts.has(name);
}
