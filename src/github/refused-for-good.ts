// Tells GitHub's "no" for good (a setting, a ruleset, a branch that is not ours: a person must know, once) from a fault
// that the next pass mends.
import { same } from '../core/person.ts';
import type { GitHubRefusal, Snapshot } from '../core/snapshot.ts';
import { later } from '../time/time.ts';
import type { Fault } from './wave.ts';

const postMortemSteps: ReadonlySet<string> = new Set(['create-branch', 'commit', 'open-pull', 'reopen-pull']);

// "GitHub Actions is not permitted to create or approve pull requests", "Repository rule violations found", "Cannot create ref
// due to creations being restricted", "Resource not accessible by integration", "Protected branch …", "Changes must be made
// through a pull request", "Pull requests are disabled".
const settings =
  /not permitted|not accessible|rule violation|ruleset|restricted|protected branch|must be made|disabled/i;

/** GraphQL's types of an answer that would be the same the next time. A head that moved on is `STALE_DATA`, a fault of GitHub has none. */
const forGood: ReadonlySet<string | null> = new Set(['FORBIDDEN', 'UNPROCESSABLE']);

/** GitHub's brake on writing too much, which has the type of a refusal. */
const brake = /too quickly|rate limit|abuse/i;

/**
 * What GitHub refused of the post-mortem for good; at most one, for the first step that failed. It counts as said when people last
 * did something: so it is the same one however late we look and however often we try, and another one after the next command.
 */
export function refusedForGood(faults: readonly Fault[], snapshot: Snapshot): readonly GitHubRefusal[] {
  const refused = faults.find((fault) => postMortemSteps.has(fault.effect.kind) && isForGood(fault, snapshot));
  return refused ? [{ what: 'pull-request', message: refused.message, at: lastAct(snapshot) }] : [];
}

function isForGood(fault: Fault, snapshot: Snapshot): boolean {
  const { effect, message } = fault;
  const made = effect.kind === 'create-branch' || effect.kind === 'open-pull';
  // The look was older than what stands there: the next one shows whose it is.
  if (made && /already exists/i.test(message) && !snapshot.postMortemTaken) return false;
  return isNoForGood(fault);
}

/** Whether GitHub would answer the same the next time. */
export function isNoForGood({ type, message }: Pick<Fault, 'type' | 'message'>): boolean {
  return !brake.test(message) && (forGood.has(type) || settings.test(message));
}

function lastAct({ thread, issue, viewer }: Snapshot): string {
  const times = thread.flatMap((item) => {
    if (item.kind !== 'comment') return same(item.by, viewer) ? [] : [item.at];
    return item.mine ? [] : [item.at, item.editedAt ?? item.at];
  });
  return times.reduce(later, issue.at);
}
