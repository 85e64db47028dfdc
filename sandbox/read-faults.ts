import type { GraphQLFault } from '../src/github/client.ts';

/** What becomes of the answer to a query. */
export type ReadVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: '502' }
  | { readonly kind: 'cut'; readonly data: Record<string, unknown>; readonly errors: readonly GraphQLFault[] };

/** How queries fail just now: by how much they show, or because of what is in it. There is no chance in it. */
export class ReadFaults {
  /** The next so many answers that have a list are cut. */
  cuts = 0;
  /** Answers with more nodes than this time out. */
  mostNodes = Number.POSITIVE_INFINITY;
  /** An answer with comments of this issue times out. */
  chokesOn: number | null = null;
  #cut = 0;

  heal(): void {
    this.cuts = 0;
    this.mostNodes = Number.POSITIVE_INFINITY;
    this.chokesOn = null;
  }

  /** Judges an answer that shares nothing with the world; cuts it in place. */
  judge(data: Record<string, unknown> | null): ReadVerdict {
    if (!data || !this.#isOrdered) return { kind: 'fine' };
    const lists = listsIn(data, []);
    const nodes = lists.reduce((sum, { list }) => sum + list.length, 0);
    if (nodes > this.mostNodes || this.#chokes(lists)) return { kind: '502' };
    const longest = lists.toSorted((one, other) => other.list.length - one.list.length)[0];
    if (this.cuts === 0 || !longest || longest.list.length === 0) return { kind: 'fine' };
    this.cuts -= 1;
    this.#cut += 1;
    // Now a list with holes, now none at all: both were seen of GitHub.
    if (this.#cut % 2 === 1) longest.list.fill(null, Math.floor(longest.list.length / 2));
    else longest.of.nodes = null;
    const message = 'Resource limits for this query exceeded.';
    return { kind: 'cut', data, errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', path: longest.path, message }] };
  }

  get #isOrdered(): boolean {
    return this.cuts > 0 || Number.isFinite(this.mostNodes) || this.chokesOn !== null;
  }

  #chokes(lists: readonly List[]): boolean {
    const wanted = this.chokesOn;
    if (wanted === null) return false;
    const issues = lists.flatMap(({ list }) => list as readonly ({ number?: number; comments?: unknown } | null)[]);
    return issues.some((issue) => issue?.number === wanted && issue.comments !== undefined);
  }
}

interface List {
  /** The connection that it is in. */
  readonly of: Record<string, unknown>;
  readonly list: unknown[];
  readonly path: readonly (string | number)[];
}

function listsIn(value: unknown, path: readonly (string | number)[]): readonly List[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => listsIn(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const of = value as Record<string, unknown>;
  return Object.entries(of).flatMap(([key, inner]) => {
    const at = [...path, key];
    const own = key === 'nodes' && Array.isArray(inner) ? [{ of, list: inner, path: at }] : [];
    return [...own, ...listsIn(inner, at)];
  });
}
