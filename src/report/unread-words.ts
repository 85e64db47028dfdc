// Repositories that could not be read: said on top, because every number is without them.
import type { Report } from '../metrics/report.ts';
import { listed } from '../render/names.ts';
import { quoteText } from '../render/quote.ts';
import { counted } from './summary-words.ts';

/** `1 of 3 repositories could not be read.`; an owner of whom not all is seen is no repository. */
export function unreadHead({ repositories }: Report): string {
  const named = repositories.filter(({ name }) => !isOwner(name));
  const short = named.filter((one) => one.problem !== null && one.incidents > 0).length;
  const unread = named.filter(({ problem }) => problem !== null).length;
  const owners = repositories.filter(({ name, problem }) => isOwner(name) && problem !== null);
  const which = named.length === 1 ? 'The repository' : `${unread} of ${counted(named.length, ...repository)}`;
  const howFar = short === 0 ? '' : short === unread ? ' in full' : ', or not in full';
  const whose = listed(owners.map(({ name }) => quoteText(name.slice(0, -2), { limit: 140 })));
  return [
    ...(unread > 0 ? [`${which} could not be read${howFar}.`] : []),
    ...(owners.length > 0 ? [`Not every repository of ${whose} could be read.`] : []),
  ].join(' ');
}

const repository = ['repository', 'repositories'] as const;

/** Whether it is all of an owner, `acme/*`. */
export function isOwner(name: string): boolean {
  return name.endsWith('/*');
}

/** Each by name, with why and what to do. */
export function unreadRows({ repositories }: Report): readonly string[] {
  return repositories.flatMap(({ name, problem }) =>
    problem === null ? [] : [`- ${quoteText(name, { limit: 140 })}: ${quoteText(problem, { limit: 400 })}`],
  );
}
