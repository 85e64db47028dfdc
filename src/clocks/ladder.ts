// The ladder: the levels above one another, and the next of them that reaches somebody.
import { calleeText } from '../core/callee.ts';
import type { EscalationLevel } from '../core/duty.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { type CallScene, meantBy } from '../core/meant.ts';
import { callsOf, type Page, pagesOf } from '../core/page.ts';
import type { PageFact, Passed, Unreached } from '../core/page-fact.ts';
import { mostMentioned, type Reach, reachOf } from '../oncall/reach.ts';

/** The levels called next, together; none: nobody is reached any more. */
export interface Rung {
  readonly levels: readonly EscalationLevel[];
  readonly reach: Reach;
  /** Levels that reach nobody. */
  readonly passed: readonly Passed[];
  /** Logins that these levels mean and that are not called, because they know already. */
  readonly knowing: readonly string[];
}

/** How many are called, and logins that are not: who escalates, or those who know already. */
export interface Bounds {
  readonly without?: readonly string[];
  readonly why?: 'only-you' | 'knows';
  readonly most?: number;
}

/**
 * The first of these levels that reaches somebody. As long as GitHub must be asked about those whom a level means, that level is
 * the answer: it may turn out to reach nobody, and then the next one is.
 */
export function climb(levels: readonly EscalationLevel[], scene: CallScene, bounds: Bounds = {}): Rung {
  const passed: Passed[] = [];
  for (const level of levels) {
    const rung = together([level], scene, bounds);
    if (rung.levels.length > 0) return { ...rung, passed };
    passed.push(...rung.passed);
  }
  return { levels: [], reach: reachOf([], null), passed, knowing: [] };
}

/** All of these levels at once; those that reach nobody are passed over. */
export function together(levels: readonly EscalationLevel[], scene: CallScene, bounds: Bounds = {}): Rung {
  const tried = levels.map((level) => ({ level, why: whyNobody(level, reachBy([level], scene, bounds), bounds) }));
  const called = tried.flatMap(({ level, why }) => (why === null ? [level] : []));
  const passed = tried.flatMap(({ level, why }) => (why === null ? [] : [{ level: level.id, why }]));
  return { ...calling(called, scene, bounds), passed };
}

/** These levels, and in them nobody who knows already: who is a level knows that it is called. */
export function calling(levels: readonly EscalationLevel[], scene: CallScene, bounds: Bounds): Omit<Rung, 'passed'> {
  const { left, ...reach } = reachBy(levels, scene, bounds);
  return { levels, reach, knowing: bounds.why === 'knows' ? left : [] };
}

function reachBy(levels: readonly EscalationLevel[], scene: CallScene, { without = [], most }: Bounds) {
  const known = new Set(without.map((login) => login.toLowerCase()));
  const isKnown = (login: string): boolean => known.has(login.toLowerCase());
  const meant = levels.flatMap(({ calls }) => calls.map((callee) => meantBy(callee, scene)));
  const others = meant.map(({ logins, teams }) => ({ teams, logins: logins.filter((login) => !isKnown(login)) }));
  const reach = reachOf(others, scene.handbook.roster.reachable ?? null, most);
  const left = [...meant.flatMap(({ logins }) => logins), ...reach.people].filter(isKnown);
  const people = reach.people.filter((login) => !isKnown(login));
  return { ...reach, people, left: [...new Map(left.map((login) => [login.toLowerCase(), login])).values()] };
}

function whyNobody(
  { calls }: EscalationLevel,
  { people, unasked, lost, left }: ReturnType<typeof reachBy>,
  { why = 'only-you' }: Bounds,
): Unreached | null {
  if (people.length > 0 || unasked.length > 0) return null;
  if (left.length > 0) return why;
  if (calls.length === 0) return 'in-words';
  return lost.length > 0 ? 'gone' : 'nobody';
}

/** What the record keeps of a step of the ladder. */
export function pageOf({ levels, reach, passed, knowing }: Rung, because: string | null): PageFact {
  return {
    kind: 'paged',
    to: levels.flatMap(({ calls }) => calls.map(calleeText)),
    levels: levels.map(({ id }) => id),
    ...reached(reach),
    ...(knowing.length > 0 && { knowing }),
    ...(passed.length > 0 && { passed }),
    ...(because && { because }),
  };
}

/** The part of a page that tells whom it reached. */
export function reached(reach: Reach): Pick<PageFact, 'people' | 'more' | 'moreAtLeast' | 'lost' | 'how' | 'unasked'> {
  const { people, more, moreAtLeast, lost, unasked } = reach;
  return {
    people,
    ...(more > 0 && { more }),
    ...(moreAtLeast && { moreAtLeast }),
    ...(lost.length > 0 && { lost: lost.slice(0, mostMentioned) }),
    how: 'mentioned',
    ...(unasked.length > 0 && { unasked }),
  };
}

/** Ids of the levels that a page called or found empty. */
export function levelsOf({ levels = [], passed = [] }: PageFact): readonly string[] {
  return [...levels, ...passed.map(({ level }) => level)];
}

/** The levels above the highest one that was called (or found empty) since the harm began or came back. */
export function levelsAbove(incident: Incident, { escalation: { levels } }: Handbook): readonly EscalationLevel[] {
  const ids = levelsIn(pagesOf(incident), incident);
  return levels.slice(1 + levels.findLastIndex(({ id }) => ids.has(id)));
}

/** The same for somebody who escalates; where the highest was called at once with the first, those in between. */
export function levelsLeft(incident: Incident, { escalation: { levels } }: Handbook): readonly EscalationLevel[] {
  const ids = levelsIn(callsOf(incident), incident);
  const above = levels.slice(1 + levels.findLastIndex(({ id }) => ids.has(id)));
  return above.length > 0 ? above : levels.filter(({ id }) => !ids.has(id));
}

function levelsIn(pages: readonly Page[], { segments }: Incident): ReadonlySet<string> {
  const since = segments.at(-1)?.from ?? '';
  return new Set(pages.filter(({ saidAt }) => saidAt >= since).flatMap(({ fact }) => usedUp(fact)));
}

/** None where nobody was called and somebody else's word would have reached them: who is alone on call uses up no level by asking. */
function usedUp(fact: PageFact): readonly string[] {
  const { levels = [], passed = [] } = fact;
  return levels.length === 0 && passed.some(({ why }) => why === 'only-you') ? [] : levelsOf(fact);
}

/** Whether the repository tells of anybody to call but those who are at work here already. */
export function tellsOfAnybody(scene: CallScene): boolean {
  if (scene.handbook.roster.file !== 'missing') return true;
  const incident = scene.incident && { ...scene.incident, tenures: [] };
  return climb(scene.handbook.escalation.levels, { ...scene, incident }).levels.length > 0;
}
