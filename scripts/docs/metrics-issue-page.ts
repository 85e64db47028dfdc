// docs/metrics-issue.md: a metrics issue as it comes out, and what its CSV and JSON hold.
import type { Handbook } from '../../src/core/handbook.ts';
import { readPeriod } from '../../src/metrics/read-period.ts';
import type { Report } from '../../src/metrics/report.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import type { Templates } from '../../src/render/templates.ts';
import { csvColumns } from '../../src/report/csv-columns.ts';
import { reportSchemaVersion } from '../../src/report/json-of.ts';
import { renderIssue } from '../../src/report/render-issue.ts';
import { sampleIncidents } from './sample-incidents.ts';
import { table } from './table.ts';

const now = '2026-03-09T05:23:00Z';
const zone = 'Europe/Berlin';

/** Every field of the JSON. It does not compile without one. */
const fields: Readonly<Record<keyof Report, string>> = {
  period: 'The ISO week: `id`, `from` and `until` (UTC), `firstDay` and `lastDay` (in the zone).',
  previous: 'The week before.',
  rollingFrom: 'The first moment of the twelve weeks that end with the period.',
  zone: 'IANA zone in which weeks are counted.',
  asOf: 'What happened later is not known to the report.',
  since: 'Incidents that were closed before it were not read; null: all were.',
  handbook: '`id` and `name`.',
  repositories: 'What each gave, and the `problem` of those that could not be read.',
  rows: 'Each metric (`metric`) with its cells `period`, `previous` and `rolling`, `weekly` figures, oldest first, and `trend`.',
  severities: 'Headline metrics by level, most severe first.',
  weeks: 'What the charts draw.',
  incidents: 'Declared or resolved in the period: `minutes` by metric id.',
  window: 'Declared or resolved in the twelve weeks, or open; `excluded` says why no number counts one.',
  open: 'Not resolved, with their age in minutes.',
  overdue: '`postMortems` and `actionItems` whose time is up.',
  recurrences: 'What came back (`line`), what it came back from (`of`), and why the two are taken for the same.',
  quality: 'What is missing, with the commands that repair it, and what is wrong with cards.',
  interventions: 'What was overridden, cancelled, backfilled or corrected in the period.',
  excluded: 'Declared in the period and counted by no number, with `why`.',
};

const cells = [
  [
    '`duration`',
    '`n`, `leftOut`, `values` (under five), `median`, `p90`, `mean` (from five on, else null), in minutes',
  ],
  ['`share`', '`yes` of `n`, `leftOut`, `by` clock or audience'],
  ['`count`', '`n`, `leftOut`, `by` category'],
  ['`not-measured`', '`why`'],
];

/** The example: it follows the handbook's indicators. */
export function exampleIssue(
  handbook: Handbook,
  templates: Templates,
): { readonly title: string; readonly body: string } {
  return renderIssue(sampleReport(handbook), templates);
}

/** The whole page. */
export function metricsIssuePage(handbook: Handbook, templates: Templates): string {
  const report = sampleReport(handbook);
  const { title, body } = exampleIssue(handbook, templates);
  return `# The metrics issue

One issue for each week, written by [the Action](../action/README.md) or printed by \`sitrep metrics\`. Links to incidents go by
\`redirect.github.com\`, so that no incident's timeline fills with mentions; where GitHub runs on another host only the list of incidents
is linked. Logins stand without \`@\`: nobody is called. At most 65,536 characters: lists shorten and say so, numbers do not.

[How each number is reckoned](metrics.md), and what it leaves out, has a page of its own.

- [An example](#an-example)
- [The CSV](#the-csv)
- [The JSON](#the-json)

## The CSV

\`--format csv\`: one row for each incident of the twelve weeks, counted or not. RFC 4180, UTF-8, times ISO 8601 in UTC, a missing value
is empty. Text that a spreadsheet would take for a formula, also behind a semicolon, gets a \`'\` in front.

${table(
  ['Column', 'What it holds'],
  csvColumns(report).map(({ name, about }) => [`\`${name}\``, about]),
)}

## The JSON

\`--format json\`: the whole report on one line, \`schema\` ${reportSchemaVersion}. An incident stands as \`{issue, repository, title, url}\`; all of it: \`sitrep export\`.

${table(
  ['Field', 'What it holds'],
  Object.entries(fields).map(([name, about]) => [`\`${name}\``, about]),
)}

A cell says its \`kind\`:

${table(['Kind', 'Fields'], cells)}

## An example

Made-up incidents of a small team, as GitHub shows it:

**${title}**

${body}`;
}

function sampleReport({ id, name, indicators }: Handbook): Report {
  const lines = sampleIncidents();
  const period = readPeriod('last-week', now, zone);
  if ('why' in period) throw new Error(period.why);
  return reportOf(lines, {
    ...{ period, zone, now, since: null, handbook: { id, name, indicators } },
    repositories: [{ name: 'acme/ops', incidents: lines.length, fromIssueOnly: 0, problem: null }],
  });
}
