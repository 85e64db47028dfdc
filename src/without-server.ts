// What a handbook asks for that nobody does in time where there is no server: warnings at the line that says so.
import { readSource } from './config/document.ts';
import { isPromisable } from './core/footing.ts';
import type { Handbook } from './core/handbook.ts';
import type { Customer } from './core/service.ts';
import type { Problem } from './core/snapshot.ts';
import { configPath } from './github/config-files.ts';
import type { Term } from './time/term.ts';

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
            what: `Without a server nobody watches these in time, since they are shorter than six hours: ${unwatched.join('; ')}.`,
            suggestion: 'Run the App on a server, or have people watch them.',
          },
        ]),
    ...(teams.length === 0
      ? []
      : [
          {
            ...at,
            what: `The token of a workflow may not ask who is in ${teams.join(', ')}: there only access to the repository counts.`,
            suggestion: 'Give their members write access, or the Action an App’s token.',
          },
        ]),
  ];
}

/** All of them, those of a kind together: `clocks response, first-update`. */
function unwatchedIn({
  clocks,
  customers,
  audiences,
  messages,
  statuses,
  tasks,
  footing,
}: Handbook): readonly string[] {
  const isShort = (term: Term | null) => term !== null && !isPromisable(term, footing);
  const within = (terms: Readonly<Record<string, Term>>) => Object.values(terms).some(isShort);
  const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
  const promisesShortly = ({ contract }: Customer) =>
    Object.values(contract).some(({ response = null, resolution = null }) => isShort(response) || isShort(resolution));
  const brief = tasks.filter((task) => isShort(task.within)).length;
  return [
    group('clocks', idsOf(clocks.filter((clock) => within(clock.within)))),
    group('contracts of', idsOf(customers.filter(promisesShortly))),
    group('updates to', idsOf(audiences.filter(({ cadence }) => within(cadence)))),
    group('messages', idsOf(messages.filter((message) => within(message.within)))),
    group('the end of', idsOf(statuses.filter(({ minimum }) => isShort(minimum)))),
    brief > 0 ? `${brief} called task${brief === 1 ? '' : 's'}` : '',
  ].filter((words) => words !== '');
}

function group(what: string, ids: readonly string[]): string {
  return ids.length === 0 ? '' : `${what} ${ids.join(', ')}`;
}

function teamsIn({ responders, roles }: Omit<Handbook, 'footing'>): readonly string[] {
  return [...new Set([...responders, ...roles.flatMap(({ prerequisite }) => prerequisite?.teams ?? [])])];
}
