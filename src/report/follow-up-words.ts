// What somebody has to do after the numbers: overdue work by owner, what the record lacks, and what was done to the record.
import type { Intervention } from '../lines/line.ts';
import type { QualityRow, Report } from '../metrics/report.ts';
import { code, toType } from '../render/names.ts';
import { quoteText } from '../render/quote.ts';
import { spanText } from './cell-words.ts';
import { incidentLink, incidentText, type Naming, silentLink } from './incident-link.ts';
import { dayText, momentText } from './period-words.ts';

interface Owed {
  readonly owner: string | null;
  readonly dueAt: string | null;
  readonly text: string;
}

/** Rows of `Owner | What | Due`: owners by name, nobody's last; each one's oldest first. Logins without `@`: nobody is called. */
export function overdueRows(report: Report, naming: Naming): readonly string[] {
  const { postMortems, actionItems } = report.overdue;
  const owed: readonly Owed[] = [
    ...postMortems.map(({ line, dueAt, owner }) => ({
      owner,
      dueAt,
      text: `post-mortem of ${incidentText(line, naming)}`,
    })),
    ...actionItems.map(({ line, item }) => ({
      owner: item.owner,
      dueAt: item.dueAt,
      text: `${silentLink(quoteText(item.text, { limit: 100 }) || '…', item.url)} (of ${incidentLink(line, naming)})`,
    })),
  ];
  return [...owed]
    .sort((one, other) => compare(sortKey(one), sortKey(other)))
    .map(
      ({ owner, dueAt, text }) =>
        `| ${owner === null ? 'nobody yet' : quoteText(owner, { limit: 60 })} | ${text} | ${dueAt ? dayText(dueAt, report) : '–'} |`,
    );
}

function sortKey({ owner, dueAt, text }: Owed): string {
  return `${owner === null ? '2' : `1${owner.toLowerCase()}`}\n${dueAt ?? ''}\n${text}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Rows of `Incident | What is missing | To type there`. */
export function qualityRows({ quality }: Report, naming: Naming): readonly string[] {
  return quality.map(
    (row) => `| ${incidentText(row.line, naming)} | ${lackText(row)} | ${row.commands.map(toType).join(', ') || '–'} |`,
  );
}

function lackText({ missing, problem }: QualityRow): string {
  const lacks = missing.length > 0 ? [`no ${missing.map(code).join(', ')}`] : [];
  return [...lacks, ...(problem === null ? [] : [quoteText(problem, { limit: 160 })])].join('; ');
}

/** Rows of `Incident | What was done | Said | Why`. */
export function interventionRows(report: Report, naming: Naming): readonly string[] {
  return report.interventions.map(({ line, intervention }) => {
    const { at, by, because } = intervention;
    const cells = [
      incidentText(line, naming),
      whatText(intervention),
      `${momentText(at, report)}${by === null ? '' : ` by ${quoteText(by, { limit: 60 })}`}`,
      because === null ? 'no reason given' : quoteText(because, { limit: 160 }),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function whatText({ what, about, minutes }: Intervention): string {
  const on = quoteText(about, { limit: 120 });
  switch (what) {
    case 'override':
      return on ? `closed anyway, open: ${on}` : 'closed anyway';
    case 'cancelled':
      return 'called off: no incident';
    case 'backfilled':
      return 'recorded afterwards';
    case 'corrected':
      return `${about ? code(about) : 'a time'} moved${minutes === null ? '' : ` ${spanText(Math.abs(minutes))} ${minutes < 0 ? 'earlier' : 'later'}`}`;
  }
}
