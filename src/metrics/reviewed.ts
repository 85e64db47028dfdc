// Whether an incident's post-mortem is finished.
import type { IncidentLine } from '../lines/line.ts';

/** Merged, or held elsewhere and said so with `/reviewed`. */
export function isReviewed({ milestones, postMortem }: IncidentLine): boolean {
  return milestones.reviewed !== null || postMortem.pull !== null;
}
