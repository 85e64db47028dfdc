// `npm start`, but for its clock, which is the story's: what is owed by when is owed at the times at which people act.
import { followClock } from '../sandbox/demo/follow-clock.ts';
import { start } from '../src/start.ts';

const running = await start(process.env, { clock: followClock() });
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
