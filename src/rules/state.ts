// Whether the issue is open or closed.
import type { Rule } from './rule.ts';

/** The issue is closed when the incident is, and open when it is not: a refused closing is undone, an accepted `/close` is done. */
export const state: Rule = {
  name: 'state',
  does: 'The issue is open until the incident was closed by somebody and the gate let it; Sitrep never closes it unasked. A turn said before its time comes true at its moment.',
  expect(incident, _handbook, _now, { record }) {
    if (!incident.closed) return [{ expect: 'open' }];
    const { reason } = incident.closed;
    const original = reason === 'duplicate' ? numberOf(incident.links.duplicate) : null;
    const isNew = record.entries.some(({ fact, source }) => fact?.kind === 'closed' && record.fresh.has(source));
    return [{ expect: 'closed', reason, original, isNew }];
  },
};

function numberOf(issue: string | null): number | null {
  const number = /^#?(\d+)$/.exec(issue ?? '')?.[1];
  return number ? Number(number) : null;
}
