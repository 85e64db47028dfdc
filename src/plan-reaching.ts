// A plan that calls somebody is made again once GitHub told who is there: only then is it asked, and only about them.
import type { Handbook } from './core/handbook.ts';
import type { Reachable } from './core/reach.ts';
import type { GitHub } from './github/client.ts';
import { type ReachQuestion, reachable } from './github/reachable.ts';
import type { Plan } from './plan.ts';

const nobodyAsked: Reachable = { people: {}, teams: {} };

/** Each level of a ladder may mean others: so often it is asked. What is not known by then counts as gone. */
const mostRounds = 12;

/** @param make the plan by a handbook that knows what GitHub told so far */
export async function planReaching(
  github: GitHub,
  handbook: Handbook,
  question: ReachQuestion,
  make: (handbook: Handbook) => Plan,
): Promise<{ readonly handbook: Handbook; readonly plan: Plan }> {
  let known = nobodyAsked;
  let knowing = handbook;
  let plan = make(handbook);
  for (let round = 0, wanted = unasked(plan); wanted.length > 0; round += 1, wanted = unasked(plan)) {
    known = round < mostRounds ? await reachable(github, wanted, known, question) : givenUp(wanted, known);
    knowing = { ...handbook, roster: { ...handbook.roster, reachable: known } };
    plan = make(knowing);
  }
  return { handbook: knowing, plan };
}

function unasked({ record }: Plan): readonly string[] {
  const names = record.entries.flatMap(({ fact }) => (fact?.kind === 'paged' ? (fact.unasked ?? []) : []));
  return [...new Set(names)];
}

function givenUp(wanted: readonly string[], { people, teams }: Reachable): Reachable {
  const logins = wanted.filter((name) => name.startsWith('@')).map((name) => [name.slice(1).toLowerCase(), false]);
  const others = wanted.filter((name) => !name.startsWith('@')).map((name) => [name.toLowerCase(), null]);
  return {
    people: { ...people, ...Object.fromEntries(logins) },
    teams: { ...teams, ...Object.fromEntries(others) },
  };
}
