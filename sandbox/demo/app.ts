// The App of the demo: it gathers wake-ups for a shorter time than two seconds and writes as fast as it can, so that the story is told faster.
import { startOnStage } from './start-on-stage.ts';

await startOnStage({ gatherMilliseconds: 200, pace: null });
