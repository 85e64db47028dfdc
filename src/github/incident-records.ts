// The incidents of one repository with what their cards record: pages, and the cards that must be looked for.
import { CardFollowUps, mostWaiting, type Read, threadOf } from './card-follow-ups.ts';
import type { GitHub } from './client.ts';
import type { Head } from './heads-request.ts';
import type { RawBareIncident } from './incident-answer.ts';
import { type Believing, cardOf, type SeenThread } from './incident-card.ts';
import { IncidentPages, type Missed } from './incident-pages.ts';
import { isSame } from './repository-heads.ts';
import type { Stride } from './stride.ts';

export interface RecordsAsked {
  readonly since: string | null;
  /** The label of incidents here now; without it an issue counts only with a card. */
  readonly label: string;
  readonly believing: Believing;
}

/** Reads them once. */
export class IncidentRecords {
  readonly #asked: RecordsAsked;
  readonly #pages: IncidentPages;
  readonly #followUps: CardFollowUps;

  constructor(github: GitHub, head: Head, asked: RecordsAsked, stride: Stride) {
    this.#asked = asked;
    this.#pages = new IncidentPages(github, head, asked.since, stride);
    this.#followUps = new CardFollowUps(github, asked.believing);
  }

  /** What was not had; right when the reading is over. */
  get missed(): Missed {
    return this.#pages.missed;
  }

  /** Some at a time, each incident once. @throws Unanswered */
  async *read(): AsyncGenerator<readonly Read[]> {
    let waiting: readonly SeenThread[] = [];
    for await (const { incidents, bare } of this.#pages.read()) {
      const seen = incidents.map(threadOf).map((thread) => ({ thread, card: cardOf(thread, this.#asked.believing) }));
      const known = seen.flatMap(({ thread, card }) =>
        card.kind === 'comments' || card.kind === 'revisions' ? [] : [{ thread, card }],
      );
      waiting = [
        ...waiting,
        ...seen.filter(({ thread }) => !known.some((one) => one.thread === thread)).map(({ thread }) => thread),
      ];
      yield this.#counted([...known, ...bare.map(unanswered)]);
      if (waiting.length < mostWaiting) continue;
      yield this.#counted(await this.#followUps.complete(waiting));
      waiting = [];
    }
    yield this.#counted(await this.#followUps.complete(waiting));
  }

  /** An issue that only bears a label which is none of incidents here any more is one if we kept a record of it. */
  #counted(read: readonly Read[]): readonly Read[] {
    return read.filter(({ thread, card }) => {
      const labels = thread.issue.labels?.nodes ?? [];
      return card.kind !== 'none' || labels.some((label) => label && isSame(label.name, this.#asked.label));
    });
  }
}

function unanswered(issue: RawBareIncident): Read {
  const thread = { issue, said: [], more: false, after: null, revisions: new Map(), transferredAt: undefined };
  return { thread, card: { kind: 'unanswered' } };
}
