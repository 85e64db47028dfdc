import { REACTIONS } from '../acts/react.ts';
import type { Reaction } from '../world/model.ts';

/** How often each reaction was given, as REST and webhooks show it. */
export function reactionsShape(reactions: readonly Reaction[], url: string): Record<string, unknown> {
  const counts = REACTIONS.map(({ content, rest }) => [
    rest,
    reactions.filter((held) => held.content === content).length,
  ]);
  return { url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) };
}
