// The metrics issue: a report laid out so that three sentences are enough for most, and every number can be checked.
import type { Report } from '../metrics/report.ts';
import type { Templates } from '../render/templates.ts';
import { charts, notDrawnText } from './chart-words.ts';
import { fitLists } from './fit-lists.ts';
import { interventionRows, overdueRows, qualityRows } from './follow-up-words.ts';
import type { Naming } from './incident-link.ts';
import {
  excludedCounts,
  excludedRows,
  incidentHead,
  incidentRows,
  openRows,
  recurrenceRows,
} from './incident-words.ts';
import { roomForFrame } from './metrics-frame.ts';
import { numberRows, severityTable, weeksHead } from './number-rows.ts';
import { titleOf } from './period-words.ts';
import { isQuiet, quietOpening } from './quiet-words.ts';
import {
  cohortsText,
  commandLine,
  formulaLines,
  howToRead,
  incidentsAre,
  leftOutRows,
  neverCounted,
  notMeasuredLines,
  notMeasuredText,
  sourceText,
} from './reading-words.ts';
import { summaryOf } from './summary-words.ts';
import { unreadHead, unreadRows } from './unread-words.ts';

/** GitHub refuses a body of more than 65,536 characters, and what stands around the report needs its part of them. */
export const longestBody = 65_536 - roomForFrame;

/**
 * The issue of a report. Markdown of at most {@link longestBody} UTF-16 units however many incidents there are: lists shorten and say
 * so, numbers do not. People's text is quoted, nobody is called.
 * @param templates has the page `metrics-issue`
 */
export function renderIssue(report: Report, templates: Templates): { readonly title: string; readonly body: string } {
  const view = viewOf(report);
  const lists = listsOf(report);
  const none = { rows: [], more: 0 };
  const empty = Object.fromEntries(Object.keys(lists).map((name) => [name, none]));
  const bare = templates.render('metrics-issue', { ...view, ...empty });
  const fitted = fitLists(lists, longestBody - bare.length - headings);
  return { title: titleOf(report.period), body: templates.render('metrics-issue', { ...view, ...fitted }) };
}

/** What the headings of all lists cost together, which a page without lists does not show. */
const headings = 2_000;

/** All that has a bounded length by itself. */
function viewOf(report: Report) {
  const quiet = isQuiet(report);
  const naming = namingOf(report);
  const headlineRows = report.rows.filter(({ metric }) => metric.headline);
  const headline = numberRows(headlineRows);
  return {
    unreadHead: unreadHead(report),
    opening: quiet ? quietOpening(report) : summaryOf(report, naming),
    numbers: quiet ? [] : headline,
    quietNumbers: quiet ? headline : [],
    otherNumbers: quiet ? [] : numberRows(report.rows.filter(({ metric }) => !metric.headline)),
    howToRead,
    numberHead: headOf(['Metric', ...weeksHead(report), 'By week', 'n']),
    leftOutHead: headOf(['Metric', ...weeksHead(report)]),
    severityHead: headOf(severityTable(report)?.head ?? []),
    charts: quiet ? [] : charts(report),
    notDrawnText: notDrawnText(report),
    incidentsAre: incidentsAre(report),
    incidentHead: headOf(incidentHead(report)),
    excludedCounts: excludedCounts(report.excluded),
    cohorts: cohortsText(report.rows),
    headlineCohorts: cohortsText(headlineRows),
    formulas: formulaLines(report.rows),
    leftOut: leftOutRows(report.rows),
    notMeasured: notMeasuredLines(report.rows),
    notMeasuredText: notMeasuredText(report.rows),
    neverCounted,
    source: sourceText(report),
    command: commandLine(report),
  };
}

/** All that grows with the number of incidents, repositories or levels. */
function listsOf(report: Report) {
  const naming = namingOf(report);
  return {
    unread: unreadRows(report),
    severities: isQuiet(report) ? [] : (severityTable(report)?.rows ?? []),
    incidents: incidentRows(report, naming),
    open: openRows(report, naming),
    recurrences: recurrenceRows(report, naming),
    overdue: overdueRows(report, naming),
    quality: qualityRows(report, naming),
    interventions: interventionRows(report, naming),
    excluded: excludedRows(report, naming),
  };
}

function namingOf({ repositories }: Report): Naming {
  return { severalRepositories: repositories.length > 1 };
}

function headOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n|${cells.map(() => '---|').join('')}`;
}
