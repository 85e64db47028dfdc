// What a ladder cannot do: nothing rings yet, and levels that nobody is told for call nobody.

import { callingAt, callsNobody, emptyLevels } from '../clocks/could-call.ts';
import { readSource } from '../config/document.ts';
import type { EscalationLevel } from '../core/duty.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Problem } from '../core/snapshot.ts';
import { configPath } from '../github/config-files.ts';
import { rosterFile } from '../oncall/rota.ts';
import type { Warned } from './finding.ts';
import type { Patient } from './patient.ts';

/**
 * One for a repository that has told of nobody yet, as it is after `sitrep init`. Who wants nobody called takes the ladder away
 * (`escalation: null`), and has none.
 * @param text of the config; null: there is none
 */
export function ladderWarnings(handbook: Handbook, text: string | null): readonly Problem[] {
  const severities = callingAt(handbook).join(', ');
  if (severities === '') return [];
  const source = readSource(configPath, text ?? '').source;
  const { line = 1, column = 1 } = source?.place(['escalation'], 'key') ?? source?.place(['handbook'], 'key') ?? {};
  const at = { file: configPath, line, column };
  const { levels } = handbook.escalation;
  const empty = emptyLevels(handbook);
  const mend = (level: string | undefined) =>
    `Tell who is on call in \`${rosterFile}\`, or whom to call under \`escalation: {levels: {${level}: {calls: [...]}}}\``;
  if (callsNobody(handbook)) {
    const what = `The ladder calls nobody at ${severities}: nobody is told for any of its levels (${idsOf(levels)}), and without a paging wire nothing would ring.`;
    return [
      { ...at, what, suggestion: `${mend(levels[0]?.id)}; where nobody is to be called, write \`escalation: null\`.` },
    ];
  }
  const wireless: Problem = {
    ...at,
    what: `Nothing rings when the ladder calls somebody at ${severities}: without a paging wire a page is a mention on GitHub.`,
    suggestion: 'Keep your pager beside it.',
  };
  const passed: Problem = {
    ...at,
    what: `The ladder passes over levels that nobody is told for: ${idsOf(empty)}.`,
    suggestion: `${mend(empty[0]?.id)}.`,
  };
  return empty.length === 0 ? [wireless] : [wireless, passed];
}

function idsOf(levels: readonly EscalationLevel[]): string {
  return levels.map(({ id }) => id).join(', ');
}

/** The same for the doctor. */
export function ladderFindings({ handbook }: Pick<Patient, 'handbook'>): readonly Warned[] {
  return ladderWarnings(handbook, null).map(({ what, suggestion }) => ({ warning: `${what} ${suggestion}` }));
}
