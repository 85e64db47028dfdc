// The real App as `npm start` runs it; only its clock is the story's, wake-ups are gathered for a shorter time than two seconds and it
// writes as fast as it can, so that the story is told faster.
import { start } from '../../src/start.ts';
import { followClock } from './follow-clock.ts';

const running = await start(process.env, { clock: followClock(), gatherMilliseconds: 200, pace: null });
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void running.stop().then(() => process.exit(0)));
}
