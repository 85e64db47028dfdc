// What a run of the Action says beside the report: what became of the issue, and what to mend in the data.

/** What became of the issue of a period. */
export type IssueOutcome = 'made' | 'edited' | 'same' | 'unchanged';

const outcomes: Readonly<Record<IssueOutcome, string>> = {
  made: 'is new',
  edited: 'was brought up to date',
  same: 'stands as it was',
  unchanged: 'stands as it was: nothing changed on GitHub since, so no incident was read again',
};

/** @param period `2026-W10` */
export function outcomeLine(outcome: IssueOutcome, period: string, url: string): string {
  return `The report of ${period} ${outcomes[outcome]}: ${url}`;
}

/** Said where files were asked for and the report stands on its issue already. */
export function noFilesLine(): string {
  return 'No files were written, since no incident was read. Say `when-unchanged: report` to have them every time.';
}

/** Said of incidents that lack times or whose card is broken; null: there are none. */
export function qualityLine(incidents: number): string | null {
  if (incidents === 0) return null;
  const which = incidents === 1 ? '1 incident lacks' : `${incidents} incidents lack`;
  return `${which} times or a sound card, and some numbers leave them out. The report lists the lines to type under "Data quality".`;
}

/** Said in place of what does not fit among a step's annotations. */
export function moreProblemsLine(count: number): string {
  return `There are ${count} more problems: the log of this step has all of them.`;
}
