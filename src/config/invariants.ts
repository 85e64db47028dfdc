// What makes a handbook sound beyond the types of its values.

import type { Handbook } from '../core/handbook.ts';
import type { Finding } from './explain.ts';
import type { KnownNames } from './known-names.ts';
import { labelFindings } from './label-invariants.ts';
import { messageFindings } from './message-invariants.ts';
import { processFindings } from './process-invariants.ts';
import { referenceFindings } from './reference-invariants.ts';
import { statusFindings } from './status-invariants.ts';
import { wordFindings } from './word-invariants.ts';

/** Everything that is unsound in a handbook, at the paths of its file; none: the engine can run on it. */
export function invariants(handbook: Handbook, known: KnownNames): readonly Finding[] {
  return [
    ...statusFindings(handbook),
    ...referenceFindings(handbook, known),
    ...labelFindings(handbook),
    ...wordFindings(handbook, known),
    ...processFindings(handbook),
    ...messageFindings(handbook),
  ];
}
