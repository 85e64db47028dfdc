// All incidents of a repository that are asked for, each once, although the list moves while it is read.
import type { GitHub } from './client.ts';
import type { Head } from './heads-request.ts';
import type { RawBareIncident, RawIncident } from './incident-answer.ts';
import { incidentList, type ListPage } from './incident-list.ts';
import type { Stride } from './stride.ts';

/** Incidents that were not seen before. */
export interface IncidentPage {
  readonly incidents: readonly RawIncident[];
  /** Those whose comments GitHub does not give. */
  readonly bare: readonly RawBareIncident[];
}

/** What of the list was not had, though everything was tried. */
export interface Missed {
  /** GitHub gave a hole in the place of so many. */
  readonly holes: number;
  /** GitHub counted so many more than it listed. */
  readonly short: number;
}

/** How often the beginning of the list is read again because incidents changed meanwhile. */
const mostLooksBack = 5;

/**
 * Those that changed since the asked time, newest change first, and the open ones that did not. Read once; holds no page longer than
 * the caller does.
 */
export class IncidentPages {
  readonly #github: GitHub;
  readonly #head: Head;
  readonly #since: string | null;
  readonly #stride: Stride;
  readonly #seen = new Set<string>();
  /** Of the seen ones, those of the list of changed ones. */
  readonly #changed = new Set<string>();
  readonly #holes = new Set<string>();
  #total: number;
  #newest: Head['newest'];

  constructor(github: GitHub, head: Head, since: string | null, stride: Stride) {
    this.#github = github;
    this.#head = head;
    this.#since = since;
    this.#stride = stride;
    this.#total = head.total;
    this.#newest = head.newest;
  }

  /** Right when the reading is over. */
  get missed(): Missed {
    const had = this.#changed.size + this.#holes.size;
    return { holes: this.#holes.size, short: Math.max(0, this.#total - had) };
  }

  /** @throws Unanswered where GitHub does not answer, however little is asked for */
  async *read(): AsyncGenerator<IncidentPage> {
    const { total, newest, open, openChanged } = this.#head;
    if (total > 0) yield* this.#changedUntil(null, this.#head.page);
    if (open > openChanged) yield* this.#openUnchanged();
    let known = newest;
    for (let looks = 0; looks < mostLooksBack && isNewer(this.#newest, known); looks += 1) {
      const until = known?.updatedAt ?? null;
      known = this.#newest;
      yield* this.#changedUntil(until, null);
    }
    // Counted were more than were listed: once more from the beginning, for what moved past us.
    if (this.missed.short > 0) yield* this.#changedUntil(null, null);
  }

  /** From the newest change back to those that changed before a time (ISO; null: to the end). */
  async *#changedUntil(until: string | null, first: Head['page']): AsyncGenerator<IncidentPage> {
    const { owner, name, labels } = this.#head;
    const asked = { owner, name, labels, since: this.#since, states: null, direction: 'DESC' } as const;
    for await (const page of incidentList(this.#github, asked, this.#stride, first)) {
      this.#total = page.total;
      for (const { id } of [...page.incidents, ...page.bare.filter((one) => one !== null)]) this.#changed.add(id);
      if (page.bare.includes(null)) this.#holes.add(page.cursor);
      yield this.#fresh(page);
      if (until !== null && (lastOf(page)?.updatedAt ?? until) < until) return;
    }
  }

  /** Open ones, the longest unchanged first, as far as they did not change since the asked time. */
  async *#openUnchanged(): AsyncGenerator<IncidentPage> {
    const { owner, name, labels } = this.#head;
    const asked = { owner, name, labels, since: null, states: ['OPEN'], direction: 'ASC' } as const;
    for await (const page of incidentList(this.#github, asked, this.#stride)) {
      if (page.bare.includes(null)) this.#holes.add(`open ${page.cursor}`);
      const unchanged = (one: RawBareIncident | null) => one !== null && one.updatedAt < (this.#since ?? '');
      yield this.#fresh({ ...page, incidents: page.incidents.filter(unchanged), bare: page.bare.filter(unchanged) });
      if (!unchanged(lastOf(page))) return;
    }
  }

  #fresh(page: ListPage): IncidentPage {
    const isFresh = (one: RawBareIncident | null) => {
      if (one === null || this.#seen.has(one.id)) return false;
      this.#seen.add(one.id);
      return true;
    };
    const { newest } = page;
    if (newest && newest.updatedAt >= (this.#since ?? '')) this.#newest = newest;
    return {
      incidents: page.incidents.filter(isFresh),
      bare: page.bare.filter((one): one is RawBareIncident => isFresh(one)),
    };
  }
}

function lastOf({ incidents, bare }: ListPage): RawBareIncident | null {
  return incidents.at(-1) ?? bare.at(-1) ?? null;
}

function isNewer(now: Head['newest'], known: Head['newest']): boolean {
  return now !== null && (now.id !== known?.id || now.updatedAt !== known.updatedAt);
}
