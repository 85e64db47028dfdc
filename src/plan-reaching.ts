// A plan that calls somebody is made again once GitHub told who is there: only then is it asked, and only about them.
import type { Handbook } from './core/handbook.ts';
import type { GitHub } from './github/client.ts';
import { type ReachQuestion, reachable } from './github/reachable.ts';
import type { Reachable } from './oncall/reach.ts';
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
  for (let round = 0, wanted = unasked(plan); wanted.some((one) => !isKnown(one, known)); round += 1) {
    known = round < mostRounds ? await reachable(github, wanted, known, question) : givenUp(wanted, known);
    knowing = { ...handbook, roster: { ...handbook.roster, reachable: known } };
    plan = make(knowing);
    wanted = unasked(plan);
  }
  return { handbook: knowing, plan };
}

function unasked({ record }: Plan): readonly string[] {
  const names = record.entries.flatMap(({ fact }) => (fact?.kind === 'paged' ? (fact.unasked ?? []) : []));
  return [...new Set(names)];
}

/** Whoever is wanted although they are known is not asked about again: asking tells nothing more, and would go on for ever. */
function isKnown(wanted: string, { people, teams }: Reachable): boolean {
  const name = wanted.toLowerCase();
  return name.startsWith('@') ? Object.hasOwn(people, name.slice(1)) : Object.hasOwn(teams, name);
}

function givenUp(wanted: readonly string[], { people, teams }: Reachable): Reachable {
  const logins = wanted.filter((name) => name.startsWith('@')).map((name) => [name.slice(1).toLowerCase(), false]);
  const others = wanted.filter((name) => !name.startsWith('@')).map((name) => [name.toLowerCase(), null]);
  return {
    people: { ...people, ...Object.fromEntries(logins) },
    teams: { ...teams, ...Object.fromEntries(others) },
  };
}
