// A record that was lost and rebuilt from the thread, until somebody says that it is right.
import type { Incident } from './incident.ts';

/** Whether what was rebuilt of an incident's record waits for the word of who leads. */
export function isUnproved({ timeline }: Pick<Incident, 'timeline'>): boolean {
  const confirmed = timeline.findLastIndex(({ fact }) => fact?.kind === 'record-confirmed');
  return timeline.slice(confirmed + 1).some(({ rebuilt }) => rebuilt);
}
