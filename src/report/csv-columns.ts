// The columns of the CSV as data: what stands in each, and what it means.
import { milestones } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import type { Period } from '../metrics/period.ts';
import type { MetricHead, Report, WindowRow } from '../metrics/report.ts';
import { quoteLines } from '../render/quote.ts';

export interface CsvColumn {
  readonly name: string;
  /** One sentence, for the documentation. */
  readonly about: string;
  value(row: WindowRow): string | number | boolean | null;
}

/** All of them, in order; one for each duration between milestones, headline or not. */
export function csvColumns({ rows, period }: Pick<Report, 'rows' | 'period'>): readonly CsvColumn[] {
  const durations = rows.flatMap(({ metric }) => (metric.unit === 'minutes' && metric.from ? [metric] : []));
  return [...places, ...counting(period), ...severities, ...times, ...durations.map(minutesOf), ...records];
}

const places: readonly CsvColumn[] = [
  column('repository', '`owner/name`.', ({ repository }) => repository),
  column('issue', 'Its number.', ({ issue }) => issue),
  column('url', 'Its address.', ({ url }) => text(url)),
  column('title', 'Its title, one line.', ({ title }) => text(title)),
  column('state', '`open` or `closed`.', ({ state }) => state),
  column('source', '`card`: from our record; `issue`: from the issue only.', ({ source }) => source),
  column('type', "The type's name.", ({ type }) => text(type.name)),
];

function counting(period: Period): readonly CsvColumn[] {
  return [
    column('in-period', 'Declared or resolved in the week.', (line) => inPeriod(line, period)),
    { name: 'counted', about: 'Numbers count it.', value: ({ excluded }) => excluded === null },
    { name: 'not-counted-because', about: 'Why they do not.', value: ({ excluded }) => excluded },
  ];
}

const severities: readonly CsvColumn[] = [
  column('severity', "The level's id, as it stands.", ({ severity }) => text(severity?.final)),
  column('severity-name', 'What the handbook calls it.', ({ severity }) => text(severity?.name)),
  column('severity-first', 'The first one.', ({ severity }) => text(severity?.first)),
  column('severity-peak', 'The most severe it ever was.', ({ severity }) => text(severity?.peak)),
  column('severity-assumed', 'Nobody has said it yet whose word counts.', ({ severity }) => severity?.assumed ?? null),
];

const times: readonly CsvColumn[] = milestones.map((name) =>
  column(name, 'When; empty where it is missing.', (line) => line.milestones[name]?.at ?? null),
);

function minutesOf({ id, name, from, to, cohort }: MetricHead): CsvColumn {
  const about = `${name}: minutes from \`${from}\` to \`${to}\`; numbers count them in the week of \`${cohort}\`.`;
  return { name: `${id}-minutes`, about, value: ({ minutes }) => minutes[id] ?? null };
}

const records: readonly CsvColumn[] = [
  {
    name: 'active-minutes',
    about: 'Minutes in which it was active, with those of incidents below it, each once.',
    value: ({ activeMinutes }) => activeMinutes,
  },
  column('reopened', 'How often it came back.', ({ reopened }) => reopened),
  column('backfilled', 'Recorded afterwards.', ({ backfilled }) => backfilled),
  column('drill', 'Empty where the record does not tell.', ({ drill }) => drill),
  column('services', 'Separated by `; `.', ({ services }) => text(services.join('; '))),
  column('how-detected', "In the report's words.", ({ detected }) => text(detected?.how)),
  column('detected-by-customers', 'Empty where these do not tell.', ({ detected }) => detected?.byCustomers ?? null),
  column('causes', 'Declared ones, separated by `; `.', ({ causes }) => text(causes?.join('; '))),
  column('duplicate', 'Of which incident.', ({ links }) => text(links.duplicate)),
  column('parent', 'The incident above it.', ({ links }) => text(links.parent)),
  column('post-mortem-required', 'One is owed.', ({ postMortem }) => postMortem.required),
  column('post-mortem-due', 'By when.', ({ postMortem }) => postMortem.dueAt),
  column('post-mortem-pull', 'The merged pull request.', ({ postMortem }) => postMortem.pull),
  column('handbook', 'Id of the one it follows.', ({ handbook }) => text(handbook)),
  column('problem', 'What is wrong with its card.', ({ problem }) => text(problem)),
];

function column(name: string, about: string, value: (line: IncidentLine) => ReturnType<CsvColumn['value']>): CsvColumn {
  return { name, about, value: ({ line }) => value(line) };
}

/** Declared or resolved in the period. */
function inPeriod({ milestones: { declared, resolved } }: IncidentLine, { from, until }: Period): boolean {
  return [declared, resolved].some((mark) => mark !== null && mark.at >= from && mark.at < until);
}

/** Most ids and names: nothing to take out of them. */
const harmless = /^[!-~]+(?: [!-~]+)*$/;

/** A formula behind a semicolon: where numbers have a decimal comma, spreadsheets part cells there, quotes or not. */
const laterFormula = /(;[\s"]*)(?=[=+@＝＋－＠-])/g;

/** One line without what cannot be printed, and without a formula but at its beginning. */
function text(words: string | null | undefined): string | null {
  if (words == null) return null;
  const isHarmless = words.length < 1000 && harmless.test(words);
  const line = isHarmless ? words : quoteLines(words, 1000).replace(/\s+/g, ' ');
  return line.includes(';') ? line.replace(laterFormula, "$1'") : line;
}
