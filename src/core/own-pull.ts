// Which pull request is ours.
import type { PullRequest } from './pull-request.ts';

/** Our own pull request of the post-mortem's branch, under either name: the open one, else the merged one, else the newest closed one. */
export function ownPull({ pulls }: { readonly pulls: readonly PullRequest[] }): PullRequest | undefined {
  const ours = pulls.filter((pull) => pull.mine && !pull.fromFork);
  return ours.find(({ state }) => state === 'open') ?? ours.find(({ state }) => state === 'merged') ?? ours.at(-1);
}
