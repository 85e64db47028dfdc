// Follows a paged list to its end.
import type { Page } from './look-answer.ts';

/** All nodes of a list whose first page is known. `next` asks for the page after a cursor; null: the list is gone. */
export async function allPages<T>(
  first: Page<T>,
  next: (after: string) => Promise<Page<T> | null>,
): Promise<readonly (T | null)[]> {
  const nodes = [...(first.nodes ?? [])];
  let { pageInfo } = first;
  while (pageInfo.hasNextPage && pageInfo.endCursor) {
    const page = await next(pageInfo.endCursor);
    if (!page) break;
    nodes.push(...(page.nodes ?? []));
    pageInfo = page.pageInfo;
  }
  return nodes;
}
