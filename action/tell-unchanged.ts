// A run whose report stands on its issue already: what the workflow is given comes from there.
import type { Measured } from '../src/measured.ts';
import { noFilesLine, outcomeLine } from '../src/report/action-words.ts';
import { readFramed } from '../src/report/metrics-frame.ts';
import type { Inputs } from './inputs.ts';
import type { Job } from './job.ts';

type Unchanged = Extract<Measured, { readonly kind: 'unchanged' }>;

/** @returns null: it cannot fail */
export async function tellUnchanged({ period, look }: Unchanged, { formats }: Inputs, job: Job): Promise<null> {
  const [found] = look.kept.flatMap((issue) => {
    const framed = issue.ours ? readFramed(issue.body) : null;
    return framed?.frame.period === period.id ? [{ issue, framed }] : [];
  });
  if (!found) throw new Error(`The report of ${period.id} was found and is gone`);
  const { issue, framed } = found;
  job.output('issue-number', String(issue.number));
  job.output('issue-url', issue.url);
  job.output('changed', 'false');
  for (const [id, value] of Object.entries(framed.frame.numbers)) job.output(id, value);
  for (const format of formats) job.output(format, '');
  await job.summary(`# ${issue.title}\n\n${framed.report}\n`);
  job.notice(outcomeLine('unchanged', period.id, issue.url));
  if (formats.length > 0) job.info(noFilesLine());
  return null;
}
