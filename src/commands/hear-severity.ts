// The severity that a report tells: its own answer, else a label it was filed with, else impact by urgency, else assumed.
import type { Handbook } from '../core/handbook.ts';
import type { Report } from '../thread/utterance.ts';
import { leading, typeAndLevel } from './type-and-level.ts';

/** `assumed`: nothing told it. `unread`: an answer that names no level. */
export interface SeverityTold {
  readonly severity: string;
  readonly assumed: boolean;
  readonly unread: string | null;
}

/** Of several labels the last one set counts. One axis known: the other counts as the handbook's `unsure` says (contract). */
export function severityTold(report: Report, labels: readonly string[], handbook: Handbook): SeverityTold {
  const answer = report.severity ?? null;
  const level = answer === null ? undefined : leading(answer, (head) => typeAndLevel(head, handbook))?.level.id;
  const unread = answer !== null && level === undefined && !isUnsure(answer) ? answer : null;
  const label = labels.findLast((one) => handbook.severities.some(({ id }) => id.toLowerCase() === one.toLowerCase()));
  const told = level ?? label?.toLowerCase() ?? fromAxes(report, handbook);
  const severity = handbook.severities.find(({ id }) => id.toLowerCase() === told?.toLowerCase())?.id;
  return { severity: severity ?? handbook.unsure.severity, assumed: severity === undefined, unread };
}

/** `High`, `Medium` or `Low` at the beginning of an answer; null for anything else. */
export function axisOf(text: string): 'high' | 'medium' | 'low' | null {
  const word = /^\W*(high|medium|low)(?:\b(?=\s*(?:$|[–—:,.(-]))|$)/i.exec(text)?.[1]?.toLowerCase();
  return word === 'high' || word === 'medium' || word === 'low' ? word : null;
}

function fromAxes(report: Report, { matrix, unsure }: Handbook): string | undefined {
  const [impact, urgency] = [report.impact, report.urgency].map((text) => (text === undefined ? null : axisOf(text)));
  if (!impact && !urgency) return undefined;
  return matrix[impact ?? unsure.axis]?.[urgency ?? unsure.axis];
}

/** An answer that says that it is not known. */
export function isUnsure(answer: string): boolean {
  return /^(?:i am |i'm )?(?:not sure|unsure|unknown|don'?t know|no idea|\?+|n\/?a|none|[–—-]+)\.?$/i.test(
    answer.trim(),
  );
}
