// What is still open, and for how long.

import type { Population } from './metric.ts';
import { minutesFrom } from './minutes.ts';
import { isOpen } from './over.ts';
import type { Report } from './report.ts';

/** Open incidents by declaration, oldest first; their age in minutes is since the declaration, the one mark that all have. */
export function openOf({ counted, asOf }: Population): Report['open'] {
  return counted.flatMap((line) => {
    const declared = line.milestones.declared;
    return declared && isOpen(line) ? [{ line, ageMinutes: minutesFrom(declared.at, asOf) }] : [];
  });
}
