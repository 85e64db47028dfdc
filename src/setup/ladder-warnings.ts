// What a ladder that climbs by itself cannot do: nothing rings yet, and levels that nobody is told for call nobody.
import { readSource } from '../config/document.ts';
import { callsNobody, climbingAt, emptyLevels } from '../core/could-call.ts';
import type { Handbook } from '../core/handbook.ts';
import { rosterFile } from '../core/rota.ts';
import type { Problem } from '../core/snapshot.ts';
import { configPath } from '../github/config-files.ts';
import type { Warned } from './finding.ts';
import type { Patient } from './patient.ts';

/** @param text of the config; null: there is none */
export function ladderWarnings(handbook: Handbook, text: string | null): readonly Problem[] {
  const severities = climbingAt(handbook);
  if (severities.length === 0) return [];
  const source = readSource(configPath, text ?? '').source;
  const { line = 1, column = 1 } = source?.place(['escalation'], 'key') ?? source?.place(['handbook'], 'key') ?? {};
  const at = { file: configPath, line, column };
  const { levels } = handbook.escalation;
  const empty = emptyLevels(handbook).map(({ id }) => id);
  const wireless: Problem = {
    ...at,
    what: `Nothing rings when the ladder calls somebody at ${severities.join(', ')}: without a paging wire a page is a mention on GitHub.`,
    suggestion: 'Keep your pager beside it.',
  };
  const isAll = callsNobody(handbook);
  if (empty.length === 0 && !isAll) return [wireless];
  const [lowest = levels[0]?.id] = empty;
  return [
    wireless,
    {
      ...at,
      what: isAll
        ? `The ladder calls nobody at ${severities.join(', ')}: nobody is told for any of its levels (${levels.map(({ id }) => id).join(', ')}).`
        : `The ladder passes over levels that nobody is told for: ${empty.join(', ')}.`,
      suggestion: `Tell who is on call in \`${rosterFile}\`, or whom to call under \`escalation: {levels: {${lowest}: {calls: [...]}}}\`.`,
    },
  ];
}

/** The same for the doctor. */
export function ladderFindings({ handbook }: Pick<Patient, 'handbook'>): readonly Warned[] {
  return ladderWarnings(handbook, null).map(({ what, suggestion }) => ({ warning: `${what} ${suggestion}` }));
}
