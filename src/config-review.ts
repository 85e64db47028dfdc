// look → plan → apply for the config that a pull request brings: one comment says what is wrong with it, and later that it is sound.
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { configAt, lookAtPull, type OwnText } from './github/look-at-pull.ts';
import type { IssueRef } from './github/observe.ts';
import { isOlder } from './github/recent-sayings.ts';
import { type Saying, sayOnPull } from './github/say-on-pull.ts';
import type { Fault } from './github/wave.ts';
import type { NoLook } from './look-at.ts';
import { guarded, noteWrites } from './loop-guard.ts';
import { faultWait, type Pass, type ReconcileOptions, staleWait } from './reconcile.ts';
import { type BroughtConfig, configReviewKey, renderConfigReview } from './render/config-review.ts';
import { leastUrgent } from './urgency.ts';

/** A pass, as far as there are parts of one here. */
export interface Review extends Pick<Pass, 'outcome' | 'effects' | 'repeated' | 'againInSeconds'> {
  readonly applied: readonly { readonly faults: readonly Fault[]; readonly heard: boolean }[];
}

const nothing: Review = { outcome: 'settled', effects: [], applied: [], repeated: [], againInSeconds: null };

/**
 * Checks the config at the head of an open pull request into the default branch, and says what is wrong with it. One request, a
 * second one where the config is touched, a third one to write.
 * @param now our clock, ISO. @throws when GitHub gives no answer: the next pass finds what was done
 */
export async function reviewConfig(
  github: GitHub,
  ref: IssueRef,
  now: string,
  services: Services,
  { claim }: Pick<ReconcileOptions, 'claim'> = {},
): Promise<Review> {
  const seen = await lookAtConfig(github, ref, now, services);
  if (typeof seen === 'string')
    return { ...nothing, outcome: seen, againInSeconds: seen === 'stale' ? staleWait : null };
  const { pull, planned } = seen;
  const { allowed, repeated, againInSeconds } = guarded(services.guard, planned, { issue: pull, now });
  if (repeated.length > 0) return { ...nothing, outcome: 'held', repeated, againInSeconds };
  const [saying] = planned.filter((one) => allowed.includes(one));
  if (!saying) return nothing;
  if (claim?.(leastUrgent) === false) return { ...nothing, outcome: 'postponed' };
  const { comment, faults } = await sayOnPull(github, pull, saying, { sayings: services.sayings, now });
  noteWrites(services.guard, comment === null ? [] : [saying], { issue: pull, now });
  const applied = [{ faults, heard: faults.length === 0 }];
  const wait = faults.length > 0 ? faultWait : null;
  return { ...nothing, outcome: 'changed', effects: [saying], applied, againInSeconds: wait };
}

/**
 * The half of it that changes nothing: the pull request's node id and what is to be said there, or why there is nothing to
 * look at. The config's text, a fork's too, is only read by the bounded parser; nothing of it is used.
 */
export async function lookAtConfig(
  github: GitHub,
  ref: IssueRef,
  now: string,
  services: Pick<Services, 'read' | 'sayings'>,
): Promise<{ readonly pull: string; readonly planned: readonly Saying[] } | NoLook | 'settled'> {
  const look = await lookAtPull(github, ref, configReviewKey);
  if (!look) return 'absent';
  if (look.archived) return 'archived';
  if (!look.counts) return 'settled';
  if (isOlder(look, services.sayings, now)) return 'stale';
  const brought = look.touchesConfig ? services.read(await configAt(github, ref, look.headOid)) : null;
  // What is to be said on a locked one waits until it is unlocked.
  const planned = reviewPlan(look.said, brought).filter(({ kind }) => kind === 'edit-comment' || !look.locked);
  return { pull: look.id, planned };
}

/**
 * What is to be said: nothing where there never was a problem, else the one comment, as it should read now.
 * @param brought what is wrong with the config at the head, and what should be mended; null: the pull request does not change it
 */
export function reviewPlan(said: OwnText | null, brought: BroughtConfig | null): readonly Saying[] {
  const body = renderConfigReview(brought);
  if (said) return said.body === body ? [] : [{ kind: 'edit-comment', key: configReviewKey, comment: said.id, body }];
  return brought && brought.problems.length + brought.doubts.length > 0
    ? [{ kind: 'create-comment', key: configReviewKey, body }]
    : [];
}
