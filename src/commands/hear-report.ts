// The report: an issue that carries the incident label from the start, or whose text is the form's, declares itself.
import { isReport } from '../thread/report.ts';
import type { Utterance } from '../thread/utterance.ts';
import { declaration } from './hear-declaration.ts';
import type { Draft, Hearing } from './hearing.ts';

type Reported = Extract<Utterance, { kind: 'report' }>;

/** Declares an incident of a report, whoever filed it, bots too. A text that became a report after another declaration is none. */
export function hearReport(utterance: Reported, hearing: Hearing): readonly Draft[] {
  const { snapshot, handbook, declared } = hearing;
  if (declared || snapshot.issue.isPullRequest) return [];
  const wanted = handbook.label.name.toLowerCase();
  const labelled = utterance.labels.some((label) => label.toLowerCase() === wanted);
  if (!labelled && !isReport(snapshot.issue.body, handbook.headings)) return [];
  return declaration(utterance, hearing, { severity: null, backfilled: false });
}
