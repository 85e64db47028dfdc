// The real App as `npm start` runs it, at the time of the story: what changed within three days is counted back from there.
import { start } from '../../src/start.ts';

const from = Date.parse(process.env.STORY_NOW ?? '');
const clock = () => new Date(from + performance.now()).toISOString();
await start(process.env, { gatherMilliseconds: 200, clock });
