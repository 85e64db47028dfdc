// Does something at once and then again and again, never twice at a time.
import { type Log, reasonOf } from './log.ts';

export interface Repeating {
  /** Resolves when the first round is over, however it ended. */
  readonly first: Promise<void>;
  stop(): void;
}

/** @param round told whether it is the first one that may succeed; a round that fails is told (of several in a row
 * the first one), and the next one comes as usual. */
export function everySoOften(minutes: number, log: Log, round: (first: boolean) => Promise<void>): Repeating {
  let stopped = false;
  let succeeded = false;
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  const go = async (): Promise<void> => {
    try {
      await round(!succeeded);
      succeeded = true;
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ reason: reasonOf(error) }, 'A sweep failed; the next ones come as usual');
      failing = true;
    }
    if (!stopped) timer = setTimeout(() => void go(), minutes * 60_000);
  };
  return {
    first: go(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
