// Triggers that facts can tell: a clock ran out for long enough, and the next level is called whether or not somebody is at work.
import { dueEnding } from '../core/came-due.ts';
import type { RunningClock } from '../core/clock.ts';
import type { EscalationTrigger } from '../core/duty.ts';
import { shortHash } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { secondAfter } from '../time/time.ts';
import { clocksOf } from './clocks.ts';
import type { Coming } from './coming.ts';
import { climb, levelsAbove, pageOf, tellsOfAnybody } from './ladder.ts';
import { isAtLine, isRunning } from './ladder-run.ts';
import { onIt } from './on-it.ts';

/**
 * Of each clock that a trigger names, once for what began it, when its `escalate-at` is reached and it still runs. The level is the
 * trigger's, or the next one above those that were called, and of it those who are not on it already; nothing comes where there is
 * none.
 */
export function triggerComings(incident: Incident, handbook: Handbook): readonly Coming[] {
  const triggers = handbook.escalation.triggers.filter(({ when }) => when === 'overdue');
  if (triggers.length === 0 || !isRunning(incident, handbook)) return [];
  if (!isAtLine(incident.severity.current, incident.type.current, handbook)) return [];
  const open = clocksOf(incident, handbook).filter(({ kind, ended }) => kind === 'promise' && ended === null);
  return triggers.flatMap((trigger) =>
    open
      .filter(({ about }) => trigger.clocks.includes(about))
      .flatMap((clock) => coming(trigger, clock, incident, handbook)),
  );
}

function coming(
  { id, level }: EscalationTrigger,
  clock: RunningClock,
  incident: Incident,
  handbook: Handbook,
): readonly Coming[] {
  if (clock.escalateAt === null) return [];
  const at = secondAfter(clock.escalateAt);
  const above = levelsAbove(incident, handbook);
  const levels = above.slice(
    Math.max(
      0,
      above.findIndex((one) => one.id === level),
    ),
  );
  const isCalled = level !== null && !above.some((one) => one.id === level);
  const scene = { incident, handbook, at };
  if (isCalled || levels.length === 0 || !tellsOfAnybody(scene)) return [];
  const source = `ladder:${shortHash(clock.begun)}:${id}:${clock.id}:${incident.severity.current}${dueEnding}`;
  const rung = climb(levels, scene, { without: onIt(incident).map(({ login }) => login), why: 'knows' });
  return [{ source, at, by: null, fact: { ...pageOf(rung, null), trigger: id } }];
}
