// A card that is made and written in one.
import type { Effect } from '../core/effect.ts';
import { isWeighty } from './in-waves.ts';
import { holdsStandIn } from './stand-ins.ts';

/**
 * A card that waits for nothing else of its pass is made as it is to stand, in place of the empty one: no second document, and
 * the mail that GitHub sends of it says something.
 */
export function withWholeCard(effects: readonly Effect[]): {
  readonly sent: readonly Effect[];
  /** Null: it is not made whole. */
  readonly whole: Effect | null;
  readonly asPlanned: (effect: Effect) => Effect;
} {
  const [made, ...others] = effects.filter(isWeighty);
  const card = effects.find((effect) => effect.kind === 'write-card');
  const isMade = made?.kind === 'create-comment' && made.key === 'card' && others.length === 0;
  if (!isMade || !card || card.comment !== null || holdsStandIn(card.body))
    return { sent: effects, whole: null, asPlanned: (effect) => effect };
  const whole: Extract<Effect, { kind: 'create-comment' }> = { ...made, body: card.body };
  return {
    sent: effects.flatMap((effect) => (effect === made ? [] : effect === card ? [whole] : [effect])),
    whole,
    asPlanned: (effect) => (effect === whole ? made : effect),
  };
}
