// Every incident that a report knows of, counted or not.
import type { IncidentLine } from '../lines/line.ts';
import type { Population } from './metric.ts';

/** What people did and owe stays true of a drill or a sub-incident: counted first, then those that no number counts. */
export function everyLine({ counted, excluded }: Population): readonly IncidentLine[] {
  return [...counted, ...excluded.map(({ line }) => line)];
}
