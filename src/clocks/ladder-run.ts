// When the ladder begins to climb by itself, who was called since, and who answered.
import { baseOf, bySaid, type Entry } from '../core/entry.ts';
import { isResolved } from '../core/gate.ts';
import { type Handbook, isMajor, rank, statusFor, typeOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { type Page, pagesOf } from '../core/page.ts';
import { isStep } from '../core/page-fact.ts';
import { dueAfter } from '../time/term.ts';

/** One climb: it goes on until somebody answers, and begins anew where the handbook's triggers say so. */
export interface LadderRun {
  /** The entry that began it: a declaration or confirmation, a severity, a relapse. */
  readonly began: Entry;
  /** Id of the level that it begins with; null: the lowest. */
  readonly level: string | null;
  /** Id of the trigger that began it; null: none did. */
  readonly trigger: string | null;
  /** Steps since then, somebody's `/escalate` among them. */
  readonly pages: readonly Page[];
  /** Who answered first; null: nobody yet. */
  readonly answer: Entry | null;
}

/** Whether a severity is at or above the line for which people are called without a word. */
export function isAtLine(severity: string, type: string, handbook: Handbook): boolean {
  const { from } = handbook.escalation;
  if (!handbook.severities.some(({ id }) => id === severity)) return false;
  return from === null ? isMajor(handbook, severity, type) : rank(handbook, severity) <= rank(handbook, from);
}

/** Whether it is an incident that is not over yet. */
export function isRunning(incident: Incident, handbook: Handbook): boolean {
  return incident.confirmed && !incident.backfilled && !incident.closed && !isResolved(incident, handbook);
}

/**
 * Whether the ladder climbs by itself at a severity: at or above `from` (without it: the line of major incidents), where the
 * handbook tells when it goes on, or whom to call at once.
 */
export function climbsAt(severity: string, type: string, handbook: Handbook): boolean {
  const { levels } = handbook.escalation;
  return (
    isAtLine(severity, type, handbook) && (levels[0]?.timeout != null || levels.some(({ at }) => at.includes(severity)))
  );
}

/** The newest climb; null: it never began, or the incident is none (any more) that it climbs for. */
export function ladderRun(incident: Incident, handbook: Handbook): LadderRun | null {
  if (!isRunning(incident, handbook)) return null;
  if (!climbsAt(incident.severity.current, incident.type.current, handbook)) return null;
  // Of what only nearly happened no clock runs: nobody is got out of bed for it.
  if (typeOf(handbook, incident.type.current)?.clocks === false) return null;
  const began = beginning(incident, handbook);
  if (!began) return null;
  const since = (entry: Pick<Entry, 'saidAt' | 'order' | 'source'>): boolean => bySaid(entry as Entry, began.entry) > 0;
  const later = incident.timeline.filter(since);
  return {
    began: began.entry,
    level: began.level,
    trigger: began.trigger,
    pages: pagesOf({ timeline: later }).filter(({ fact }) => isStep(fact)),
    answer:
      incident.timeline.find((entry) => (since(entry) || isWith(entry, began.entry)) && isAnswer(entry, handbook)) ??
      null,
  };
}

/** Who confirms a report by working on it answers with the same breath. */
function isWith({ source }: Entry, began: Entry): boolean {
  return began.fact?.kind === 'confirmed' && baseOf(source) === baseOf(began.source);
}

/** Whether somebody was called by the ladder and nobody has answered. */
export function isClimbing(incident: Incident, handbook: Handbook): boolean {
  const run = ladderRun(incident, handbook);
  return run !== null && run.answer === null && run.pages.length > 0;
}

/** Said in words, or seen from what a responder does, unless the handbook wants the word. */
function isAnswer({ fact, inferred }: Entry, handbook: Handbook): boolean {
  if (inferred && handbook.escalation.ack === 'explicit') return false;
  if (fact?.kind === 'answered') return true;
  if (fact?.kind === 'milestone') return fact.milestone === 'acknowledged';
  return fact?.kind === 'status' && fact.status === statusFor(handbook, 'acknowledged')?.id && !fact.relapse;
}

interface Beginning extends Pick<LadderRun, 'level' | 'trigger'> {
  readonly entry: Entry;
}

/** The last entry with which it began: it came to climb, or one of the triggers began it anew. */
function beginning({ timeline, type, milestones }: Incident, handbook: Handbook): Beginning | null {
  const { triggers } = handbook.escalation;
  let [severity, confirmed, climbs] = ['', true, false];
  let begun: Beginning | null = null;
  for (const entry of timeline) {
    const { fact } = entry;
    const before = severity;
    if (fact?.kind === 'declared') confirmed = !fact.unconfirmed;
    if (fact?.kind === 'confirmed') confirmed = true;
    if (fact?.kind === 'declared' || fact?.kind === 'severity') severity = fact.severity;
    const when = isRaised(before, severity, handbook) ? 'raised' : isRelapse(entry) ? 'relapsed' : null;
    const trigger = when === null ? undefined : triggers.find((one) => one.when === when);
    if (fact?.kind === 'handbook') {
      // What an older handbook's levels meant is not known any more: nobody who answered is called anew.
      severity = fact.severity.current;
      climbs = milestones.acknowledged !== undefined;
    }
    const now = confirmed && climbsAt(severity, type.current, handbook);
    const isFlapping = when === 'relapsed' && climbs && begun !== null && isSoonAfter(begun, entry, handbook);
    if (now && (!climbs || trigger) && !isFlapping)
      begun = { entry, level: trigger?.level ?? null, trigger: trigger?.id ?? null };
    climbs = now;
  }
  return begun;
}

/** It comes and goes: whoever was called a moment ago is not called anew as long as their answer would be waited for. */
function isSoonAfter({ entry, level }: Beginning, { saidAt }: Entry, { escalation, ...handbook }: Handbook): boolean {
  const timeout = (escalation.levels.find(({ id }) => id === level) ?? escalation.levels[0])?.timeout;
  return timeout != null && saidAt < dueAfter(entry.saidAt, timeout, handbook);
}

function isRaised(before: string, now: string, { severities }: Handbook): boolean {
  const place = (severity: string): number => severities.findIndex(({ id }) => id === severity);
  return place(before) >= 0 && place(now) >= 0 && place(now) < place(before);
}

function isRelapse({ fact }: Entry): boolean {
  return fact?.kind === 'status' && fact.relapse === true;
}
