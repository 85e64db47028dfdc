// The real App as `npm start` runs it, at the time of the story: what changed within three days is counted back from there.
import { flushCompileCache } from 'node:module';
import { followClock } from '../../sandbox/demo/follow-clock.ts';
import { start } from '../../src/start.ts';

// Where the story tells the time it stands still between its lines: no clock runs out in one run that another never reaches.
const told = followClock(process.env.STORY_NOW);
let leapt = 0;
// The signal that arms who is to be killed moves the clock as well, where it is to leap.
process.on('SIGUSR2', () => {
  leapt = Number(process.env.STORY_LEAP ?? 0) * 1000;
});
const clock = () => new Date(Date.parse(told()) + leapt).toISOString();
// Without GitHub's pace a whole pass fits into the moments in which it may be killed.
await start(process.env, { gatherMilliseconds: 200, clock, pace: null });
// Who is killed leaves nothing behind for the next one to start faster.
flushCompileCache();
