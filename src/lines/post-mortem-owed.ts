// What the line tells of an incident's post-mortem: whether one is owed, by when, by whom.
import { isResolved } from '../core/gate.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { postMortemOwner, postMortemTimes } from '../core/post-mortem-terms.ts';
import { isPostMortemRequired } from '../core/required.ts';
import type { IncidentLine } from './line.ts';

/**
 * Required by the type and the severity as they stand; not of what was closed as a duplicate or as no incident (as the rule that
 * opens them has it). Due so long after `resolved` as the handbook says, while it stands there.
 */
export function postMortemOfLine(incident: Incident, handbook: Handbook): IncidentLine['postMortem'] {
  const { closed, postMortem } = incident;
  const required = isPostMortemRequired(incident, handbook) && (closed?.reason ?? 'completed') === 'completed';
  return {
    required,
    dueAt: required && isResolved(incident, handbook) ? postMortemTimes(incident, handbook).due : null,
    pull: postMortem.merged,
    owner: postMortemOwner(incident, handbook)?.login ?? null,
  };
}
