// Who ticked a box of a checklist of ours, as a webhook tells it: only when to look depends on it.
import { z } from 'zod';
import { keyOf } from './core/marker.ts';

const payloads = z.object({
  action: z.literal('edited'),
  sender: z.object({ login: z.string() }),
  comment: z.object({ body: z.string(), user: z.object({ login: z.string() }) }),
});

/** The login of who edited our checklist; null: it is another event, or the payload does not tell. Total: any payload is taken. */
export function tickerTold(event: string, given: unknown, slug: string | null): string | null {
  const { success, data } = payloads.safeParse(given);
  if (!success || event !== 'issue_comment' || slug === null || data.comment.user.login !== `${slug}[bot]`) return null;
  return keyOf(data.comment.body) === 'checklist' ? data.sender.login : null;
}
