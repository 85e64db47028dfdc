// What becomes of the metrics issues when the report of a period is kept: one for each period, the earlier ones linked and closed.
import type { MetricsEdit, MetricsIssue } from '../core/metrics-issue.ts';
import { doubled, type FramedReport, fits, framed, type MetricsFrame, readFramed, textHash } from './metrics-frame.ts';
import type { Neighbour } from './metrics-frame-words.ts';

/** A report to be kept. */
export interface ReportToKeep {
  readonly period: string;
  readonly title: string;
  readonly report: string;
  readonly digest: string;
  readonly numbers: Readonly<Record<string, string>>;
  /** Whom to call if this makes the issue. */
  readonly notify: readonly string[];
}

/** What to do; where an issue is to be made, the rest is asked for again with it. */
export type Keeping =
  | { readonly kind: 'create'; readonly title: string; readonly body: string }
  | { readonly kind: 'edit'; readonly issue: MetricsIssue; readonly edits: readonly MetricsEdit[] };

/** Earlier ones that are linked and closed in one run. */
const mostMended = 10;

interface Ours extends FramedReport {
  readonly issue: MetricsIssue;
}

/**
 * Only issues that we wrote and that bear our key are touched; of two for a period the older is kept. Closed and reopened by hand
 * stays so: an earlier one is closed in the moment that it is linked to its successor, and never again. One for an older period is
 * closed as soon as it is linked to the newer one, which is left alone.
 */
export function keeping(issues: readonly MetricsIssue[], toKeep: ReportToKeep): Keeping {
  const ours = oursAmong(issues);
  const [kept, ...doubles] = ours.filter(({ frame }) => frame.period === toKeep.period);
  const others = firstOfEach(ours.filter(({ frame }) => frame.period !== toKeep.period));
  const before = others.findLast(({ frame }) => frame.period < toKeep.period);
  const after = others.find(({ frame }) => frame.period > toKeep.period);
  const frame = {
    ...{ period: toKeep.period, digest: toKeep.digest, text: textHash(toKeep.title, toKeep.report) },
    ...{ numbers: toKeep.numbers, before: before ? neighbourOf(before) : null },
  };
  if (!kept) {
    const body = framed({ report: toKeep.report, frame: { ...frame, after: null, notified: toKeep.notify } });
    return { kind: 'create', title: toKeep.title, body };
  }
  const linked = { ...frame, after: after ? neighbourOf(after) : null, notified: kept.frame.notified };
  return {
    kind: 'edit',
    issue: kept.issue,
    edits: [
      ...rewritten(kept, toKeep, linked),
      ...earlierEdits(
        others.filter(({ frame: { period } }) => period < toKeep.period),
        neighbourOf(kept),
      ),
      ...doubles.flatMap((double) => doubleEdits(double, kept)),
    ],
  };
}

/**
 * Whether the report of a period stands as we wrote it, made of the same, and nothing that belongs to it was cut: it is the only one of
 * its period, and it and the ones before it are linked to the next.
 * @param issues the newest ones: what is further back was mended when they were written
 */
export function isKept(issues: readonly MetricsIssue[], period: string, digest: string): boolean {
  const ours = oursAmong(issues);
  const [kept, ...doubles] = ours.filter(({ frame }) => frame.period === period);
  if (!kept || doubles.length > 0 || kept.frame.digest !== digest) return false;
  const last = ours.at(-1)?.frame.period ?? period;
  const isLinked = ours.every(({ frame }) => frame.period > period || frame.period === last || frame.after !== null);
  return isLinked && kept.frame.text === textHash(kept.issue.title, kept.report);
}

/** By period, of one period the older first. */
function oursAmong(issues: readonly MetricsIssue[]): readonly Ours[] {
  const read = issues.flatMap((issue) => {
    const found = issue.mine ? readFramed(issue.body) : null;
    return found ? [{ ...found, issue }] : [];
  });
  return read.sort(
    (one, other) => one.frame.period.localeCompare(other.frame.period) || one.issue.number - other.issue.number,
  );
}

function firstOfEach(sorted: readonly Ours[]): readonly Ours[] {
  return sorted.filter(({ frame }, index) => sorted[index - 1]?.frame.period !== frame.period);
}

function neighbourOf({ issue, frame }: Ours): Neighbour {
  return { number: issue.number, period: frame.period };
}

function rewritten(
  { issue, frame: was }: Ours,
  { title, report }: ReportToKeep,
  frame: MetricsFrame,
): readonly MetricsEdit[] {
  const body = framed({ report, frame });
  const isSame = issue.title === title && issue.body === body;
  return [
    ...(isSame ? [] : [{ kind: 'edit', id: issue.id, title, body } as const]),
    ...(was.after === null && frame.after !== null ? closing(issue) : []),
  ];
}

/** Each is linked to the one behind it, the last of them to the one that is kept. */
function earlierEdits(earlier: readonly Ours[], kept: Neighbour): readonly MetricsEdit[] {
  return earlier
    .map((one, index) => [one, earlier[index + 1]] as const)
    .filter(([{ frame }]) => frame.after === null)
    .slice(-mostMended)
    .flatMap(([{ issue, report, frame }, next]) => {
      const after = next ? neighbourOf(next) : kept;
      const body = framed({ report, frame: { ...frame, after } });
      // Somebody may have written so much into it that the link has no room.
      if (!fits(body)) return [];
      return [{ kind: 'edit', id: issue.id, body }, ...closing(issue)];
    });
}

function closing({ id, state }: MetricsIssue): readonly MetricsEdit[] {
  return state === 'open' ? [{ kind: 'close', id }] : [];
}

function doubleEdits({ issue }: Ours, kept: Ours): readonly MetricsEdit[] {
  return [
    { kind: 'edit', id: issue.id, body: doubled(neighbourOf(kept)) },
    ...(issue.state === 'open' ? [{ kind: 'close-double', id: issue.id, original: kept.issue.id } as const] : []),
  ];
}
