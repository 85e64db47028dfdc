// What a handbook asks for that nobody does in time where there is no server: warnings at the line that says so.
import { readSource } from './config/document.ts';
import { isPromisable } from './core/footing.ts';
import type { Handbook } from './core/handbook.ts';
import type { Problem } from './core/snapshot.ts';
import type { Term } from './core/term.ts';
import { configPath } from './github/config-files.ts';

const mostNamed = 12;

/** @param text of the config, as `runs-on: actions` stands in it; null: there is none */
export function withoutServer({ footing, ...handbook }: Handbook, text: string | null): readonly Problem[] {
  if (footing === 'server') return [];
  const { line = 1, column = 1 } = readSource(configPath, text ?? '').source?.place(['runs-on'], 'key') ?? {};
  const unwatched = unwatchedIn({ footing, ...handbook });
  const teams = teamsIn(handbook);
  const at = { file: configPath, line, column };
  return [
    ...(unwatched.length === 0
      ? []
      : [
          {
            ...at,
            what: `Without a server nobody watches these in time, since they are shorter than six hours: ${some(unwatched)}.`,
            suggestion: 'Run the App on a server, or have people watch them.',
          },
        ]),
    ...(teams.length === 0
      ? []
      : [
          {
            ...at,
            what: `The token of a workflow may not ask who is in ${some(teams)}: there only access to the repository counts.`,
            suggestion: 'Give their members write access, or the Action an App’s token.',
          },
        ]),
  ];
}

function unwatchedIn({ clocks, audiences, messages, statuses, tasks, footing }: Handbook): readonly string[] {
  const isShort = (terms: readonly (Term | null)[]) => terms.some((term) => term && !isPromisable(term, footing));
  const short = (what: string, id: string, terms: readonly (Term | null)[]) =>
    isShort(terms) ? [`${what} ${id}`] : [];
  const brief = tasks.filter(({ within }) => isShort([within])).length;
  return [
    ...clocks.flatMap(({ id, within }) => short('clock', id, Object.values(within))),
    ...audiences.flatMap(({ id, cadence }) => short('updates to', id, Object.values(cadence))),
    ...messages.flatMap(({ id, within }) => short('message', id, Object.values(within))),
    ...statuses.flatMap(({ id, minimum }) => short('the end of', id, [minimum])),
    ...(brief > 0 ? [`${brief} called task${brief === 1 ? '' : 's'}`] : []),
  ];
}

function teamsIn({ responders, roles }: Omit<Handbook, 'footing'>): readonly string[] {
  return [...new Set([...responders, ...roles.flatMap(({ prerequisite }) => prerequisite?.teams ?? [])])];
}

function some(all: readonly string[]): string {
  const named = all.slice(0, mostNamed).join(', ');
  return all.length > mostNamed ? `${named} and ${all.length - mostNamed} more` : named;
}
