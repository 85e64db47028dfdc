// The clocks of what is owed afterwards: the post-mortem and its meeting. They run on when the incident is closed.
import { atSeverity } from '../core/at-severity.ts';
import type { RunningClock } from '../core/clock.ts';
import { isResolved } from '../core/gate.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { postMortemRole, postMortemTimes } from '../core/post-mortem-terms.ts';
import { isPostMortemRequired } from '../core/required.ts';
import type { Term } from '../time/term.ts';

/** Nothing where none is owed: of what was closed only what was completed owes one. */
export function reviewClocks(incident: Incident, handbook: Handbook): readonly RunningClock[] {
  const { milestones, closed, severity, segments } = incident;
  const over = closed ? closed.reason === 'completed' && !closed.carriedOver : isResolved(incident, handbook);
  if (!over || !milestones.resolved || !isPostMortemRequired(incident, handbook)) return [];
  const from = milestones.resolved.at;
  const { due, meeting } = handbook.postMortem;
  const times = postMortemTimes(incident, handbook);
  const owed = (
    kind: 'post-mortem' | 'meeting',
    by: string | null,
    terms: Readonly<Record<string, Term>> | undefined,
  ) => {
    const period = terms && atSeverity(terms, severity.current);
    if (by === null || !period) return [];
    return [
      {
        ...{ id: `review:${kind}`, kind, about: kind, name: null, owner: postMortemRole(handbook), person: null },
        ...{ begun: `${segments.length}`, from, due: by, period, calendar: null, warnAt: null, escalateAt: null },
        ...{ ended: milestones.reviewed?.at ?? null, callsOut: false, command: '' },
      } satisfies RunningClock,
    ];
  };
  return [...owed('post-mortem', times.due, due), ...owed('meeting', times.meetingBy, meeting?.within)];
}
