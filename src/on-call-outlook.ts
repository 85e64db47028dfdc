// What is to come of a repository's rotas, with its place in their file: times at which nobody is on call, and rest that is broken.
import { located } from './config/located.ts';
import type { Step } from './config/place.ts';
import { type ReadRoster, readRoster } from './config/roster.ts';
import type { Handbook } from './core/handbook.ts';
import type { Problem } from './core/snapshot.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import { isSameLogin, type Rota } from './oncall/rota.ts';
import { type Gap, gapsOf } from './oncall/rota-gaps.ts';
import { type RestFault, restFaults } from './oncall/rota-rest.ts';
import { dueAfter, termText } from './time/term.ts';
import { formatTime } from './time/time.ts';
import type { Stretch } from './time/weekly-hours.ts';

/** What is known beside the files. */
export interface Outlook {
  /** ISO UTC. */
  readonly now: string;
  /** Logins that are nobody's on GitHub. */
  readonly unknown: readonly string[];
}

const days = 30;

/** What is wrong with the people and their rest, and as warnings when nobody is on call in the next thirty days. */
export function onCallAhead(
  { files }: Pick<ConfigFiles, 'files'>,
  handbook: Handbook,
  { now, unknown }: Outlook,
): { readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const read = readRoster(files, handbook);
  const until = dueAfter(now, { amount: days, unit: 'days' }, 'UTC');
  return {
    problems: [...strangers(read, unknown), ...brokenRest(read, handbook, now)],
    warnings: foldedGaps(gapsAhead(read, { from: now, until })),
  };
}

/** A gap and where in the file it comes from. */
export interface PlacedGap extends Gap {
  readonly problem: Problem;
}

/** The gaps of all rotas in a stretch of time, rota by rota. */
export function gapsAhead({ roster, source }: ReadRoster, within: Stretch): readonly PlacedGap[] {
  if (!source) return [];
  return roster.rotas.flatMap((rota) =>
    gapsOf(rota, within).map((gap) => {
      const finding = {
        path: placeOf(gap, rota),
        of: 'value',
        what: gapText(gap, rota),
        suggestion: mend(gap),
      } as const;
      return { ...gap, problem: located([source], finding) };
    }),
  );
}

/** The first gap of each place, and how many more come from it. */
export function foldedGaps(gaps: readonly PlacedGap[]): readonly Problem[] {
  const places = Map.groupBy(gaps, ({ rota, layer, problem: { line, column } }) =>
    JSON.stringify([rota, layer, line, column]),
  );
  return [...places.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { problem } = first;
    const again = more.length === 0 ? '' : ` And ${more.length} more like it.`;
    return [{ ...problem, what: `${problem.what}${again}` }];
  });
}

/** Where the handbook's rules of rest are broken by the order of turns, or by an override that is not over yet. */
export function brokenRest(
  { roster, source }: ReadRoster,
  { onCall }: Pick<Handbook, 'onCall'>,
  now: string,
): readonly Problem[] {
  if (!source) return [];
  return roster.rotas.flatMap((rota) =>
    restFaults(rota, onCall, now).map((fault) =>
      located([source], {
        path: causeOf(fault, rota.id),
        of: 'value',
        what: restText(fault, rota),
        suggestion: ease(fault),
      }),
    ),
  );
}

function placeOf({ layer, absence }: Gap, { id, layers }: Rota): readonly Step[] {
  if (absence.why === 'holiday') return ['rotas', id, 'holidays', absence.index];
  if (absence.why === 'override') return ['rotas', id, 'overrides', absence.index];
  return ['rotas', id, 'layers', layer ?? layers[0]?.id ?? '', absence.why === 'not-begun' ? 'starts' : 'hours'];
}

const reasons = {
  'not-begun': 'before its first turn',
  'outside-hours': 'outside the hours of all layers',
  holiday: 'a holiday',
  override: 'an override',
} as const;

function gapText({ rota, layer, absence, from, until }: Gap, { zone }: Rota): string {
  const what = layer === null ? `\`${rota}\`` : `\`${layer}\` of \`${rota}\``;
  return `Nobody is on call for ${what} from ${dated(from, zone)} until ${dated(until, zone)}: ${reasons[absence.why]}.`;
}

/** A time with its date. */
export function dated(at: string, zone: string): string {
  return formatTime(at, zone, '2000-01-01T00:00:00Z');
}

function mend({ absence }: Gap): string {
  if (absence.why === 'outside-hours')
    return 'Give a layer other hours, or tell under `cover` when somebody must be there, such as `cover: ["Mon-Fri 08:00-18:00"]`.';
  return absence.why === 'not-begun' ? 'Write an earlier `starts`.' : 'Name somebody under `who`.';
}

function causeOf({ layer, rule, override }: RestFault, id: string): readonly Step[] {
  if (override !== null) return ['rotas', id, 'overrides', override];
  return ['rotas', id, 'layers', layer, rule === 'longest' ? 'hand-over' : 'people'];
}

function restText({ layer, person, rule, term, from, until }: RestFault, { id, zone }: Rota): string {
  const when = `from ${dated(from, zone)} until ${dated(until, zone)}`;
  return rule === 'longest'
    ? `\`${person}\` is on call in \`${layer}\` of \`${id}\` ${when}; the handbook says ${termText(term)} at most.`
    : `\`${person}\` rests between two turns in \`${layer}\` of \`${id}\` only ${when}; the handbook says ${termText(term)}.`;
}

function ease({ rule, override }: RestFault): string {
  if (override !== null) return 'Let somebody else step in.';
  return rule === 'longest' ? 'Hand it on sooner, or to more people.' : 'Let more people take turns.';
}

/** Everybody whom the rotas name, with where; a login that stands in several places, in each. */
function peopleIn({ roster }: ReadRoster): readonly { readonly login: string; readonly path: readonly Step[] }[] {
  return roster.rotas.flatMap(({ id, layers, holidays, overrides }) => {
    const path = ['rotas', id] as const;
    const listed = (logins: readonly string[], above: readonly Step[]) =>
      logins.map((login, at) => ({ login, path: [...above, at] }));
    const replacing = [
      ...holidays.map((one, at) => ({ one, above: [...path, 'holidays', at] })),
      ...overrides.map((one, at) => ({ one, above: [...path, 'overrides', at] })),
    ];
    return [
      ...layers.flatMap((layer) => listed(layer.people, [...path, 'layers', layer.id, 'people'])),
      ...replacing.flatMap(({ one, above }) => listed(one.who, [...above, 'who'])),
    ];
  });
}

/** The logins that rotas name, each once. */
export function loginsIn(read: ReadRoster): readonly string[] {
  return [...new Map(peopleIn(read).map(({ login }) => [login.toLowerCase(), login])).values()];
}

function strangers(read: ReadRoster, unknown: readonly string[]): readonly Problem[] {
  const { source } = read;
  if (!source) return [];
  return peopleIn(read)
    .filter(({ login }) => unknown.some((one) => isSameLogin(one, login)))
    .map(({ login, path }) => {
      const what = `GitHub knows nobody called \`${login}\`.`;
      return located([source], { path, of: 'value', what, suggestion: 'Write the login as it is on GitHub.' });
    });
}
