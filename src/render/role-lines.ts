// What a role asks of who holds it, as lines of a list.
import { type Handbook, type Role, roleOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { listed, roleWord, severityName } from './names.ts';
import { quoteOurs } from './quote.ts';

/**
 * At most five duties, then what one must have, how senior one must be (at the incident's severity; without an incident, at
 * each), and what does not go with it. Markdown without bullets.
 */
export function roleLines(role: Role, handbook: Handbook, incident: Incident | null): readonly string[] {
  const { duties, prerequisite, notWith, standsInFor } = role;
  const roles = (ids: readonly string[]): string =>
    listed(
      ids.filter((id) => roleOf(handbook, id)).map((id) => roleWord(handbook, id)),
      'or',
    );
  return [
    ...duties.slice(0, 5).map((duty) => quoteOurs(duty, { limit: 200 })),
    ...(prerequisite ? [`Takes: ${quoteOurs(prerequisite.text, { limit: 200 })}`] : []),
    ...seniorityLines(role, handbook, incident),
    ...(notWith.length > 0 ? [`Its holder is not ${roles(notWith)} as well.`] : []),
    ...(standsInFor === null ? [] : [`Stands in, and leads, while nobody is ${roles([standsInFor])}.`]),
  ];
}

function seniorityLines({ seniority }: Role, handbook: Handbook, incident: Incident | null): readonly string[] {
  return Object.entries(seniority)
    .filter(([severity]) => incident === null || incident.severity.current === severity)
    .map(([severity, text]) => `At ${severityName(handbook, severity)}: ${quoteOurs(text, { limit: 100 })}`);
}
