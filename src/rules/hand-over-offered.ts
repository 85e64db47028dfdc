// Somebody has held a role for so long that they may want to hand it on; nobody is late.
import { bySaid } from '../core/entry.ts';
import { reminding } from './reminder-of.ts';

export const handOverOffered = reminding(
  'hand-over-offered',
  'Encourages who has held a role for the time of `offered-after` to hand it on, each time so long has passed again, until `required-after` asks for it; not in quiet hours.',
  'hand-over-offered',
  ({ kind }) => kind === 'offer',
  // Who is to hand it on is not asked whether they would like to.
  ({ clock, entry }, _, { record }) =>
    record.entries.some(
      (other) =>
        other.fact?.kind === 'overdue' && other.fact.clock === `hand-over:${clock.about}` && bySaid(entry, other) < 0,
    ),
);
