// Rights and roles as the people who have them, one of whom is enough.
import { type Handbook, type Right, roleOf } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { holdersInWords, listed, roleWord } from '../names.ts';

const people: Readonly<Record<Right, string>> = {
  anyone: 'anyone',
  reporter: 'the reporter',
  responder: 'any responder',
  holder: 'who holds a role',
  lead: 'a lead',
};

/** `the incident commander (ada) or a lead`; roles that the handbook no longer has are left out, nobody at all is `a lead`. */
export function whoMay(ids: readonly string[], handbook: Handbook, incident: Incident | null): string {
  const words = ids.flatMap((id) => {
    if (Object.hasOwn(people, id)) return [people[id as Right]];
    return roleOf(handbook, id) ? [`the ${roleWord(handbook, id)}${holdersInWords(id, incident)}`] : [];
  });
  return words.length > 0 ? listed(words, 'or') : people.lead;
}
