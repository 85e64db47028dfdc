// A responder who works on the report of an outsider confirms it by that: nobody has to say the same twice.
import { same } from '../core/person.ts';
import type { Utterance } from '../thread/utterance.ts';
import { acts } from './hear-acknowledgement.ts';
import { type Draft, type Hearing, standingOf } from './hearing.ts';
import { isResponder } from './rights.ts';

/** The inferred entry that goes with an utterance's own, or none. A note may say that it is none. */
export function confirming({ by, kind }: Utterance, drafts: readonly Draft[], hearing: Hearing): readonly Draft[] {
  const works = drafts.some(({ fact }) => fact && fact.kind !== 'note' && acts.has(fact.kind));
  const incident = works ? hearing.incident() : null;
  if (!incident || incident.confirmed || !by || kind === 'report' || same(by, hearing.snapshot.viewer)) return [];
  if (drafts.some(({ fact }) => fact?.kind === 'confirmed')) return [];
  return isResponder(standingOf(by, hearing), hearing.handbook)
    ? [{ part: 'confirm', fact: { kind: 'confirmed' }, inferred: true }]
    : [];
}
