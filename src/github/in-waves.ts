// The order of a pass's effects: what can be done in one document, what needs the answer to that, and the card behind all of it.
import type { Effect } from '../core/effect.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { awaitedIssues } from './stand-ins.ts';

export type Kinds = ReadonlySet<Effect['kind']>;

/** What no later look can show to be missing: it must be answered before the card says that it was heard. */
const weighty: Kinds = new Set<Effect['kind']>([
  ...(['create-comment', 'edit-comment', 'take-down', 'open-issue'] as const),
  ...(['create-branch', 'commit', 'open-pull', 'reopen-pull'] as const),
  ...(['edit-issue', 'edit-pull'] as const),
]);

/** Only once everything before them was answered. */
export const closing: Kinds = new Set<Effect['kind']>(['write-card', 'delete-comment']);

/** What a pull request stands on, and what stands on that. */
export const ground: Kinds = new Set<Effect['kind']>(['create-branch', 'commit']);
export const opening: Kinds = new Set<Effect['kind']>(['open-pull', 'reopen-pull', 'request-review']);

export function isWeighty(effect: Effect): boolean {
  return weighty.has(effect.kind) && !isShownAgain(effect);
}

/** The checklist's text is compared in every plan, as labels are: the card need not wait for it. */
export function isShownAgain(effect: Effect): boolean {
  return effect.kind === 'edit-comment' && effect.key === 'checklist';
}

/** What can be done at once, what needs an answer to that, and what may go once the card stands. Pins go their own way. */
export function inWaves(effects: readonly Effect[], snapshot: Snapshot): readonly (readonly Effect[])[] {
  const cardWaits = effects.some(isWeighty);
  const opens = effects.some(({ kind }) => opening.has(kind)) && effects.some(({ kind }) => ground.has(kind)) ? 1 : 0;
  const labelled = labelWaits(effects, snapshot);
  const issues = effects.some((effect) => effect.kind === 'open-issue' && labelled(effect.labels)) ? 1 : 0;
  const waveOf = (effect: Effect): number => {
    if (effect.kind === 'add-labels') return labelled(effect.names) ? 1 : 0;
    if (effect.kind === 'request-review') return effect.pull === null ? opens + 1 : opens;
    if (opening.has(effect.kind)) return opens;
    if (effect.kind === 'open-issue') return issues;
    return awaitedIssues(effect).length > 0 ? issues + 1 : 0;
  };
  const sent = effects.filter(({ kind }) => kind !== 'pin-comment');
  const before = sent.filter(({ kind }) => !closing.has(kind));
  const heavy = before.filter(isWeighty);
  const card = cardWaits ? Math.max(...heavy.map(waveOf), opens) + 1 : 0;
  const placed = sent.map((effect): readonly [number, Effect] => {
    if (effect.kind === 'delete-comment') return [Math.max(card, opens) + 1, effect];
    return [effect.kind === 'write-card' ? card : waveOf(effect), effect];
  });
  const last = Math.max(0, ...placed.map(([wave]) => wave));
  return Array.from({ length: last + 1 }, (_, wave) =>
    placed.flatMap(([own, effect]) => (own === wave ? [effect] : [])),
  );
}

/** Whether labels are made in this pass first: only then do they have ids. */
function labelWaits(effects: readonly Effect[], snapshot: Snapshot): (names: readonly string[]) => boolean {
  const existing = new Set(snapshot.labels.map(({ name }) => name.toLowerCase()));
  const made = new Set(
    effects.flatMap((effect) => (effect.kind === 'create-label' ? [effect.name.toLowerCase()] : [])),
  );
  return (names) => names.some((name) => made.has(name.toLowerCase()) && !existing.has(name.toLowerCase()));
}
