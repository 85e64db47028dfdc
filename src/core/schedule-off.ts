// When GitHub turns a repository's scheduled workflows off, because nobody commits.
import { plusMinutes } from '../time/time.ts';

/** Source: GitHub's "Events that trigger workflows", on `schedule`: in a public repository after sixty days without activity. */
const daysUntilOff = 60;
/** So long before it is said. */
const daysBefore = 14;
const day = 24 * 60;

export interface Pushed {
  readonly private: boolean;
  /** When somebody last pushed to it; ISO UTC. */
  readonly pushedAt: string | null;
}

/** When it does, where that is within two weeks or was already (ISO UTC); null: neither. @param now ISO */
export function scheduleOff({ private: isPrivate, pushedAt }: Pushed, now: string): string | null {
  if (isPrivate || pushedAt === null) return null;
  const off = plusMinutes(pushedAt, daysUntilOff * day);
  return now >= plusMinutes(off, -daysBefore * day) ? off : null;
}
