// How bad an incident was, from the declaration on: what the line tells of its severity.
import { happenedAt } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { IncidentLine } from './line.ts';

type Severity = NonNullable<IncidentLine['severity']>;

/**
 * First, peak and final level with what was said in between. Names and ranks are those of the handbook that the incident follows
 * now; a move to it told what the older levels are there. A level that a change names keeps the id of its own time.
 */
export function severityOfLine(incident: Incident, handbook: Handbook): Severity {
  const { first, peak, current, assumed } = incident.severity;
  return {
    ...{ first, peak, final: current, assumed },
    firstAssumed: incident.timeline.some(({ fact }) => fact?.kind === 'declared' && fact.assumed),
    name: handbook.severities.find(({ id }) => id === current)?.name ?? current,
    rank: rankOf(current, handbook),
    firstRank: rankOf(first, handbook),
    peakRank: rankOf(peak, handbook),
    changes: changesOf(incident),
  };
}

/** Where a level stands, 0 the most severe; one that the handbook does not have stands behind all of its own. */
export function rankOf(level: string, { severities }: Handbook): number {
  const place = severities.findIndex(({ id }) => id === level);
  return place < 0 ? severities.length : place;
}

/** What was said of the level after the declaration, confirmations too; a move counts where the level got another id by it. */
function changesOf({ timeline }: Incident): Severity['changes'] {
  return timeline.flatMap((entry) => {
    const { fact } = entry;
    const at = happenedAt(entry);
    if (fact?.kind === 'severity')
      return [{ at, to: fact.severity, assumed: fact.assumed ?? false, because: fact.because ?? null }];
    if (fact?.kind === 'handbook' && fact.was.severity !== undefined)
      return [{ at, to: fact.severity.current, assumed: false, because: null }];
    return [];
  });
}
