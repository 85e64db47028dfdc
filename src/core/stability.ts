// Since when an incident has been stable: nobody hurt any more, and no relapse since.
import { type Handbook, type Milestone, statusFor } from './handbook.ts';
import type { Incident } from './incident.ts';

const calm: readonly Milestone[] = ['mitigated', 'resolved', 'closed'];

/** The first of mitigated, resolved and closed since the last relapse (ISO UTC); null while it is active. */
export function stableSince(incident: Incident, handbook: Handbook): string | null {
  const { timeline, milestones, status } = incident;
  const place = (id: string): number => handbook.statuses.findIndex((one) => one.id === id);
  const over = statusFor(handbook, 'mitigated');
  if (over && place(status) < place(over.id)) return null;
  const relapse = timeline.findLastIndex(({ fact }) => fact?.kind === 'status' && fact.relapse);
  const times = calm.flatMap((name) => {
    const mark = milestones[name];
    const said = timeline.findIndex(({ source }) => source === mark?.source);
    return mark && said > relapse ? [mark.at] : [];
  });
  return times.toSorted()[0] ?? null;
}

/** The present level is a proposal: a responder said it whose word the handbook does not take for it. */
export function isProposed({ timeline, severity }: Incident): boolean {
  const word = timeline.findLast(({ fact }) => fact?.kind === 'severity');
  return severity.assumed && word !== undefined;
}

/** The level that somebody with the right to it said last; null while the present one is a mere assumption from the beginning. */
export function confirmedSeverity({ timeline }: Incident): string | null {
  const word = timeline.findLast(
    ({ fact }) => (fact?.kind === 'severity' || fact?.kind === 'declared') && !fact.assumed,
  );
  return word?.fact?.kind === 'severity' || word?.fact?.kind === 'declared' ? word.fact.severity : null;
}
