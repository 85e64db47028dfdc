// Which open incidents owe what comes by itself, read off their cards by the page: a point for fifty of them, where a look takes several.
import { comings } from '../src/core/comings.ts';
import type { Entry } from '../src/core/entry.ts';
import type { Handbook } from '../src/core/handbook.ts';
import { replay } from '../src/core/replay.ts';
import type { Seal } from '../src/core/seal.ts';
import { ask } from '../src/github/ask.ts';
import { threadOf } from '../src/github/card-follow-ups.ts';
import type { GitHub } from '../src/github/client.ts';
import type { RawIncidents } from '../src/github/incident-answer.ts';
import { cardOf } from '../src/github/incident-card.ts';
import { incidentsDocument } from '../src/github/incident-documents.ts';

interface Asked {
  readonly owner: string;
  readonly name: string;
  readonly labels: readonly string[];
  readonly handbook: Handbook;
  readonly seal: Seal;
  /** ISO. */
  readonly now: string;
}

const each = 50;
/** More open incidents than this are found by looking at some of them each time. */
const mostPages = 40;

/**
 * By number: whether something is due. An incident whose card does not tell (it is long, or not proved) is not among them. The handbook
 * is the one of now; what an incident began with may have other terms, so this says whom to look at and never whom to leave alone for long.
 * @throws Unanswered
 */
export async function dueByCard(github: GitHub, asked: Asked): Promise<ReadonlyMap<number, boolean>> {
  const { owner, name, labels } = asked;
  const told = new Map<number, boolean>();
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const variables = { owner, name, labels, filter: null, states: ['OPEN'], direction: 'DESC', first: each, after };
    const answer: RawIncidents = await ask<RawIncidents>(github, incidentsDocument, variables);
    const issues = answer.repository?.issues;
    for (const node of issues?.nodes ?? []) {
      const card = node ? cardOf(threadOf(node), { app: null, seal: asked.seal.keyed ? asked.seal : null }) : null;
      if (node && card?.kind === 'record') told.set(node.number, isDue(card.entries, asked));
    }
    if (!issues?.pageInfo.hasNextPage) break;
    after = issues.pageInfo.endCursor;
  }
  return told;
}

function isDue(entries: readonly Entry[], { handbook, now }: Asked): boolean {
  try {
    const incident = replay(entries, handbook);
    return incident !== null && comings(incident, handbook).some(({ at }) => at <= now);
  } catch {
    // Another handbook's words: only a look tells.
    return true;
  }
}
