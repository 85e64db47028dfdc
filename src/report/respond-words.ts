// What a run of the Action says that does the App's work: why it did nothing, what it did, what is left.
import { quotePlain } from '../render/quote.ts';

/** An issue that a run was about. */
export interface DoneWork {
  /** `owner/name#12` */
  readonly issue: string;
  /** Kinds of what was written, in their order. */
  readonly done: readonly string[];
  /** GitHub's words for why it is not finished; null: it is. */
  readonly why: string | null;
}

const told = (word: string) => quotePlain(word, { limit: 80 }) || '(nothing)';

/** Nothing was read or written before one of these. */
export const respondFaults = {
  event: (name: string) =>
    `mode: respond does nothing on the event ${told(name)}. Run it on issues, issue_comment, pull_request, schedule or workflow_dispatch.`,
  elsewhere: () =>
    'This event is of another repository than the one whose workflow runs. Run it in a workflow of its own.',
  issue: (words: string) => `issue: ${told(words)} is no number of an issue. Write one such as 12, or leave it empty.`,
} as const;

export const respondNotes = {
  fork: 'This pull request comes from a fork: nothing of it is run or read, and no incident can change by it.',
  nothing: 'No incident can have changed by this event: nothing was asked of GitHub.',
} as const;

/** One line of the log. */
export function doneLine({ issue, done, why }: DoneWork): string {
  const what = done.length === 0 ? 'nothing was missing' : `did ${done.join(', ')}`;
  return why === null ? `${issue}: ${what}` : `${issue}: not finished (${quotePlain(why, { limit: 200 })})`;
}

/** Said of incidents that a run has no points for. */
export function leftLine(left: number): string {
  const which = left === 1 ? '1 incident where' : `${left} incidents where`;
  return `${which} nobody said anything since our last word waits for the next runs: GitHub gives a workflow so many points an hour.`;
}

/** What a workflow's own token needs; that of a fork's run never has it. */
const rights = 'Add permissions: { contents: write, issues: write, pull-requests: write } to the job.';

/** Fails the run, so that somebody is told. */
export function unfinishedFault(unfinished: readonly DoneWork[]): string {
  const [first] = unfinished;
  const more = unfinished.length > 1 ? `, and ${unfinished.length - 1} more` : '';
  const why = quotePlain(first?.why ?? '', { limit: 300 });
  const then = /not accessible by integration/i.test(why) ? rights : 'The next run goes on; "Re-run jobs" does so now.';
  return `${first?.issue}${more}: not finished, because GitHub said: ${why}. ${then}`;
}

/** The job's summary, in Markdown. */
export function respondSummary(work: readonly DoneWork[], left: number): string {
  const lines = work.map((one) => `- ${one.why === null ? '' : '⚠️ '}${doneLine(one)}`);
  const shown = lines.length === 0 ? ['No open incident is due.'] : lines;
  return ['# Sitrep', '', ...shown, ...(left > 0 ? ['', leftLine(left)] : []), ''].join('\n');
}
