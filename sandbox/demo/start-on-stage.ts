// The real App as `npm start` runs it, as a process on a stage: only its clock is the story's, so that what is owed by when is owed at
// the times at which people act.
import { type StartOptions, start } from '../../src/start.ts';
import { followClock } from './follow-clock.ts';

/** Starts it; it stops when it is told to end. @param otherwise than usual */
export async function startOnStage(otherwise: Omit<StartOptions, 'clock'> = {}): Promise<void> {
  const running = await start(process.env, { ...otherwise, clock: followClock() });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
}
