// Repositories that could not be read: said on top, because every number is without them.
import type { Report } from '../metrics/report.ts';
import { quoteText } from '../render/quote.ts';
import { counted } from './summary-words.ts';

/** `1 of 3 repositories`. */
export function unreadCount({ repositories }: Report): string {
  const unread = repositories.filter(({ problem }) => problem !== null).length;
  return repositories.length === 1
    ? 'The repository'
    : `${unread} of ${counted(repositories.length, 'repository', 'repositories')}`;
}

/** Each by name, with why and what to do. */
export function unreadRows({ repositories }: Report): readonly string[] {
  return repositories.flatMap(({ name, problem }) =>
    problem === null ? [] : [`- ${quoteText(name, { limit: 140 })}: ${quoteText(problem, { limit: 400 })}`],
  );
}
