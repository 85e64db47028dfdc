// Sees more of the incidents whose card was not among the first comments, or is not whole there: many of them a request.
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { RawComments, RawIncident, RawRevisions } from './incident-answer.ts';
import { type Believing, type CardFound, cardOf, type SeenThread } from './incident-card.ts';
import { commentsDocument, revisionsDocument } from './incident-documents.ts';
import { present } from './read-issue.ts';
import { inParts, Stride } from './stride.ts';
import { Unanswered } from './unanswered.ts';

/** `unanswered`: GitHub does not give its comments, however little is asked for. */
export type Card = Exclude<CardFound, { readonly kind: 'comments' | 'revisions' }> | { readonly kind: 'unanswered' };

export interface Read {
  readonly thread: SeenThread;
  readonly card: Card;
}

/** Incidents that wait for a common request at most. */
export const mostWaiting = 50;
const commentsEach = 50;
const revisionsAtOnce = 25;

/** What a page showed of an incident's thread. */
export function threadOf(raw: RawIncident): SeenThread {
  const { comments, ...issue } = raw;
  const { hasNextPage, endCursor } = comments.pageInfo;
  return {
    ...{ issue, said: present(comments.nodes), more: hasNextPage, after: endCursor },
    ...{ revisions: new Map(), transferredAt: undefined },
  };
}

/** Sees more until every card is known. */
export class CardFollowUps {
  readonly #github: GitHub;
  readonly #believing: Believing;
  readonly #comments = new Stride(mostWaiting);
  readonly #revisions = new Stride(revisionsAtOnce);

  constructor(github: GitHub, believing: Believing) {
    this.#github = github;
    this.#believing = believing;
  }

  /** @throws Unanswered only for a limit */
  async complete(threads: readonly SeenThread[]): Promise<readonly Read[]> {
    const done: Read[] = [];
    let open = threads;
    while (open.length > 0) {
      const found = open.map((thread) => ({ thread, card: cardOf(thread, this.#believing) }));
      const needsComments = found.flatMap(({ thread, card }) => (card.kind === 'comments' ? [thread] : []));
      const needsRevisions = found.flatMap(({ thread, card }) =>
        card.kind === 'revisions' ? [{ thread, of: card.of }] : [],
      );
      done.push(
        ...found.flatMap(({ thread, card }) =>
          card.kind === 'comments' || card.kind === 'revisions' ? [] : [{ thread, card }],
        ),
      );
      const more = [...(await this.#withComments(needsComments)), ...(await this.#withRevisions(needsRevisions))];
      done.push(...more.flatMap(({ thread, had }) => (had ? [] : [{ thread, card: { kind: 'unanswered' } as const }])));
      open = more.flatMap(({ thread, had }) => (had ? [thread] : []));
    }
    return done;
  }

  async #withComments(threads: readonly SeenThread[]): Promise<readonly Seen[]> {
    const had = await inParts(threads, this.#comments, async (some) => {
      const variables = Object.assign(
        { first: commentsEach },
        ...some.map(({ issue, after }, index) => ({ [`id${index}`]: issue.id, [`after${index}`]: after })),
      );
      const answer = await ask<Record<string, RawComments | null>>(
        this.#github,
        commentsDocument(some.length),
        variables,
      );
      return some.map((thread, index) => withMore(thread, answer[`i${index}`]));
    });
    return had.map((one, index) => one ?? { thread: threads[index] as SeenThread, had: false });
  }

  async #withRevisions(
    asked: readonly { readonly thread: SeenThread; readonly of: readonly string[] }[],
  ): Promise<readonly Seen[]> {
    const ids = asked.flatMap(({ thread, of }) => of.map((id) => ({ thread, id })));
    const had = await inParts(ids, this.#revisions, async (some) => {
      const { nodes } = await ask<{ nodes: readonly (RawRevisions | null)[] }>(this.#github, revisionsDocument, {
        ids: some.map(({ id }) => id),
      });
      return some.map(({ id }, index) => ({
        id,
        raw: nodes[index] ?? { id, userContentEdits: null, firstEdit: null },
      }));
    });
    const known = new Map(had.flatMap((one) => (one ? [[one.id, one.raw] as const] : [])));
    return asked.map(({ thread, of }) => {
      const own = of.flatMap((id) => (known.has(id) ? [[id, known.get(id) as RawRevisions] as const] : []));
      return {
        thread: { ...thread, revisions: new Map([...thread.revisions, ...own]) },
        had: own.length === of.length,
      };
    });
  }
}

interface Seen {
  readonly thread: SeenThread;
  readonly had: boolean;
}

function withMore(thread: SeenThread, raw: RawComments | null | undefined): Seen {
  if (!raw?.comments) return { thread, had: false };
  const { nodes, pageInfo } = raw.comments;
  if (!nodes || nodes.includes(null)) throw new Unanswered('GitHub gave a part of the comments', { partial: true });
  const known = new Set(thread.said.map(({ id }) => id));
  const seen = {
    ...thread,
    said: [...thread.said, ...present(nodes).filter(({ id }) => !known.has(id))],
    more: pageInfo.hasNextPage,
    after: pageInfo.endCursor ?? thread.after,
    transferredAt: present(raw.timelineItems?.nodes)[0]?.createdAt ?? null,
  };
  const stuck = pageInfo.hasNextPage && pageInfo.endCursor === thread.after;
  return { thread: seen, had: !stuck };
}
