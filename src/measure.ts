// From what is asked to a report with its texts: reads just enough incidents, and reckons. The command line and the Action share it.
import { gatherFromGitHub } from './gather-from-github.ts';
import { gatherFromLines } from './gather-from-lines.ts';
import type { Gathered } from './gathered.ts';
import { lastSaid } from './lines/last-said.ts';
import type { IncidentLine } from './lines/line.ts';
import type { MeasureAsked, Measured, MeasureWires } from './measured.ts';
import type { Report, RepositoryRead } from './metrics/report.ts';
import { reportOf } from './metrics/report-of.ts';
import { reachOf } from './metrics-frame.ts';
import { csvOf } from './report/csv-of.ts';
import { headlineOutputs } from './report/headline-outputs.ts';
import { jsonOf } from './report/json-of.ts';
import { renderIssue } from './report/render-issue.ts';

/**
 * Measures a week.
 * @returns the report in every form; or that it is kept already, or that something asked for was not understood
 * @throws when no repository can be read, GitHub gives no whole answer, or a line of the file is wrong: with what to do
 */
export async function measure(asked: MeasureAsked, wires: MeasureWires): Promise<Measured> {
  const reach = reachOf(asked);
  if ('why' in reach) return { kind: 'refused', why: reach.why };
  const { source } = asked;
  const gathered =
    source.from === 'lines'
      ? await gatherFromLines(asked, source, wires)
      : await gatherFromGitHub(asked, source.repositories, reach.since, wires);
  if ('why' in gathered) return { kind: 'refused', why: gathered.why };
  if ('kind' in gathered) return gathered;
  return inEveryForm(reportOn(gathered, asked), gathered, wires);
}

function reportOn({ ground, frame, lines, repositories }: Gathered, { now }: MeasureAsked): Report {
  const { handbook, zone } = ground;
  const { period, since } = frame;
  const within = lines.filter((line) => line.state === 'open' || (lastSaid(line) ?? since) >= since);
  const counted = repositories.map((read) => recounted(read, within));
  const { id, name, indicators } = handbook;
  return reportOf(within, { period, zone, now, since, handbook: { id, name, indicators }, repositories: counted });
}

/** What was read and is too old to count is not told of: the same numbers from GitHub and from a file. */
function recounted(read: RepositoryRead, lines: readonly IncidentLine[]): RepositoryRead {
  const own = lines.filter(({ repository }) => repository.toLowerCase() === read.name.toLowerCase());
  return { ...read, incidents: own.length, fromIssueOnly: own.filter(({ source }) => source === 'issue').length };
}

function inEveryForm(report: Report, { problems, look }: Gathered, { services }: MeasureWires): Measured {
  const { title, body } = renderIssue(report, services.tools.templates);
  const texts = { title, body, csv: csvOf(report), json: jsonOf(report), outputs: headlineOutputs(report) };
  return { kind: 'measured', report, ...texts, problems, look };
}
