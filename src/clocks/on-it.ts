// Who is at work on an incident, by what they said and did.
import type { Incident } from '../core/incident.ts';
import type { Person } from '../core/person.ts';

/** Who holds a role, has joined, answered last or acknowledged, and has not left. */
export function onIt(incident: Incident): readonly Person[] {
  const holding = incident.tenures.flatMap(({ person, until }) => (until === null ? [person] : []));
  const all = [...holding, ...incident.joined, ...present(answeredBy(incident), incident)];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

/** Who said so is there until they say that they left. */
export function present(person: Person | null | undefined, { timeline }: Incident): readonly Person[] {
  if (!person || person.bot) return [];
  const last = timeline.findLast(({ by, fact }) => by?.id === person.id || who(fact)?.id === person.id);
  return last?.fact?.kind === 'left' && who(last.fact)?.id === person.id ? [] : [person];
}

function who(fact: Incident['timeline'][number]['fact']): Person | undefined {
  return fact?.kind === 'joined' || fact?.kind === 'left' ? fact.who : undefined;
}

/** Who is on it: the newest answer to a call, else who acknowledged. */
export function answeredBy({ timeline, milestones }: Incident): Person | null {
  const answer = timeline.findLast(({ fact }) => fact?.kind === 'answered');
  return answer?.by ?? milestones.acknowledged?.by ?? null;
}
