// Puts what GitHub named in this pass into the texts that wait for it.
import { type Effect, standIns } from '../core/effect.ts';
import { keyOf } from '../core/marker.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import type { Created } from './wave.ts';

/** A link to the pull request that is to be opened. */
const pullLink = new RegExp(`\\[[^\\[\\]]*${standIns.pull}\\]\\([^()]*${standIns.pull}\\)`, 'g');

/** The number of an issue that is to be opened, and a link to it. */
const issueNumber = new RegExp(standIns.issue('([\\w.:-]+)'), 'g');
const issueLink = new RegExp(`\\[[^\\[\\]]*${issueNumber.source}\\]\\([^()]*${issueNumber.source}\\)`, 'g');

/**
 * The effect with its stand-ins replaced: the card holds any, other comments those of issues. What does not exist (yet) reads `…`
 * on the card, without a link that leads nowhere: the next plan sees the difference. A comment would say it for ever: null.
 */
export function fillStandIns(effect: Effect, snapshot: Snapshot, created: Created): Effect | null {
  if (effect.kind === 'create-comment' || effect.kind === 'edit-comment') {
    const isThere = (key: string) => created.issues.some((issue) => issue.key === key);
    return awaitedIssues(effect).every(isThere) ? { ...effect, body: withIssues(effect.body, created) } : null;
  }
  if (effect.kind !== 'write-card') return effect;
  const checklist = commentsOf(snapshot).find((comment) => comment.mine && keyOf(comment.body) === 'checklist');
  const address = created.comments.find(({ key }) => key === 'checklist')?.url ?? checklist?.url;
  const body = created.pull ? effect.body : effect.body.replaceAll(pullLink, '…');
  return {
    ...effect,
    body: withIssues(body, created)
      .replaceAll(standIns.pull, created.pull ? String(created.pull.number) : '…')
      .replaceAll(standIns.checklist, address ?? '…'),
  };
}

/** Keys of the issues whose numbers a text waits for. */
export function awaitedIssues(effect: Effect): readonly string[] {
  return 'body' in effect && effect.body !== null
    ? [...effect.body.matchAll(issueNumber)].map(([, key = '']) => key)
    : [];
}

/** Whether a text waits for anything that GitHub names. */
export function holdsStandIn(body: string): boolean {
  return /[\uE000\uE001]/.test(body);
}

function withIssues(body: string, { issues }: Created): string {
  const numberOf = (key: string) => issues.find((issue) => issue.key === key)?.number;
  return body
    .replaceAll(issueLink, (link, key: string) => (numberOf(key) === undefined ? '…' : link))
    .replaceAll(issueNumber, (_, key: string) => String(numberOf(key) ?? '…'));
}
