// Tells GitHub's "no, by a setting" (a person must know, once) from a fault that the next pass mends.
import type { GitHubRefusal } from '../core/snapshot.ts';
import type { Fault } from './wave.ts';

const postMortemSteps: ReadonlySet<string> = new Set(['create-branch', 'commit', 'open-pull', 'reopen-pull']);

// "GitHub Actions is not permitted to create or approve pull requests", "Repository rule violations found", "Cannot create ref
// due to creations being restricted", "Resource not accessible by integration", "Protected branch …", "Changes must be made
// through a pull request", "Pull requests are disabled".
const settings =
  /not permitted|not accessible|rule violation|ruleset|restricted|protected branch|must be made|disabled/i;

/** What GitHub refused of the post-mortem because of a setting or a ruleset; at most one, for the first step that failed. */
export function refusedBySetting(faults: readonly Fault[], at: string): readonly GitHubRefusal[] {
  const refused = faults.find(
    (fault) => postMortemSteps.has(fault.effect.kind) && (fault.type === 'FORBIDDEN' || settings.test(fault.message)),
  );
  return refused ? [{ what: 'pull-request', message: refused.message, at }] : [];
}
