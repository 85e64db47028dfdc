// Until when a webhook says that its issue changed: a look that does not show as much came too early.
import { z } from 'zod';

const payloads = z.object({
  action: z.string().nullish().catch(null),
  issue: z.object({ number: z.int(), updated_at: z.iso.datetime() }),
});

/** What leaves nothing to be looked at. */
const leaving: readonly (string | null | undefined)[] = ['deleted', 'transferred'];

/**
 * GitHub's time of the issue's last change (ISO UTC), for who looks because of it; null: the payload does not tell. Total: any
 * payload is taken. @param number of the issue that is to be looked at
 */
export function changeTold(given: unknown, number: number): string | null {
  const { success, data } = payloads.safeParse(given);
  if (!success || data.issue.number !== number) return null;
  return isGone(given, data.action) ? null : data.issue.updated_at;
}

/** The issue itself is: of a deleted comment there is still an issue to look at. */
function isGone(given: unknown, action: string | null | undefined): boolean {
  return leaving.includes(action) && !(given as { readonly comment?: unknown }).comment;
}
