// The durations that are measured, in the order in which an incident goes through them.
import type { Duration } from './metric.ts';
import { timeToAcknowledge } from './time-to-acknowledge.ts';
import { timeToClose } from './time-to-close.ts';
import { timeToDetect } from './time-to-detect.ts';
import { timeToMitigate } from './time-to-mitigate.ts';
import { timeToPostMortem } from './time-to-post-mortem.ts';
import { timeToResolve } from './time-to-resolve.ts';

export const durations: readonly Duration[] = [
  timeToDetect,
  timeToAcknowledge,
  timeToMitigate,
  timeToResolve,
  timeToClose,
  timeToPostMortem,
];
