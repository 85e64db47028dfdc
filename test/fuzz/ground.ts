// What the readers stand on: our default handbook as shipped, and a whole pass over a thread.
import assert from 'node:assert/strict';
import { decodeLedger } from '../../src/core/ledger.ts';
import { sealWith } from '../../src/core/seal.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';
import { plan } from '../../src/plan.ts';
import { resolve } from '../config/ground.ts';
import { templates } from '../render/sample.ts';

export const { handbook } = resolve(null);
export const seal = sealWith('a webhook secret');
export const now = '2026-03-02T12:00:00Z';

/** What GitHub takes of a comment, and of a title. */
const [longestBody, longestTitle] = [65_536, 256];

/** A pass over a thread: what it would write is what GitHub takes, and its card holds what was heard. */
export function pass(snapshot: Snapshot): void {
  const { effects, record } = plan(snapshot, handbook, now, { seal, templates });
  for (const effect of effects) {
    if ('body' in effect && typeof effect.body === 'string')
      assert.ok(effect.body.length <= longestBody, `${effect.kind} is longer than GitHub takes`);
    if ('title' in effect && typeof effect.title === 'string')
      assert.ok(effect.title.length <= longestTitle, `the title of ${effect.kind} is longer than GitHub takes`);
    if (effect.kind !== 'write-card') continue;
    const kept = decodeLedger(effect.body, snapshot.issue.id, seal);
    assert.deepEqual(kept?.entries, JSON.parse(JSON.stringify(record.entries)), 'the card holds what was heard');
  }
}
