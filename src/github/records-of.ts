// The records of many issues in few requests, as their cards hold them: a look at each would cost far more.
import type { Entry } from '../core/entry.ts';
import type { Seal } from '../core/seal.ts';
import { ask } from './ask.ts';
import { threadOf } from './card-follow-ups.ts';
import type { GitHub } from './client.ts';
import type { RawIncident } from './incident-answer.ts';
import { cardOf } from './incident-card.ts';
import { recordsDocument } from './incident-documents.ts';
import { inParts, Stride } from './stride.ts';

/** As many as cost a point; fewer where the answer is too big, since a card may have the length of a whole page. */
const atOnce = 50;

/**
 * What is on record of issues (node ids), by id. Those whose card is not among the first comments, not whole there or not proved are
 * missing: they need a look. @param seal null: unproved. @throws Unanswered for a limit
 */
export async function recordsOf(
  github: GitHub,
  ids: readonly string[],
  seal: Seal | null,
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const read = await inParts(ids, new Stride(atOnce), async (some) => {
    const { nodes } = await ask<{ nodes: readonly (Partial<RawIncident> | null)[] }>(github, recordsDocument, {
      ids: some,
    });
    return some.map((_, index) => nodes[index] ?? null);
  });
  const known = read.flatMap((raw) => {
    if (!isIncident(raw)) return [];
    const found = cardOf(threadOf(raw), { app: null, seal });
    return found.kind === 'record' && !found.two ? [[raw.id, found.entries] as const] : [];
  });
  return new Map(known);
}

function isIncident(raw: Partial<RawIncident> | null): raw is RawIncident {
  return raw?.comments !== undefined;
}
