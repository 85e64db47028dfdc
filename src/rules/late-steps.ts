// What is expected first because its time is over: the update, and somebody who answers.

import { updateLine } from '../clocks/clock-promises.ts';
import { clocksAwaiting } from '../clocks/clocks.ts';
import { levelsAbove } from '../clocks/ladder.ts';
import { climbsAt, isRunning } from '../clocks/ladder-run.ts';
import { stateAt } from '../core/clock.ts';
import type { NextStep } from '../core/expectation.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { secondAfter } from '../time/time.ts';

/** The update that is past its time, of the role that owes it: of several the one that was due first. @param now ISO UTC */
export function lateUpdate(incident: Incident, handbook: Handbook, now: string): readonly NextStep[] {
  const [first] = clocksAwaiting(updateLine, incident, handbook)
    .filter((clock) => stateAt(clock, now) === 'breached')
    .toSorted(
      ({ due: one }, { due: other }) => Number((one ?? '') > (other ?? '')) - Number((one ?? '') < (other ?? '')),
    );
  return first ? [{ role: first.owner, step: 'give-update', about: 'overdue', command: updateLine }] : [];
}

/** Nobody answered in time, and the ladder waits for somebody who climbs it. @param now ISO UTC */
export function lateAnswer(incident: Incident, handbook: Handbook, now: string): readonly NextStep[] {
  const { severity, type } = incident;
  if (handbook.escalation.levels.length === 0 || !isRunning(incident, handbook)) return [];
  if (climbsAt(severity.current, type.current, handbook)) return [];
  if (!clocksAwaiting(answerLine, incident, handbook).some((clock) => stateAt(clock, now) === 'breached')) return [];
  const command = levelsAbove(incident, handbook).length > 0 ? '/escalate' : '/page on-call';
  return [{ role: null, step: 'call', about: '', command }];
}

/** When one of them comes to be expected (ISO UTC). */
export function lateMoments(incident: Incident, handbook: Handbook): readonly (string | null)[] {
  const clocks = [updateLine, answerLine].flatMap((line) => clocksAwaiting(line, incident, handbook));
  return clocks.map(({ due }) => due && secondAfter(due));
}

const answerLine = '/ack';
