// How long things took, between milestones that are known; a missing one is never filled with another (decision 4).
import type { Milestone } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { formatSpan, minutesBetween } from '../time/time.ts';

interface Measure {
  readonly name: string;
  readonly from: Milestone;
  readonly to: Milestone;
}

/** Detecting and mending count from the impact, acknowledging from the detection. */
export const measures: readonly Measure[] = [
  { name: 'Time to detect', from: 'started', to: 'detected' },
  { name: 'Time to acknowledge', from: 'detected', to: 'acknowledged' },
  { name: 'Time to mitigate', from: 'started', to: 'mitigated' },
  { name: 'Time to resolve', from: 'started', to: 'resolved' },
];

/** From where to where, since teams begin elsewhere to measure the same: `Time to resolve (started → resolved)`. */
export function measureName({ name, from, to }: Measure): string {
  return `${name} (${from} → ${to})`;
}

/** `1 h 35 min`, with *inferred* where an end is; or `missing` with the milestone that is not known. */
export function durationText({ from, to }: Omit<Measure, 'name'>, { milestones }: Incident): string {
  const ends = [milestones[from], milestones[to]];
  const [begin, end] = ends;
  if (!begin || !end) return `missing (${[!begin && from, !end && to].filter(Boolean).join(' and ')} not known)`;
  const inferred = begin.inferred || end.inferred ? ' (*inferred*)' : '';
  return `${formatSpan(minutesBetween(begin.at, end.at))}${inferred}`;
}

/** The sum of the stretches in which the incident was active; null while it still is (decision 17). */
export function activeMinutes({ segments }: Incident): number | null {
  const spans = segments.map(({ from, until }) => (until === null ? null : Math.max(0, minutesBetween(from, until))));
  return spans.reduce<number | null>((sum, span) => (sum === null || span === null ? null : sum + span), 0);
}
