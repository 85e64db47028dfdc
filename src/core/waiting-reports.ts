// What of an outsider's reports waits to be confirmed: told from their own cards.
import { recall } from './recall.ts';
import type { Seal } from './seal.ts';
import type { EarlierReport, Snapshot } from './snapshot.ts';

/** An earlier report of the same person that waits, or waited `until` then, to be confirmed. */
export interface WaitingReport {
  readonly number: number;
  /** ISO UTC; null: it still does. */
  readonly until: string | null;
}

/** Those among somebody's earlier reports that were ever unconfirmed. One that was not looked at yet has no card, and waits. */
export function waitingReports({ earlier, viewer }: Snapshot, seal: Seal): readonly WaitingReport[] {
  return (earlier ?? []).flatMap((report): readonly WaitingReport[] => {
    const until = waitsUntil(report, viewer, seal);
    return until === 'never-waited' ? [] : [{ number: report.number, until }];
  });
}

function waitsUntil(report: EarlierReport, viewer: Snapshot['viewer'], seal: Seal): string | null | 'never-waited' {
  const { entries } = recall({ thread: report.comments, viewer, issue: { id: report.id } }, seal);
  const declared = entries.find(({ fact }) => fact?.kind === 'declared')?.fact;
  if (declared?.kind === 'declared' && !declared.unconfirmed) return 'never-waited';
  const confirmed = entries.find(({ fact }) => fact?.kind === 'confirmed')?.saidAt;
  const ends = [confirmed, report.closedAt].filter((end) => typeof end === 'string');
  return ends.toSorted()[0] ?? null;
}
