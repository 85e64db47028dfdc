// From one level to another: raising is always free, lowering has its time and its people.
import { isResolved, proved } from '../core/gate.ts';
import { type Handbook, rank, type Severity, severityOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { itemsFor } from '../core/items-for.ts';
import type { Refusal } from '../core/refusal.ts';
import { confirmedSeverity, isProposed, stableSince } from '../core/stability.ts';
import { dueAfter } from '../time/term.ts';
import type { Room } from './command.ts';
import { maySayLevel } from './level-right.ts';
import { isLead } from './rights.ts';

/** Why an incident may not be called this severe now by this speaker, said at `at` (ISO UTC); null: it may. */
export function levelRefusal(level: Severity, at: string, room: Room): Refusal | null {
  const { incident, handbook } = room;
  if (!incident) return null;
  const { current } = incident.severity;
  if (level.id === current) return again(level, incident, room);
  if (rank(handbook, level.id) < rank(handbook, current)) return null;
  if (isResolved(incident, handbook) && !isLead(room.speaker, incident, handbook)) {
    return { reason: 'lowering-after-resolved', severity: level.id };
  }
  if (!maySayLevel(level, room)) return { reason: 'level-set-by', severity: level.id, from: current, who: level.setBy };
  return lowering(level, at, incident, room);
}

/**
 * The same level again says something where it was assumed, where it is none and the incident is open (again), or where the
 * handbook asks for the final one.
 */
function again(level: Severity, incident: Incident, room: Room): Refusal | null {
  const ends = level.becomes !== null && !incident.closed;
  if (!incident.severity.assumed && !ends && !lacksFinal(incident, room.handbook)) {
    return { reason: 'same-severity', severity: level.id };
  }
  if (maySayLevel(level, room)) return null;
  return { reason: 'level-set-by', severity: level.id, from: level.id, who: level.setBy };
}

function lacksFinal(incident: Incident, handbook: Handbook): boolean {
  if (!isResolved(incident, handbook)) return false;
  const asking = itemsFor(incident, handbook).filter(({ provedBy }) => provedBy === 'final-severity');
  return asking.some((item) => proved(item, incident, handbook) === null);
}

/**
 * What a report assumed is corrected freely. What somebody proposed, or said with the right to it, is lowered by whose word it is; and
 * below what was said with the right, when the handbook lets it.
 */
function lowering(level: Severity, at: string, incident: Incident, room: Room): Refusal | null {
  const { handbook } = room;
  const word = confirmedSeverity(incident);
  const confirmed = handbook.severities.find(({ id }) => id === word && rank(handbook, id) < rank(handbook, level.id));
  const proposed = isProposed(incident) ? severityOf(handbook, incident.severity.current) : null;
  const theirs = [proposed, confirmed].find((one) => one && !maySayLevel(one, room));
  if (theirs) return { reason: 'level-set-by', severity: level.id, from: theirs.id, who: theirs.setBy };
  return confirmed ? lowersWhen[handbook.lowering](level, confirmed, { at, incident, handbook }) : null;
}

interface Lowered {
  readonly at: string;
  readonly incident: Incident;
  readonly handbook: Handbook;
}

const lowersWhen: Readonly<
  Record<Handbook['lowering'], (level: Severity, from: Severity, scene: Lowered) => Refusal | null>
> = {
  free: () => null,
  'after-resolved': ({ id }, from, { incident, handbook }) =>
    isResolved(incident, handbook) ? null : { reason: 'lowering-before-resolved', severity: id, from: from.id },
  'after-stability': ({ id }, from, { at, incident, handbook }) => {
    const { stability } = severityOf(handbook, from.id);
    if (!stability) return null;
    const since = stableSince(incident, handbook);
    const until = since === null ? null : dueAfter(since, stability, handbook);
    return until !== null && until <= at
      ? null
      : { reason: 'lowering-too-early', severity: id, from: from.id, stability, since, until };
  },
};
