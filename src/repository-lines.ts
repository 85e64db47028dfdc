// The lines of one repository: each incident's record replayed by the handbook that it follows.
import type { Entry } from './core/entry.ts';
import type { Handbook } from './core/handbook.ts';
import { pinnedConfig } from './core/recall.ts';
import { replay } from './core/replay.ts';
import type { Read } from './github/card-follow-ups.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import type { Head } from './github/heads-request.ts';
import type { RawBareIncident } from './github/incident-answer.ts';
import type { SeenThread } from './github/incident-card.ts';
import { IncidentRecords } from './github/incident-records.ts';
import type { WithinLimits } from './github/limits.ts';
import { personOf } from './github/person-of.ts';
import { knownPinnedFiles } from './github/pinned-files.ts';
import { fetchPinned } from './github/pinned-objects.ts';
import { present } from './github/read-issue.ts';
import { closeReason, isInsider } from './github/read-thread.ts';
import type { Stride } from './github/stride.ts';
import type { LinesWires } from './incident-reading.ts';
import type { IncidentLine } from './lines/line.ts';
import { lineFromIssue } from './lines/line-from-issue.ts';
import { type LineIssue, lineOf } from './lines/line-of.ts';
import { lineUnproved } from './lines/line-unproved.ts';
import type { RepositoryRead } from './metrics/report.ts';
import { cardWords, missedWords, twoCardsWords } from './report/incident-reading-words.ts';
import { withServicesNow } from './services-now.ts';

/** What the reading of all repositories shares. */
export interface Began {
  readonly wire: WithinLimits;
  readonly wires: LinesWires;
  readonly stride: Stride;
  /** ISO UTC. */
  readonly since: string | null;
  /** Told how many more were read. */
  readonly read: (count: number) => void;
}

/**
 * A stranger's report that no responder said a word to: one of more than are taken up, which have a label and no card. What is older
 * than the installation looks so too, but then somebody of the team spoke there.
 */
function isNobodys({ issue, said }: SeenThread): boolean {
  if (personOf(issue.author)?.bot) return false;
  return !isInsider(issue) && !said.some((one) => isInsider(one));
}

/** Reads them once. */
export class RepositoryLines {
  readonly #head: Head;
  readonly #began: Began;
  readonly #gone = new Set<string>();
  #incidents = 0;
  #fromIssueOnly = 0;
  #problem: string | null = null;

  constructor(head: Head, began: Began) {
    this.#head = head;
    this.#began = began;
  }

  get #name(): string {
    return `${this.#head.owner}/${this.#head.name}`;
  }

  /** Right when the reading is over. */
  get told(): RepositoryRead {
    const [incidents, fromIssueOnly] = [this.#incidents, this.#fromIssueOnly];
    return { name: this.#name, incidents, fromIssueOnly, problem: this.#problem };
  }

  async *read(): AsyncGenerator<IncidentLine> {
    const { wire, wires, since, stride, read: told } = this.#began;
    const { services } = wires;
    const { app, handbook } = services.resolve(this.#head.files);
    const { seal } = services.tools;
    const asked = { since, label: handbook.label.name, believing: { app, seal: seal.keyed ? seal : null } };
    const records = new IncidentRecords(wire, this.#head, asked, stride);
    let read = 0;
    for await (const some of records.read()) {
      await this.#knowPins(some);
      for (const one of some) yield this.#lineOf(one);
      read += some.length;
      told(some.length);
      const total = Math.max(read, this.#head.total);
      if (some.length > 0) wires.progress({ repository: this.#name, read, total });
    }
    this.#problem = missedWords(records.missed);
  }

  /** Fetches the configs that these began with, as far as they are not known. */
  async #knowPins(some: readonly Read[]): Promise<void> {
    const pins = some.flatMap(({ card }) => (card.kind === 'record' ? (pinnedConfig(card) ?? []) : []));
    const cache = this.#began.wires.services.configs;
    await fetchPinned(this.#began.wire, this.#head, pins, this.#head.files, { cache, gone: this.#gone });
  }

  #lineOf({ thread, card }: Read): IncidentLine {
    const issue = this.#issueOf(thread.issue);
    this.#incidents += 1;
    const { services } = this.#began.wires;
    if (card.kind === 'record') {
      const { handbook } = services.resolve(this.#filesOf(card));
      const line = this.#recorded(issue, card.entries, handbook);
      if (line) return card.two ? { ...line, problem: twoCardsWords } : line;
    }
    const { handbook } = services.resolve(this.#head.files);
    if (card.kind === 'none' && !this.#head.private && handbook.declare === 'members' && isNobodys(thread)) {
      return { ...lineFromIssue(issue, handbook, null), confirmed: false };
    }
    this.#fromIssueOnly += 1;
    const what = card.kind === 'broken' ? card.what : card.kind === 'record' ? 'undeclared' : card.kind;
    return lineFromIssue(issue, handbook, what === 'none' ? null : cardWords[what]);
  }

  /** Null: the entries declare none, or nothing proves them and they are nothing that we would have written. */
  #recorded(issue: LineIssue, entries: readonly Entry[], handbook: Handbook): IncidentLine | null {
    if (!this.#began.wires.services.tools.seal.keyed) return lineUnproved(issue, entries, handbook);
    const incident = replay(entries, handbook);
    return incident && lineOf(issue, { incident, entries }, handbook);
  }

  /** The files that an incident follows: those it began with, or moved to. */
  #filesOf(card: Extract<Read['card'], { readonly kind: 'record' }>): ConfigFiles {
    const { files } = this.#head;
    const pinned = pinnedConfig(card);
    if (!pinned) return files;
    return withServicesNow(knownPinnedFiles(pinned, files, this.#began.wires.services.configs), files);
  }

  #issueOf(raw: RawBareIncident): LineIssue {
    return {
      ...{ repository: this.#name, number: raw.number, url: raw.url, title: raw.title },
      state: raw.state === 'OPEN' ? 'open' : 'closed',
      reason: closeReason(raw.stateReason),
      ...{ at: raw.createdAt, closedAt: raw.closedAt, by: personOf(raw.author) },
      labels: present(raw.labels?.nodes).map(({ name }) => name),
    };
  }
}
