// All searches of an installation, and beside what they find the incidents whose review is owed, however long ago they changed.
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import { nameOf } from './name-of.ts';
import type { IssueRef } from './observe.ts';
import type { Query } from './queries.ts';
import { type Found, foundIn, type Owed, type Points, type RawFound, search } from './search.ts';
import { issuesDocument } from './search-documents.ts';
import { inParts, Stride } from './stride.ts';

export interface AllFindings {
  readonly found: readonly Found[];
  /** Incidents that no search found, whose post-mortem is a pull request of ours that nobody merged, or that GitHub refused. */
  readonly owed: readonly Found[];
  /** See `Findings`. */
  readonly points: Points | null;
}

/** As many as cost a point. */
const atOnce = 50;

/** @param isWanted whether to ask for an incident whose review is owed: fifty come in a request, none is asked for none. @throws `Unanswered` */
export async function searchAll(
  github: GitHub,
  queries: readonly Query[],
  isWanted: (ref: IssueRef) => boolean,
): Promise<AllFindings> {
  const found: Found[] = [];
  const owed = new Map<string, Owed>();
  let points: Points | null = null;
  for (const query of queries) {
    const findings = await search(github, query);
    points = findings.points;
    found.push(...findings.found);
    for (const one of findings.owed) if (!one.byWords || !owed.has(nameOf(one))) owed.set(nameOf(one), one);
  }
  for (const { ref } of found) owed.delete(nameOf(ref));
  // Anybody can repeat the words that tell of a refusal: what they find is ours where our card is among its first comments.
  const ours = (await issuesAt(github, [...owed.values()].filter(isWanted))).filter(
    ({ ref, cardAt }) => cardAt !== null || owed.get(nameOf(ref))?.byWords === false,
  );
  return { found, owed: ours, points };
}

/** Without those that are not there. */
async function issuesAt(github: GitHub, refs: readonly IssueRef[]): Promise<readonly Found[]> {
  type Answer = Readonly<Record<string, { readonly issue: RawFound | null } | null>>;
  const read = await inParts(refs, new Stride(atOnce), async (some) => {
    const variables = some.map(({ owner, name, number }, at) => ({
      ...{ [`owner${at}`]: owner, [`name${at}`]: name, [`number${at}`]: number },
    }));
    const answer = await ask<Answer>(github, issuesDocument(some.length), Object.assign({}, ...variables));
    return some.map((_, at) => answer[`at${at}`]?.issue ?? null);
  });
  return read.flatMap((raw) => (raw && foundIn(raw)) || []);
}
