// Plays a thread in the sandbox: people act at GitHub's buttons, and Sitrep passes as it does in production.

import { formBody } from '../sandbox/form-body.ts';
import type { Issue, RepositoryName, World } from '../sandbox/world.ts';
import type { Services } from '../src/footing.ts';
import type { GitHub } from '../src/github/client.ts';
import { reconcile } from '../src/reconcile.ts';
import type { Saying, Thread } from './thread.ts';

export interface Playing {
  readonly world: World;
  readonly repository: RepositoryName;
  /** As the App, in this process. */
  readonly github: GitHub;
  readonly services: Services;
  /** ISO UTC: what would be said later has not been said yet. */
  readonly until: string;
}

/**
 * Plays one thread from its report to its last word (or `until`). Sitrep passes after the report (it makes the card), when all was
 * said, and once more when the post-mortem was merged: fewer passes than in life, which makes the same ledger, for a pass hears
 * whatever it has not heard. The world's clock goes along; it is set back for the next thread, as incidents overlap.
 */
export async function playThread(thread: Thread, playing: Playing): Promise<void> {
  const { world, repository } = playing;
  world.now = thread.at;
  const issue = world.as(thread.by).openIssue(repository, {
    ...{ title: thread.title, body: formBody(thread.form), labels: ['incident'], template: true },
  });
  if (thread.card === 'first') await pass(issue, playing);
  let heard = thread.card === 'first' && thread.sayings.length === 0;
  for (const saying of thread.sayings) {
    const at = plusMinutes(thread.at, saying.after);
    if (at > playing.until) break;
    world.now = at;
    if ('merge' in saying.does && thread.card !== 'none') {
      await pass(issue, playing);
      heard = !merge(issue, saying, playing);
    } else {
      act(issue, saying, playing);
      heard = false;
    }
  }
  if (!heard && thread.card !== 'none') await pass(issue, playing);
  if (thread.card === 'none') closeByHand(issue, thread, playing);
}

async function pass(issue: Issue, { github, repository, services, world }: Playing): Promise<void> {
  const { outcome, applied } = await reconcile(github, { ...repository, number: issue.number }, world.now, services);
  const faults = applied.flatMap((one) => one.faults);
  if (faults.length > 0 || outcome === 'stale' || outcome === 'absent')
    throw new Error(`a pass over #${issue.number} ended ${outcome}: ${JSON.stringify(faults)}`);
}

function act(issue: Issue, { by, does }: Saying, { world, repository }: Playing): void {
  const person = world.as(by);
  if ('comment' in does) person.comment(repository, issue.number, does.comment);
  if ('label' in does) person.addLabels(repository, issue.number, [does.label]);
}

/** @returns whether there was a post-mortem to merge. */
function merge(issue: Issue, { by }: Saying, { world, repository }: Playing): boolean {
  const branch = `post-mortem/${issue.number}`;
  // The newest are last: the pull request was opened in the pass before.
  const number = issue.repository.nextNumber - 1;
  const pull = issue.repository.issues.get(number)?.pull;
  if (pull?.headBranch !== branch || pull.merged) return false;
  world.as(by).mergePull(repository, number, 'squash');
  world.as(by).deleteBranch(repository, branch);
  return true;
}

/** An issue of the time before Sitrep: somebody closed it when it was over. */
function closeByHand(issue: Issue, { at, sayings }: Thread, { world, repository, until }: Playing): void {
  const end = plusMinutes(at, (sayings.at(-1)?.after ?? 120) + 5);
  if (end > until) return;
  world.now = end;
  world.as('ada').close(repository, issue.number);
}

function plusMinutes(at: string, minutes: number): string {
  return `${new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
}
