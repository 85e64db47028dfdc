// `mode: respond`: does on GitHub's runners what the App does on a server, for one event, and ends.
import { nameOf } from '../src/github/name-of.ts';
import { type Log, reasonOf } from '../src/log.ts';
import { Passes } from '../src/passes.ts';
import { plain } from '../src/plain.ts';
import { doneLine, leftLine, respondSummary, unfinishedFault } from '../src/report/respond-words.ts';
import { happeningOf } from './happening.ts';
import { inStep } from './in-step.ts';
import type { Job } from './job.ts';
import { readRespondInputs } from './respond-inputs.ts';
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
      ? { issues: [happening], left: 0 }
      : await whatIsDue(github, { home: job.home, now: job.time() }, services);
  for (const { ref, changedAt } of due.issues) {
    told.expect(nameOf(ref));
    passes.wake(here, ref, 'issue', changedAt);
  }
  await Promise.race([passes.idle(), stuck, job.until(inputs.wait * minute)]);
  await passes.stop();
  return tell(told, due, job);
}

async function tell(told: ToldPasses, { left }: Waiting, job: Job): Promise<string | null> {
  for (const one of told.all) job.info(plain(doneLine(one), 1000));
  if (left > 0) job.notice(leftLine(left));
  await job.summary(respondSummary(told.all, left));
  const unfinished = told.all.filter(({ why }) => why !== null);
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
