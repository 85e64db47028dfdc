// Incidents for a report from lines as `sitrep export` writes them.
import type { Gathered } from './gathered.ts';
import type { IncidentLine } from './lines/line.ts';
import { readLines } from './lines/read-lines.ts';
import type { IncidentSource, MeasureAsked, MeasureWires } from './measured.ts';
import type { RepositoryRead } from './metrics/report.ts';
import { frameIn, type NotUnderstood } from './metrics-frame.ts';
import { groundOfLines } from './metrics-ground.ts';
import { noLinesWords } from './report/incident-reading-words.ts';

/** Reads a file to its end. @throws for a wrong line: with the file's name and the line's number */
export async function gatherFromLines(
  asked: MeasureAsked,
  { text, file, config }: Extract<IncidentSource, { from: 'lines' }>,
  { services, progress }: Pick<MeasureWires, 'services' | 'progress'>,
): Promise<Gathered | NotUnderstood> {
  const lines: IncidentLine[] = [];
  for await (const line of readLines(text, file)) {
    lines.push(line);
    progress({ repository: file, read: lines.length, total: null });
  }
  const ground = groundOfLines(asked, lines, config, services);
  if ('why' in ground) return ground;
  const frame = frameIn(asked, ground.zone, ground.handbook.indicators);
  if ('why' in frame) return frame;
  const problems = [...ground.problems, ...(lines.length === 0 ? [noLinesWords(file)] : [])];
  return { ground, frame, lines, repositories: repositoriesOf(lines), problems, look: null };
}

/** Each once, in the order of the alphabet; how many are counted is said where they are. */
function repositoriesOf(lines: readonly IncidentLine[]): readonly RepositoryRead[] {
  const names = [...new Set(lines.map(({ repository }) => repository))].sort();
  return names.map((name) => ({ name, incidents: 0, fromIssueOnly: 0, problem: null }));
}
