// The ladder: the levels above one another, and the next of them that reaches somebody.
import { calleeText } from './callee.ts';
import type { EscalationLevel } from './duty.ts';
import type { Handbook } from './handbook.ts';
import type { Incident } from './incident.ts';
import { type CallScene, meantBy } from './meant.ts';
import { pagesOf } from './page.ts';
import type { PageFact, Passed, Unreached } from './page-fact.ts';
import { mostMentioned, type Reach, reachOf } from './reach.ts';

/** The level called next. */
export interface Rung {
  readonly level: EscalationLevel;
  readonly reach: Reach;
  /** Levels below it that reach nobody. */
  readonly passed: readonly Passed[];
}

/** None of the levels reaches anybody. */
export interface TopReached {
  readonly level: null;
  readonly passed: readonly Passed[];
}

/**
 * The first of these levels that reaches somebody. As long as GitHub must be asked about those whom a level means, that level is
 * the answer: it may turn out to reach nobody, and then the next one is.
 * @param without a login that is no help: who escalates, and is there already. @param most so many people are called
 */
export function climb(
  levels: readonly EscalationLevel[],
  scene: CallScene,
  { without = null, most = mostMentioned }: { readonly without?: string | null; readonly most?: number } = {},
): Rung | TopReached {
  const passed: Passed[] = [];
  for (const level of levels) {
    const reach = reachOf(
      level.calls.map((callee) => meantBy(callee, scene)),
      scene.handbook.roster.reachable ?? null,
      most,
    );
    const people = reach.people.filter((login) => login.toLowerCase() !== without?.toLowerCase());
    if (people.length > 0 || reach.unasked.length > 0) return { level, reach: { ...reach, people }, passed };
    passed.push({ level: level.id, why: whyNobody(level, reach) });
  }
  return { level: null, passed };
}

function whyNobody({ calls }: EscalationLevel, { people, lost }: Reach): Unreached {
  if (people.length > 0) return 'only-you';
  if (calls.length === 0) return 'in-words';
  return lost.length > 0 ? 'gone' : 'nobody';
}

/** What the record keeps of a step of the ladder. */
export function pageOf(rung: Rung | TopReached, rest: Pick<PageFact, 'because'> = {}): PageFact {
  const passed = rung.passed.length > 0 ? { passed: rung.passed } : {};
  if (rung.level === null)
    return { kind: 'paged', to: [], people: [], how: 'mentioned', level: null, ...passed, ...rest };
  const { level, reach } = rung;
  return {
    kind: 'paged',
    to: level.calls.map(calleeText),
    level: level.id,
    ...reached(reach),
    ...passed,
    ...rest,
  };
}

/** The part of a page that tells whom it reached. */
export function reached(reach: Reach): Pick<PageFact, 'people' | 'more' | 'lost' | 'how' | 'unasked'> {
  const { people, more, lost, unasked } = reach;
  return {
    people,
    ...(more > 0 && { more }),
    ...(lost.length > 0 && { lost: lost.slice(0, mostMentioned) }),
    how: 'mentioned',
    ...(unasked.length > 0 && { unasked }),
  };
}

/** The levels above the highest one that was called (or found empty) since the harm began or came back. */
export function levelsAbove(incident: Incident, { escalation: { levels } }: Handbook): readonly EscalationLevel[] {
  const since = incident.segments.at(-1)?.from ?? '';
  const gone = pagesOf(incident).filter(({ saidAt }) => saidAt >= since);
  const ids = new Set(gone.flatMap(({ fact }) => [fact.level, ...(fact.passed ?? []).map(({ level }) => level)]));
  const highest = levels.findLastIndex(({ id }) => ids.has(id));
  return levels.slice(highest + 1);
}
