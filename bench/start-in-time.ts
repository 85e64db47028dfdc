// The App of a figure: `npm start` in all but its clock.
import { startOnStage } from '../sandbox/demo/start-on-stage.ts';

await startOnStage();
