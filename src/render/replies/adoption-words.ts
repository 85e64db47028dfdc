// What is said where another Sitrep keeps, or kept, the incident.

import type { Person } from '../../core/person.ts';
import { login } from '../names.ts';
import { quoteText } from '../quote.ts';

/** `takenBy`: who took it over; null: nobody did yet. */
export function adoptionWords(from: string, takenBy: Person | null): string {
  const other = quoteText(from, { limit: 60 });
  if (takenBy === null)
    return (
      `Another Sitrep (${other}) keeps this incident: its status card stands above. So that two do not work on one thread, I do ` +
      'nothing here. If it is gone, somebody with maintain access takes the incident over, with its record as it stands: `/adopt`'
    );
  return (
    `${login(takenBy)} took this incident over from another Sitrep (${other}): its card above counts no more, mine does. What was ` +
    'taken over is marked *adopted* there; it is as the other one wrote it, and I cannot prove it. What is wrong is corrected with ' +
    'the usual commands: `/help`'
  );
}
