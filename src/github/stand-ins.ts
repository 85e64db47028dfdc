// Puts what GitHub named in this pass into the card's text.
import { type Effect, standIns } from '../core/effect.ts';
import { keyOf } from '../core/marker.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import type { Created } from './wave.ts';

/** A link to the pull request that is to be opened. */
const pullLink = new RegExp(`\\[[^\\[\\]]*${standIns.pull}\\]\\([^()]*${standIns.pull}\\)`, 'g');

/**
 * The effect with its stand-ins replaced; only the card holds any. What does not exist (yet) reads `…`, without a link that leads
 * nowhere: the next plan sees the difference.
 */
export function fillStandIns(effect: Effect, snapshot: Snapshot, created: Created): Effect {
  if (effect.kind !== 'write-card') return effect;
  const checklist = commentsOf(snapshot).find((comment) => comment.mine && keyOf(comment.body) === 'checklist');
  const address = created.comments.find(({ key }) => key === 'checklist')?.url ?? checklist?.url;
  const body = created.pull ? effect.body : effect.body.replaceAll(pullLink, '…');
  return {
    ...effect,
    body: body
      .replaceAll(standIns.pull, created.pull ? String(created.pull.number) : '…')
      .replaceAll(standIns.checklist, address ?? '…'),
  };
}
