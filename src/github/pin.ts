// Pins our card, where GitHub can: only REST knows pinned comments.
import type { Effect } from '../core/effect.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import type { GitHub } from './client.ts';
import type { Created } from './wave.ts';

export const pinRoute = 'PUT /repos/{owner}/{repo}/issues/comments/{comment_id}/pin';

/** Pins what the plan asks to pin; a GitHub that cannot (older server, pull request, no right) is no fault. Gives the requests sent. */
export async function pinComments(
  github: GitHub,
  snapshot: Snapshot,
  effects: readonly Effect[],
  created: Created,
): Promise<number> {
  const numbers = effects.flatMap((effect) => {
    if (effect.kind !== 'pin-comment') return [];
    const known = commentsOf(snapshot).find(({ id }) => id === effect.comment);
    return (known ?? created.comments.find(({ key }) => key === effect.key))?.number ?? [];
  });
  const { owner, name: repo } = snapshot.repository;
  for (const comment_id of numbers) {
    await github.rest(pinRoute, { owner, repo, comment_id });
  }
  return numbers.length;
}
