// The ladder climbs by itself: the first levels at once, each next one when nobody has answered in time.
import { dueEnding } from '../core/came-due.ts';
import type { EscalationLevel } from '../core/duty.ts';
import { shortHash } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { CallScene } from '../core/meant.ts';
import { pagesOf } from '../core/page.ts';
import { dueAfter, type Term } from '../time/term.ts';
import { later } from '../time/time.ts';
import type { Coming } from './coming.ts';
import { type Bounds, calling, climb, levelsOf, pageOf, type Rung, tellsOfAnybody, together } from './ladder.ts';
import { type LadderRun, ladderRun } from './ladder-run.ts';

/**
 * The next step, if nobody answers before. A level that reaches nobody is passed over at once, and its step says so. Where the
 * repository tells of nobody at all who could be called, nothing comes: there `sitrep check` has told that the ladder calls nobody.
 */
export function ladderComing(incident: Incident, handbook: Handbook): readonly Coming[] {
  const run = ladderRun(incident, handbook);
  if (!run || run.answer) return [];
  if (run.pages.length === 0) return begin(run, incident, handbook);
  const step = nextStep(run, handbook);
  if (!step) return [];
  const rung = climb(step.levels, { incident, handbook, at: step.at }, knowing(actor(run)));
  return [coming(run, step.levels[0]?.id ?? '', step.at, rung)];
}

function begin(run: LadderRun, incident: Incident, handbook: Handbook): readonly Coming[] {
  const at = run.began.saidAt;
  const scene: CallScene = { incident, handbook, at };
  if (!tellsOfAnybody(scene)) return [];
  return [coming(run, 'begin', at, firstRung(run, scene))];
}

/** Who began it just did something here, and is not called as if they were away. */
function actor({ began: { by } }: LadderRun): readonly string[] {
  return by && !by.bot ? [by.login] : [];
}

function knowing(without: readonly string[]): Bounds {
  return { without, why: 'knows' };
}

/**
 * The level that it begins with, and with it those that the severity calls at once. A level whose people know already is not passed
 * over: it is waited for like any other, since nobody has said that they are on it.
 */
function firstRung(run: LadderRun, scene: CallScene): Rung {
  const { level } = run;
  const { levels } = scene.handbook.escalation;
  const severity = scene.incident?.severity.current ?? '';
  const lowest = levels.find(({ id }) => id === level) ?? levels[0];
  const first = (one: EscalationLevel): boolean =>
    one.at.includes(severity) || (one === lowest && (one.timeout !== null || level !== null));
  const bounds = knowing([...actor(run), ...calledByAnother(run, lowest, scene)]);
  const rung = begun(levels.filter(first), scene, bounds);
  const isReached = rung.levels.some((one) => one === lowest);
  const isPassed = rung.passed.some((one) => one.level === lowest?.id);
  // Whoever begins it is nobody: the next one does.
  if (isReached || (!isPassed && rung.levels.length > 0)) return rung;
  const gone = new Set([...rung.levels.map(({ id }) => id), ...rung.passed.map((one) => one.level)]);
  const above = levels.slice(lowest ? levels.indexOf(lowest) + 1 : 0).filter(({ id }) => !gone.has(id));
  const next = climb(above, scene, bounds);
  return next.levels.length === 0
    ? { ...rung, passed: [...rung.passed, ...next.passed] }
    : { ...begun([...rung.levels, ...next.levels], scene, bounds), passed: [...rung.passed, ...next.passed] };
}

function begun(levels: readonly EscalationLevel[], scene: CallScene, bounds: Bounds): Rung {
  const { passed } = together(levels, scene, bounds);
  const gone = passed.filter(({ why }) => why !== 'knows');
  const called = levels.filter(({ id }) => !gone.some((one) => one.level === id));
  return { ...calling(called, scene, bounds), passed: gone };
}

/** Whom another handbook's ladder called so lately that their answer is still waited for: a move calls nobody twice. */
function calledByAnother(
  { began }: LadderRun,
  lowest: EscalationLevel | undefined,
  scene: CallScene,
): readonly string[] {
  const { incident, handbook } = scene;
  const { timeout = null } = lowest ?? {};
  if (began.fact?.kind !== 'handbook' || !incident || timeout === null) return [];
  const isLately = (saidAt: string): boolean => began.saidAt < dueAfter(saidAt, timeout, handbook);
  const before = pagesOf(incident).filter(({ saidAt }) => saidAt <= began.saidAt && isLately(saidAt));
  return before.flatMap(({ fact }) => fact.people);
}

/** Where the ladder goes on when nobody answers. */
export interface NextStep {
  readonly levels: readonly EscalationLevel[];
  /** ISO UTC. */
  readonly at: string;
  /** How long the level before it is waited for. */
  readonly timeout: Term;
}

/** The next step; null: there is none, or the handbook does not say when. Each level is waited for from when it was called. */
export function nextStep({ pages }: LadderRun, { escalation, ...handbook }: Handbook): NextStep | null {
  const { levels } = escalation;
  const called = new Map(pages.flatMap(({ fact, saidAt }) => (fact.levels ?? []).map((id) => [id, saidAt] as const)));
  const gone = new Set(pages.flatMap(({ fact }) => levelsOf(fact)));
  let waited: Pick<NextStep, 'at' | 'timeout'> | null = null;
  for (const [place, level] of levels.entries()) {
    if (!gone.has(level.id)) {
      if (!waited) continue;
      return { levels: levels.slice(place).filter(({ id }) => !gone.has(id)), ...waited };
    }
    const since = called.get(level.id);
    if (since === undefined) continue;
    const { timeout } = level;
    if (timeout === null) return null;
    const at = dueAfter(since, timeout, handbook);
    waited = { at: waited ? later(waited.at, at) : at, timeout };
  }
  return null;
}

function coming({ began, trigger }: LadderRun, step: string, at: string, rung: Rung): Coming {
  const why = step === 'begin' && trigger !== null ? { trigger } : {};
  const source = `ladder:${shortHash(began.source)}:${step}${dueEnding}`;
  return { source, at, by: null, fact: { ...pageOf(rung, null), ...why } };
}
