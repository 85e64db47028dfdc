// What an incident's phase makes worth typing: the lines that help now first, and those that mean nothing any more left out.
import { isOpenDraft } from '../core/draft.ts';
import { type Handbook, type Milestone, statusFor } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { itemsFor } from '../core/items-for.ts';
import type { Person } from '../core/person.ts';
import { questionsOf } from '../core/triage.ts';

const phases = ['none', 'new', 'active', 'mitigated', 'resolved', 'closed'] as const;
/** Where an incident stands for who has to act: `none` before there is one, `new` until somebody acknowledges it. */
export type Phase = (typeof phases)[number];

/** The phase of an incident as it was at that moment. */
export function phaseOf(incident: Incident | null, handbook: Handbook): Phase {
  if (!incident) return 'none';
  if (incident.closed) return 'closed';
  const reached = (milestone: Milestone): boolean => {
    const status = statusFor(handbook, milestone);
    return status !== undefined && place(incident.status, handbook) >= place(status.id, handbook);
  };
  if (reached('resolved')) return 'resolved';
  if (reached('mitigated')) return 'mitigated';
  return incident.milestones.acknowledged ? 'active' : 'new';
}

/** Names of commands, the most needed in that phase first. */
export const firstNeeded: Readonly<Record<Phase, readonly string[]>> = {
  none: ['incident', 'backfill', 'help'],
  new: ['ack', 'role', 'severity', 'impact', 'note', 'update', 'duplicate', 'cancel', 'catchup', 'roles', 'sitrep'],
  active: ['update', 'note', 'decision', 'mitigated', 'resolved', 'role', 'task', 'catchup', 'roles', 'sitrep'],
  mitigated: ['resolved', 'reopen', 'update', 'note', 'decision', 'done', 'role', 'catchup', 'roles', 'sitrep'],
  resolved: ['done', 'close', 'update', 'todo', 'started', 'detected', 'note', 'reopen', 'catchup', 'sitrep'],
  closed: ['reopen', 'todo', 'note', 'started', 'detected', 'postmortem', 'related', 'sitrep', 'catchup', 'roles'],
};

/** In which phases a command means something, for those that do not always. */
const meantIn: Readonly<Record<string, readonly Phase[]>> = {
  incident: ['none'],
  backfill: ['none', 'new'],
  ack: ['new'],
  identified: ['new', 'active'],
  mitigated: ['new', 'active'],
  resolved: ['new', 'active', 'mitigated'],
  reopen: ['mitigated', 'resolved', 'closed'],
  close: ['new', 'active', 'mitigated', 'resolved'],
  cancel: ['new', 'active', 'mitigated', 'resolved'],
  duplicate: ['new', 'active', 'mitigated', 'resolved'],
  eta: ['new', 'active', 'mitigated'],
  snooze: ['new', 'active', 'mitigated'],
  done: ['new', 'active', 'mitigated', 'resolved'],
  undone: ['new', 'active', 'mitigated', 'resolved'],
  workaround: ['new', 'active', 'mitigated', 'resolved'],
  bridge: ['new', 'active', 'mitigated', 'resolved'],
  channel: ['new', 'active', 'mitigated', 'resolved'],
  takeover: ['new', 'active', 'mitigated', 'resolved'],
  join: ['new', 'active', 'mitigated', 'resolved'],
  postmortem: ['resolved', 'closed'],
  reviewed: ['resolved', 'closed'],
  closed: ['closed'],
};

/** Whether saying a command could do anything now, whoever says it. */
export function isMeant(name: string, incident: Incident | null, handbook: Handbook, person: Person): boolean {
  const fits = Object.hasOwn(meantIn, name) ? meantIn[name] : undefined;
  if (fits && !fits.includes(phaseOf(incident, handbook))) return false;
  if (!incident) return true;
  const here = incident.joined.some(({ id }) => id === person.id);
  if (name === 'leave') return here;
  if (name === 'join') return !here;
  if (name === 'handover') return incident.tenures.some(({ until }) => until === null);
  if (name === 'takeover')
    return incident.tenures.some(({ until, person: holder }) => until === null && holder.id !== person.id);
  if (name === 'draft') return handbook.messages.length > 0;
  if (name === 'approve' || name === 'publish') return incident.drafts.some(isOpenDraft);
  if (name === 'retract') return incident.drafts.some(({ retracted }) => retracted === null);
  if (name === 'triage') return questionsOf(handbook).length + handbook.measures.length > 0;
  if (name === 'type') return handbook.types.length > 1;
  if (name === 'done' || name === 'undone') return itemsFor(incident, handbook).length + incident.called.length > 0;
  return (name !== 'role' && name !== 'roles') || handbook.roles.length > 0;
}

function place(status: string, { statuses }: Handbook): number {
  return statuses.findIndex(({ id }) => id === status);
}
