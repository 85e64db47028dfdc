// One run of the Action: its words, the report, and what becomes of it.
import { shortHash } from '../src/core/entry.ts';
import { Unanswered } from '../src/github/unanswered.ts';
import { measure } from '../src/measure.ts';
import type { FirstLook, Measured } from '../src/measured.ts';
import type { Period } from '../src/metrics/period.ts';
import { plain } from '../src/plain.ts';
import { progressOn } from '../src/progress.ts';
import { inputFaults } from '../src/report/action-input-words.ts';
import { isKept } from '../src/report/kept-reports.ts';
import { type Inputs, readInputs, readMode, secretInputs } from './inputs.ts';
import type { Job } from './job.ts';
import { respond } from './respond.ts';
import { tellReport } from './tell-report.ts';
import { tellUnchanged } from './tell-unchanged.ts';

/** Never throws: what goes wrong fails the run in one sentence, without a token or a stack in it. */
export async function runAction(job: Job): Promise<void> {
  for (const secret of secretInputs.map(job.read)) if (secret !== '') job.secret(secret);
  try {
    const why = await runAs(job);
    if (why !== null) job.failed(plain(why, 1000));
  } catch (error) {
    job.failed(plain(failureOf(error), 1000));
  }
}

/** @returns why it failed; null: it did not */
async function runAs(job: Job): Promise<string | null> {
  const mode = readMode(job.read);
  if (typeof mode !== 'string') return mode.why;
  if (mode === 'respond') return respond(job);
  const inputs = readInputs(job.read, job.home);
  return 'why' in inputs ? inputs.why : runWith(inputs, job);
}

/** An error's own sentence; never the error itself, which may hold a request with its token. */
function failureOf(error: unknown): string {
  if (error instanceof Unanswered && error.status === 401) return inputFaults.strangeToken();
  return error instanceof Error ? error.message : 'It failed, and nothing is known of why.';
}

/** @returns why it failed; null: it did not */
async function runWith(inputs: Inputs, job: Job): Promise<string | null> {
  const github = job.github(inputs.token);
  const digestOf = (look: FirstLook) => shortHash(`${look.digest} ${job.edition} ${inputs.title ?? ''}`);
  const measured = await measuredBy(inputs, job, () => github, digestOf);
  if (measured.kind === 'refused') return measured.why;
  if (measured.kind === 'unchanged') return tellUnchanged(measured, inputs, job);
  const digest = measured.look ? digestOf(measured.look) : '';
  return tellReport(measured, { inputs, digest, github }, job);
}

async function measuredBy(
  inputs: Inputs,
  job: Job,
  github: () => ReturnType<Job['github']>,
  digestOf: (look: FirstLook) => string,
): Promise<Measured> {
  const mayStop = inputs.issue && inputs.whenUnchanged === 'stop';
  const stands = (look: FirstLook, period: Period) =>
    isKept(
      look.kept.map((issue) => ({ ...issue, mine: issue.ours })),
      period.id,
      digestOf(look),
    );
  const progress = progressOn({ screen: null, line: job.info, clock: job.clock });
  try {
    return await measure(
      {
        ...{ source: { from: 'github', repositories: inputs.repositories }, home: job.home, label: inputs.label },
        ...{ period: inputs.period, handbook: inputs.handbook, zone: inputs.zone, since: inputs.since, now: job.now },
      },
      {
        ...{ github, services: job.services(inputs.ledgerKey), wait: job.wait, patience: inputs.wait },
        ...{ progress: progress.step, say: progress.say },
        isKept: (look, period) => mayStop && stands(look, period),
      },
    );
  } finally {
    progress.end();
  }
}
