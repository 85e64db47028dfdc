// How an incident was noticed, and whether it was customers who did.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { IncidentLine } from './line.ts';

/** As the report told it; null: it did not. */
export function detectionOf({ reported }: Incident, handbook: Handbook): IncidentLine['detected'] {
  const how = reported['how-detected'];
  return how === undefined ? null : { how, byCustomers: areCustomers(how, handbook) };
}

/**
 * What the handbook's `reported-by` says of the ways that these words name (by name or alias, as whole words, whatever the case);
 * null: they name none, or some that differ.
 */
function areCustomers(how: string, { reportedBy }: Handbook): boolean | null {
  const words = plain(how);
  const meant = reportedBy.filter(({ name, aliases }) => [name, ...aliases].some((one) => words.includes(plain(one))));
  const answers = new Set(meant.map(({ customers }) => customers));
  return answers.size === 1 ? answers.has(true) : null;
}

/** Letters and digits in words between spaces, a space at both ends: so a text includes another one as whole words only. */
function plain(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}
