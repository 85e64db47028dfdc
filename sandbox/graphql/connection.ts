import { GraphQLError } from 'graphql';

/** The arguments every list of GitHub's takes. */
export interface Paging {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

export interface Connection<T> {
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

/**
 * One page of a list. A cursor remembers the item and its place: an item that has gone since is skipped, not an error.
 * A cursor that is none of ours is refused, as GitHub does.
 */
export function connection<T>(items: readonly T[], paging: Paging, key: (item: T) => string): Connection<T> {
  const start = paging.after ? place(items, paging.after, key, 'after') + 1 : 0;
  const end = paging.before ? place(items, paging.before, key, 'before') : items.length;
  const between = Math.max(0, end - start);
  // Cursors are made for the page alone: lists are long.
  const first = typeof paging.first === 'number' ? paging.first : between;
  const skipped = typeof paging.first !== 'number' && typeof paging.last === 'number' ? between - paging.last : 0;
  const from = start + Math.max(0, skipped);
  const page = items
    .slice(from, Math.min(end, from + first))
    .map((node, index) => ({ node, cursor: cursorOf(from + index, key(node)) }));
  const forward = typeof paging.first === 'number';
  return {
    nodes: page.map(({ node }) => node),
    edges: page,
    pageInfo: {
      hasNextPage: forward ? between > page.length || end < items.length : end < items.length,
      hasPreviousPage: forward ? start > 0 : between > page.length || start > 0,
      startCursor: page[0]?.cursor ?? null,
      endCursor: page.at(-1)?.cursor ?? null,
    },
    totalCount: items.length,
  };
}

function cursorOf(index: number, key: string): string {
  return Buffer.from(`cursor:v2:${index}:${key}`).toString('base64');
}

// The item's place now. If it is gone, what followed it has moved up by one (or more, which GitHub's own cursors survive
// and ours do not: docs/sandbox.md).
function place<T>(items: readonly T[], cursor: string, key: (item: T) => string, argument: string): number {
  const read = /^cursor:v2:(\d+):(.*)$/s.exec(Buffer.from(cursor, 'base64').toString());
  if (!read) {
    const extensions = { type: 'INVALID_CURSOR_ARGUMENTS' };
    throw new GraphQLError(`\`${cursor}\` does not appear to be a valid cursor (\`${argument}\`).`, { extensions });
  }
  const found = items.findIndex((item) => key(item) === read[2]);
  return found >= 0 ? found : Number(read[1]) - (argument === 'after' ? 1 : 0);
}
