// What is measured and how, from the catalogue of the metrics: docs/metrics.md.
import type { Handbook } from '../../src/core/handbook.ts';
import { metrics } from '../../src/metrics/catalogue.ts';
import { durations } from '../../src/metrics/durations.ts';
import { type Exclusion, exclusions, type Metric, type MetricGroup, metricGroups } from '../../src/metrics/metric.ts';
import { recursWithin } from '../../src/metrics/recurs-within.ts';
import { startsOf } from '../../src/metrics/starts.ts';
import { enough } from '../../src/metrics/statistic.ts';
import { drawsAtMost, fewest, most } from '../../src/metrics/trend.ts';
import { termText } from '../../src/time/term.ts';
import { sentence } from './sentence.ts';
import { codes, table } from './table.ts';

/** The whole page. @param handbooks the shipped ones */
export function metricsPage(handbooks: readonly Handbook[]): string {
  return `${[intro, howNumbersAreSaid, counted(), times(handbooks), ...groups(handbooks)].join('\n\n')}\n`;
}

const intro = `# What is measured, and how

The weekly report is reckoned from the incidents' milestones and what else stands in their [lines](export.md), never from when an issue was opened, edited or closed. **What is missing is missing:** it is left out, counted as left out with the reason, and listed with the command that repairs it. Nobody is ranked.

**Weeks** are ISO weeks (Monday to Sunday; week 1 holds the year's first Thursday) as the clocks of the configured \`zone\` count them, so a week in which they change has an hour more or less. A **period** is one such week: \`2026-W10\`, \`last-week\` or \`this-week\`. The rolling window is the twelve weeks that end with it.

**As of.** A report knows what had happened by the end of its week (or by now, while the week runs): an incident declared later is not in it, one resolved later is open. So it is the same whenever it is made. What somebody says later *about* then does count: a corrected time, a level set right, that it was a duplicate or a drill.

**Cohorts.** Each value counts in the week of one moment: times in that of \`resolved\`, counts in that of \`declared\`. So a week's times to detect, acknowledge, mitigate and resolve are all of the same incidents. What comes after the end (the closing, the post-mortem) counts in the week in which it came, what was promised in the week in which it was due. The tables name it.`;

const howNumbersAreSaid = `## How numbers are said

- Every number comes with **n** and with how many were left out, and why.
- Under **n = ${enough}** a duration shows the values themselves: no median, no percentile, no mean.
- From ${enough} on it shows the **median** (of an even number the mean of the middle two), the **90th percentile** and, last, the mean. Quantiles are interpolated between neighbours at place (n − 1) × p (type 7 of Hyndman and Fan, as NumPy and spreadsheets do).
- A **trend** is told only where it is one. Both weeks are drawn anew with replacement, ${most.toLocaleString('en')} times (with many values fewer, at least ${fewest}, so that at most about ${(drawsAtMost / 1e6).toFixed(0)} million are drawn), and the 2.5th and 97.5th percentile of the differences of their medians are the interval: a 95 % percentile bootstrap. Its chance is seeded by the week and the metric, so the same incidents always give the same words. Where the interval covers zero it says "no clear change", with fewer than ${enough} in either week that there are too few.
- A share is *yes* of *n*. An incident in two categories (services) counts in both, and once in all.
- Severity is the final one, as it is known when the report is made.`;

const excluded: Readonly<Record<Exclusion, string>> = {
  drill: 'drills',
  duplicate: 'closed as a duplicate, or linked as one',
  'not-an-incident': 'cancelled, closed as not planned, or carried over into an ordinary issue',
  unconfirmed: 'reported by somebody without standing here, and never confirmed by a responder (`declare:`)',
  'other-type': 'of a type that the handbook does not count (`counted: false`): service requests, planned work',
  'counts-with-parent':
    'sub-incidents of an incident that is counted: they count with it, and parts of parts with the top one; in a circle the one declared first is counted',
};

function counted(): string {
  return [
    '## What no number counts',
    'Of several reasons the first holds. All of them are listed in the report.',
    table(
      ['why', 'which'],
      exclusions.map((why) => [codes([why]), excluded[why]]),
    ),
    'What was recorded afterwards counts. An incident without our card is read from its issue and marked *from the issue only*: it has a declaration and a closing, and is left out of whatever needs more.',
  ].join('\n\n');
}

function times(handbooks: readonly Handbook[]): string {
  const starts = handbooks.map(({ indicators }) => startsOf(indicators));
  return [
    '## Where times begin',
    "Handbooks differ in where they begin to count, so the report prints from where to where. Without a word of the handbook it is the definition's own start:",
    table(
      ['metric', 'to', 'from', ...handbooks.map(({ id }) => codes([id]))],
      durations.map(({ id, from, to }) => [
        codes([id]),
        codes([to]),
        codes([from]),
        ...starts.map((own) => (own[id] ? codes([own[id]]) : '')),
      ]),
    ),
    'A team changes one in `.github/sitrep.yml` by an indicator with the same end (of several the last counts):',
    `\`\`\`yaml
indicators:
  mttr:
    name: Mean time to resolve
    statistic: mean
    text: From when it was declared to when it was resolved.
    from: declared
    to: resolved
\`\`\``,
    'An incident that goes on is in no week yet; the list of incidents shows what it has come to. Once it is over, it is left out of all of them where it has no `resolved`, and else of those whose milestones it lacks. A closing and a post-mortem may always still come, so nobody lacks one.',
    '**Reopened:** from the first start to the last end, and beside it the active time: the stretches in which the incident or one of its parts was active, each minute once. Open incidents show their age since the declaration.',
  ].join('\n\n');
}

const titles: Readonly<Record<MetricGroup, string>> = {
  times: 'Times',
  recurrence: 'Recurrence',
  severity: 'Severity',
  'follow-up': 'Follow-up',
  promises: 'Promises',
  counts: 'Counts',
  learning: 'Learning',
};

function groups(handbooks: readonly Handbook[]): readonly string[] {
  return metricGroups.flatMap((group) => {
    const own = metrics.filter((metric) => metric.group === group);
    if (own.length === 0) return [];
    const windows = group === 'recurrence' ? [recurrenceSpans(handbooks)] : [];
    return [`## ${titles[group]}`, metricTable(own), ...windows];
  });
}

function metricTable(own: readonly Metric[]): string {
  return table(
    ['metric', 'unit', 'by the week of', 'how', 'left out beside what no number counts'],
    own.map((metric) => [
      `${metric.name} ${codes([metric.id])}${metric.headline ? ' · headline' : ''}`,
      metric.unit,
      metric.cohort,
      sentence(metric.formula) + awaits(metric),
      metric.leavesOut.length === 0 ? '–' : sentence(metric.leavesOut.join('; ')),
    ]),
  );
}

/** What no record holds today: an empty repository shows it as well as any. */
function awaits(metric: Metric): string {
  const finding = metric.find({
    ...{ counted: [], excluded: [], children: new Map(), asOf: '2026-03-09T00:00:00Z', starts: {} },
    recursWithin: recursWithin([]),
  });
  return 'notMeasured' in finding ? ` *Not measured* yet: ${sentence(finding.notMeasured)}` : '';
}

function recurrenceSpans(handbooks: readonly Handbook[]): string {
  const spans = handbooks.map(({ id, indicators }) => `${codes([id])} ${termText(recursWithin(indicators))}`);
  return `The span in which it counts as coming back: ${spans.join(', ')}.`;
}
