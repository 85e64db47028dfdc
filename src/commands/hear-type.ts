// The type that a report tells: its own answer, else a label it was filed with, else what stands with the severity (`IN-3`).
import type { Handbook } from '../core/handbook.ts';
import type { Report } from '../thread/utterance.ts';
import { isUnsure } from './hear-severity.ts';
import { named } from './named.ts';
import { leading, typeAndLevel } from './type-and-level.ts';

/** `type`: null where nothing told it. `unread`: an answer that names no type. */
export interface TypeTold {
  readonly type: string | null;
  readonly unread: string | null;
}

/** Of several labels the last one set counts. */
export function typeTold(report: Report, labels: readonly string[], handbook: Handbook): TypeTold {
  const { types } = handbook;
  const answer = report.type ?? null;
  const kind = answer === null ? null : leading(answer, (head) => named(types, head)?.id);
  const unread = answer !== null && kind === null && !isUnsure(answer) ? answer : null;
  const borne = labels.findLast((one) => types.some(({ label }) => alike(label, one)));
  const labelled = borne === undefined ? null : (types.find(({ label }) => alike(label, borne))?.id ?? null);
  const level = leading(report.severity ?? '', (head) => typeAndLevel(head, handbook)?.type?.id);
  return { type: kind ?? labelled ?? level, unread };
}

function alike(label: { readonly name: string } | null, name: string): boolean {
  return label?.name.toLowerCase() === name.toLowerCase();
}
