// A report that is edited after it was heard: only that it is a private matter after all is heard of it.
import { typeOf } from '../core/handbook.ts';
import { same } from '../core/person.ts';
import type { Utterance } from '../thread/utterance.ts';
import { typeTold } from './hear-type.ts';
import { type Draft, type Hearing, standingOf } from './hearing.ts';
import { isResponder } from './rights.ts';
import { typeFact } from './type.ts';

type Edited = Extract<Utterance, { kind: 'report-edit' }>;

/**
 * Who filed it, or a responder, corrects the type to a private one: then it is one from here on, before anything else of it is
 * repeated. Other corrections are said by commands, as the rest of an edit is not heard either.
 */
export function hearReportEdit({ by, report }: Edited, hearing: Hearing): readonly Draft[] {
  const { handbook, snapshot } = hearing;
  const incident = hearing.incident();
  const { type } = typeTold(report, [], handbook);
  if (!incident || !by || type === null || type === incident.type.current) return [];
  if (!typeOf(handbook, type)?.private) return [];
  const may = same(by, snapshot.issue.by) || isResponder(standingOf(by, hearing), handbook);
  return may ? [{ fact: typeFact(type, handbook) }] : [];
}
