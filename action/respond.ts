// `mode: respond`: does on GitHub's runners what the App does on a server, for one event, and ends.

import type { GitHub } from '../src/github/client.ts';
import { nameOf } from '../src/github/name-of.ts';
import { type Log, reasonOf } from '../src/log.ts';
import { Passes } from '../src/passes.ts';
import { plain } from '../src/plain.ts';
import { doneLine, leftLine, punctualityLine, respondSummary, unfinishedFault } from '../src/report/respond-words.ts';
import { minutesBetween } from '../src/time/time.ts';
import { type Happening, happeningOf } from './happening.ts';
import { warnIfIdle } from './idle.ts';
import { inStep } from './in-step.ts';
import type { Job } from './job.ts';
import { type Punctuality, punctualityOf } from './punctuality.ts';
import { readRespondInputs } from './respond-inputs.ts';
import { runBefore } from './run-before.ts';
import { ToldPasses } from './told-passes.ts';
import { type Waiting, whatIsDue } from './what-is-due.ts';

const minute = 60_000;
/** There is one installation: the repository's. */
const here = 0;

/** @returns why the run failed; null: it did not. @throws when GitHub gives no answer to what is due */
export async function respond(job: Job): Promise<string | null> {
  const inputs = readRespondInputs(job.read, job.home);
  if ('why' in inputs) return inputs.why;
  const happening = happeningOf(job.event, job.home);
  if (happening.what === 'strange') return happening.why;
  if (happening.what === 'nothing') {
    job.info(happening.why);
    return null;
  }
  const github = inStep(job.github(inputs.token), job);
  const services = job.services(inputs.ledgerKey, 'actions');
  let settle = () => {};
  const stuck = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const told: ToldPasses = new ToldPasses(() => told.isStuck && settle());
  const passes = new Passes({
    ...{ services, clientFor: async () => github, clock: job.time, log: logOf(job), watcher: told },
    // The runner took longer to start than anybody's second thought; writes are in step already.
    ...{ gatherMilliseconds: 0, pace: null },
  });
  const due: Waiting =
    happening.what === 'issue'
      ? { issues: [happening], left: 0, pushed: null }
      : await whatIsDue(github, { home: job.home, now: job.time() }, services);
  for (const { ref, changedAt } of due.issues) {
    told.expect(nameOf(ref));
    passes.wake(here, ref, 'issue', changedAt);
  }
  await Promise.race([passes.idle(), stuck, job.until(inputs.wait * minute)]);
  await passes.stop();
  return tell(told, due, await notesOn(happening, due, github, job), job);
}

/** A schedule that is later than this is told beside the summary as well: nobody opens the summary of a run that did well. */
const tellingLate = 60;

/** What a scheduled run says of itself. */
async function notesOn(
  happening: Happening,
  { pushed }: Waiting,
  github: GitHub,
  job: Job,
): Promise<readonly string[]> {
  if (happening.what !== 'everything' || happening.cron === null) return [];
  const last = await runBefore(github, job.home, job.run);
  const came = punctualityOf(happening.cron, job.now, last);
  if (came) tellLateness(came, job);
  const idle = pushed ? await warnIfIdle(github, pushed, job.now) : null;
  if (idle !== null) job.warning(idle);
  return [...(came ? [punctualityLine(came)] : []), ...(idle === null ? [] : [idle])];
}

function tellLateness(came: Punctuality, job: Job): void {
  job.output('late-minutes', String(came.lateMinutes));
  if (came.lateMinutes >= tellingLate) job.warning(punctualityLine(came));
}

async function tell(told: ToldPasses, { left }: Waiting, notes: readonly string[], job: Job): Promise<string | null> {
  const now = job.time();
  const work = told.all.map((one) => ({
    ...one,
    lateMinutes: one.dueAt === null ? null : Math.max(0, minutesBetween(one.dueAt, now)),
  }));
  for (const one of work) job.info(plain(doneLine(one), 1000));
  if (left > 0) job.notice(leftLine(left));
  await job.summary(respondSummary(work, left, notes));
  const unfinished = work.filter(({ why }) => why !== null);
  const unheard = unfinished.filter(({ heard }) => !heard);
  for (const one of unfinished.filter(({ heard }) => heard)) job.warning(plain(unfinishedFault([one]), 1000));
  return unheard.length === 0 ? null : unfinishedFault(unheard);
}

/** What a pass says beside how it ended is for who looks for a fault. */
function logOf(job: Job): Log {
  const line = (fields: Readonly<Record<string, unknown>>, sentence: string) =>
    plain(`${sentence} ${JSON.stringify(fields)}`, 1000);
  return {
    debug() {},
    info: (fields, sentence) => job.info(line(fields, sentence)),
    warn: (fields, sentence) => job.info(line(fields, sentence)),
    error: ({ reason }, sentence) => job.warning(plain(`${sentence}: ${reasonOf(reason)}`, 1000)),
  };
}
