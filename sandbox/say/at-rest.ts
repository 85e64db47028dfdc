// Waits until the App is at rest: every webhook is answered, no pass waits or runs, and nothing was asked or changed for a while.
import type { Doors, Seen } from './doors.ts';

// The App of the demo gathers wake-ups for 200 ms before it looks.
const calm = 600;
const patience = 60_000;

/** The world at rest, or as it is after a minute. */
export async function atRest(doors: Doors): Promise<{ readonly seen: Seen; readonly calm: boolean }> {
  const began = performance.now();
  let known = '';
  let since = began;
  for (;;) {
    const [seen, deliveries, passes] = await Promise.all([doors.world(), doors.deliveries(), doors.passes()]);
    const now = performance.now();
    const { issues, pulls, files, requests } = seen;
    const state = JSON.stringify({ issues, pulls, files, requests });
    if (state !== known || deliveries.some(({ status }) => status === 'pending') || (passes ?? 0) > 0) since = now;
    known = state;
    if (now - since >= calm) return { seen, calm: true };
    if (now - began >= patience) return { seen, calm: false };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
