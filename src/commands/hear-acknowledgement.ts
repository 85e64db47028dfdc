// The first act of a responder other than the reporter acknowledges the incident, inferred and shown as such (decision 4).

import { isClimbing } from '../clocks/ladder-run.ts';
import { statusFor } from '../core/handbook.ts';
import { type Incident, rolesOf } from '../core/incident.ts';
import { type Person, same } from '../core/person.ts';
import type { Fact } from '../core/timeline.ts';
import type { Utterance } from '../thread/utterance.ts';
import { type Draft, type Hearing, standingOf } from './hearing.ts';
import { isResponder } from './rights.ts';

/** The inferred entry that goes with an utterance's own, or none. The status follows where the act set none itself. */
export function acknowledging(utterance: Utterance, drafts: readonly Draft[], hearing: Hearing): readonly Draft[] {
  const { by, kind } = utterance;
  const facts = drafts.flatMap(({ fact }) => fact ?? []);
  const incident = facts.some((fact) => acts.has(fact.kind)) ? hearing.incident() : null;
  if (!incident || !by || by.bot || kind === 'report') return [];
  if (incident.backfilled || incident.closed) return [];
  const { handbook, snapshot } = hearing;
  if (handbook.escalation.ack === 'explicit') return [];
  if (incident.milestones.acknowledged) return answering(by, facts, incident, hearing);
  // By its own right: who only sorts labels (triage access) is not yet on it.
  if (same(by, snapshot.issue.by) || !isResponder(standingOf(by, hearing), handbook)) return [];
  const status = statusFor(handbook, 'acknowledged');
  if (facts.some((fact) => saysSo(fact, status?.id))) return [];
  const moves = facts.some(({ kind: one }) => one === 'status' || one === 'closed');
  const first = incident.status === handbook.statuses[0]?.id && !moves;
  const fact: Fact =
    first && status ? { kind: 'status', status: status.id } : { kind: 'milestone', milestone: 'acknowledged' };
  return [{ part: 'ack', fact, inferred: true }];
}

/** The ladder began anew: whoever does something then answers it, a role's holder also where they reported it. */
function answering(by: Person, facts: readonly Fact[], incident: Incident, hearing: Hearing): readonly Draft[] {
  const { handbook, snapshot } = hearing;
  if (!isClimbing(incident, handbook) || facts.some(({ kind }) => kind === 'answered')) return [];
  if (same(by, snapshot.issue.by) && rolesOf(incident, by).length === 0) return [];
  if (!isResponder(standingOf(by, hearing), handbook)) return [];
  return [{ part: 'ack', fact: { kind: 'answered' }, inferred: true }];
}

/** What of somebody's words shows that they are on it; questions, corrections of one's own words and endings do not. */
export const acts: ReadonlySet<Fact['kind']> = new Set([
  'severity',
  'type',
  'role',
  'status',
  'milestone',
  'note',
  'update',
  'situation',
  'reported',
  'services',
  'title',
  'joined',
  'task',
  'sub-team',
  'task-ended',
  'called-task',
  'ticked',
  'drafted',
]);

function saysSo(fact: Fact, status: string | undefined): boolean {
  return (
    (fact.kind === 'milestone' && fact.milestone === 'acknowledged') ||
    (fact.kind === 'status' && fact.status === status)
  );
}
