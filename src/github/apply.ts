// Does a plan: one mutation document, and further ones for what depends on the first, the card last (decision 12).
import type { Effect } from '../core/effect.ts';
import type { GitHubRefusal, Snapshot } from '../core/snapshot.ts';
import type { GitHub } from './client.ts';
import { closing, ground, inWaves, isShownAgain, type Kinds, opening } from './in-waves.ts';
import { issueIdDocument } from './other-issue-documents.ts';
import { pinComments } from './pin.ts';
import { type RecentWrites, remember } from './recent-writes.ts';
import { isNoForGood, refusedForGood } from './refused-for-good.ts';
import { fillStandIns } from './stand-ins.ts';
import { isRefused, Unanswered } from './unanswered.ts';
import { type Created, type Fault, type Found, sendWave, type Wave } from './wave.ts';
import { withWholeCard } from './whole-card.ts';
import { unknownWrites, writesOf } from './writes-of.ts';

export interface Applied {
  /** Requests sent. */
  readonly requests: number;
  readonly faults: readonly Fault[];
  /** What a setting or ruleset refused: to be said once. */
  readonly refused: readonly GitHubRefusal[];
  readonly created: Created;
  /** False: the plan's card was not written, because something before it was not answered. */
  readonly heard: boolean;
}

/** What `apply` keeps for the next look; the caller owns it. */
export interface ApplyMemory {
  readonly writes: RecentWrites;
  /** Node ids of issues whose card may stand unpinned although it says that it is: it was made whole, and no answer told its id. */
  readonly unpinned: Set<string>;
  /** ISO. */
  readonly now: string;
}

/** What every look shows and every plan compares: a fault in it never keeps the card from being written. */
const mendable: Kinds = new Set<Effect['kind']>([
  ...(['create-label', 'add-labels', 'remove-labels', 'add-assignees', 'remove-assignees'] as const),
  ...(['retitle', 'reopen', 'close', 'delete-comment', 'request-review', 'pin-comment'] as const),
]);

/** Changes of what people may have changed as well: where GitHub says no for good, the card need not wait for them. */
const refusable: Kinds = new Set<Effect['kind']>(['edit-issue', 'edit-pull']);

/**
 * Does the effects in their order; right for any prefix of a plan. Nothing is retried: after an exception the next pass looks
 * for what was done. A pull request follows in a document of its own, and only if its branch and commit were made: nothing is
 * opened from a branch that somebody else made meanwhile. The card, when the pass says or opens anything, follows in the last
 * one, and only if those before were answered without error: *heard in the ledger* always means *answered in the thread*. What
 * the card takes over (second cards) is deleted when it stands.
 * @throws what the client throws when no answer came.
 */
export async function apply(
  github: GitHub,
  snapshot: Snapshot,
  effects: readonly Effect[],
  memory: ApplyMemory,
): Promise<Applied> {
  const originals = await originalsOf(github, snapshot, effects);
  const waves: Wave[] = [];
  let created: Created = { comments: [], labels: [], pull: null, issues: [] };
  const { sent, whole, asPlanned } = withWholeCard(effects);
  for (const planned of inWaves(sent, snapshot)) {
    const allowed = planned.filter(({ kind }) => isAllowed(kind, waves));
    const before = created;
    const fill = (effect: Effect) => fillStandIns(effect, snapshot, before);
    const wave = await send(github, snapshot, allowed, { created, originals, fill }).catch(async (error: unknown) => {
      if (isRefused(error)) throw error;
      remember(memory.writes, snapshot.issue.id, unknownWrites, memory.now);
      if (whole) memory.unpinned.add(snapshot.issue.id);
      // A card that stands after all says that it is pinned, and no later plan asks for it.
      if (allowed.some(writesCard)) await pinComments(github, snapshot, effects, before).catch(() => 0);
      throw error;
    });
    const told = allowed.flatMap((effect) => fill(effect) ?? []);
    remember(
      memory.writes,
      snapshot.issue.id,
      writesOf(wave, { effects: told, isWhole: whole !== null }, created),
      memory.now,
    );
    created = wave.created;
    waves.push(wave);
  }
  const made = created.comments.some(({ key }) => key === 'card');
  if (whole) memory.unpinned[made ? 'delete' : 'add'](snapshot.issue.id);
  const pins = await pinComments(github, snapshot, effects, created);
  if (effects.some((effect) => effect.kind === 'pin-comment' && effect.comment !== null))
    memory.unpinned.delete(snapshot.issue.id);
  const faults = waves.flatMap((wave) => wave.faults.map((fault) => ({ ...fault, effect: asPlanned(fault.effect) })));
  const requests = waves.reduce((sum, wave) => sum + wave.requests, originals.size + pins);
  const refused = refusedForGood(faults, snapshot);
  return { requests, faults, refused, created, heard: isHeard(waves) };
}

/** Changes nothing when done twice, and no later plan asks for it once the card stands. */
const courtesies: Kinds = new Set<Effect['kind']>(['add-reaction', 'remove-reaction', 'request-review']);

/** One document; courtesies that GitHub failed of it (not: refused) are sent once more. */
async function send(github: GitHub, snapshot: Snapshot, effects: readonly Effect[], found: Found): Promise<Wave> {
  const wave = await sendWave(github, snapshot, effects, found);
  const owed = wave.faults.filter((fault) => courtesies.has(fault.effect.kind) && !isNoForGood(fault));
  if (owed.length === 0) return wave;
  const failed = owed.map(({ effect }) => effect);
  try {
    const again = await sendWave(github, snapshot, failed, { ...found, created: wave.created });
    const others = wave.faults.filter((fault) => !owed.includes(fault));
    return { ...wave, requests: wave.requests + again.requests, faults: [...others, ...again.faults] };
  } catch (error) {
    // What the first answer told of the document must be remembered all the same.
    if (error instanceof Unanswered) return { ...wave, requests: wave.requests + 1 };
    throw error;
  }
}

const writesCard = ({ kind }: Effect): boolean => kind === 'write-card';

function isAllowed(kind: Effect['kind'], waves: readonly Wave[]): boolean {
  if (closing.has(kind)) return isHeard(waves);
  return !opening.has(kind) || waves.every((wave) => wave.faults.every(({ effect }) => !ground.has(effect.kind)));
}

function isHeard(waves: readonly Wave[]): boolean {
  const isSettled = (fault: Fault): boolean => {
    const { kind } = fault.effect;
    return mendable.has(kind) || isShownAgain(fault.effect) || (refusable.has(kind) && isNoForGood(fault));
  };
  return waves.every((wave) => wave.faults.every(isSettled));
}

/** Node ids of the issues that this one is closed as a duplicate of. */
async function originalsOf(
  github: GitHub,
  { repository: { owner, name } }: Snapshot,
  effects: readonly Effect[],
): Promise<ReadonlyMap<number, string>> {
  const numbers = effects.flatMap((effect) =>
    effect.kind === 'close' && effect.original !== null ? [effect.original] : [],
  );
  const found = new Map<number, string>();
  for (const number of numbers) {
    const { data } = await github.graphql(issueIdDocument, { owner, name, number });
    const id = (data as { repository?: { issue?: { id: string } | null } | null } | null)?.repository?.issue?.id;
    if (id) found.set(number, id);
  }
  return found;
}
