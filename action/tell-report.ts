// A new report: to the job's summary, to files and outputs, and to its issue.
import type { GitHub } from '../src/github/client.ts';
import type { Measured } from '../src/measured.ts';
import { keepMetricsIssue } from '../src/metrics-issue.ts';
import { plain } from '../src/plain.ts';
import { moreProblemsLine, outcomeLine, qualityLine } from '../src/report/action-words.ts';
import { titleAsked } from '../src/report/asked-title.ts';
import { keepingFault } from '../src/report/metrics-issue-words.ts';
import { spanOfDays } from '../src/report/period-words.ts';
import type { FileFormat, Inputs } from './inputs.ts';
import type { Job } from './job.ts';

type Whole = Extract<Measured, { readonly kind: 'measured' }>;

interface Telling {
  readonly inputs: Inputs;
  readonly digest: string;
  readonly github: GitHub;
}

/** GitHub shows ten warnings of a step. */
const mostWarnings = 10;

const forms: Readonly<Record<FileFormat, { readonly end: string; readonly text: (told: Told) => string }>> = {
  markdown: { end: 'md', text: ({ title, whole }) => `# ${title}\n\n${whole.body}` },
  json: { end: 'json', text: ({ whole }) => whole.json },
  csv: { end: 'csv', text: ({ whole }) => whole.csv },
};

interface Told {
  readonly title: string;
  readonly whole: Whole;
}

/**
 * The summary, files and numbers come first: they are there also where the issue cannot be kept.
 * @returns why the issue could not be kept; null: it was, or nobody asked for one
 */
export async function tellReport(whole: Whole, { inputs, digest, github }: Telling, job: Job): Promise<string | null> {
  const { period } = whole.report;
  const title = titleOf(whole, inputs, job);
  warn(whole, job);
  for (const format of inputs.formats) {
    const { end, text } = forms[format];
    job.output(format, job.file(`incident-metrics-${period.id}.${end}`, text({ title, whole })));
  }
  for (const [id, value] of Object.entries(whole.outputs)) job.output(id, value);
  await job.summary(`# ${title}\n\n${whole.body}`);
  if (!inputs.issue) return null;
  const kept = await keepMetricsIssue(
    { github, repository: job.home, label: inputs.label, wait: job.wait, say: job.info },
    {
      ...{ period: period.id, title, report: whole.body, digest },
      ...{ numbers: whole.outputs, notify: inputs.notify },
    },
  );
  if ('fault' in kept) return keepingFault(kept.fault, job.home);
  job.output('issue-number', String(kept.issue.number));
  job.output('issue-url', kept.issue.url);
  job.output('changed', String(kept.outcome !== 'same'));
  job.notice(outcomeLine(kept.outcome, period.id, kept.issue.url));
  return null;
}

function titleOf({ title, report: { period } }: Whole, inputs: Inputs, { home }: Job): string {
  if (inputs.title === null) return title;
  return titleAsked(inputs.title, { period: period.id, days: spanOfDays(period), repository: home });
}

function warn({ problems, report }: Whole, job: Job): void {
  const quality = qualityLine(report.quality.length);
  const all = [...problems.map((problem) => plain(problem, 1000)), ...(quality === null ? [] : [quality])];
  const shown = all.length > mostWarnings ? mostWarnings - 1 : all.length;
  for (const problem of all.slice(0, shown)) job.warning(problem);
  if (shown === all.length) return;
  job.warning(moreProblemsLine(all.length - shown));
  for (const problem of all.slice(shown)) job.info(problem);
}
