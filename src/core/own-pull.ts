// Which pull request is ours.
import type { PullRequest } from './pull-request.ts';
import type { Snapshot } from './snapshot.ts';

/** Our own pull request of the post-mortem's branch: the open one, else the merged one, else the newest closed one. */
export function ownPull(snapshot: Snapshot): PullRequest | undefined {
  const ours = snapshot.pulls.filter((pull) => pull.mine && !pull.fromFork);
  return ours.find(({ state }) => state === 'open') ?? ours.find(({ state }) => state === 'merged') ?? ours.at(-1);
}
