// The whole report as data, for machines.
import { printable } from '../lines/line-text.ts';
import type { Report } from '../metrics/report.ts';

/** Rises when a field changes its meaning or goes. */
export const reportSchemaVersion = 1;

/**
 * The report as one line of JSON: `schema` first, then the report's own fields, incidents as `{repository, issue, url, title}` (all of
 * an incident: `sitrep export`). Keys stand in the same order each time; control, bidi and zero-width characters are escaped, so that
 * it can be printed on a terminal.
 */
export function jsonOf(report: Report): string {
  return `${printable(JSON.stringify(reduced({ schema: reportSchemaVersion, ...report }, true)))}\n`;
}

function reduced(value: unknown, isTop = false): unknown {
  if (Array.isArray(value)) return value.map((one) => reduced(one));
  if (value === null || typeof value !== 'object') return value;
  if (isLine(value)) return { repository: value.repository, issue: value.issue, url: value.url, title: value.title };
  const entries = Object.entries(value).map(([key, one]) => [key, reduced(one)] as const);
  return Object.fromEntries(isTop ? entries : entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

interface Line {
  readonly repository: string;
  readonly issue: number;
  readonly url: string;
  readonly title: string;
}

/** Of all that a report holds only an incident's line has both. */
function isLine(value: object): value is Line {
  return 'milestones' in value && 'repository' in value;
}
