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
  /** How long ago what came by itself was due, in minutes; null: nothing did. */
  readonly lateMinutes: number | null;
}

const told = (word: string) => quotePlain(word, { limit: 80 }) || '(nothing)';

/** Nothing was read or written before one of these. */
export const respondFaults = {
  event: (name: string) =>
    `mode: respond does nothing on the event ${told(name)}. Run it on issues, issue_comment, pull_request, schedule or workflow_dispatch.`,
  unreadable: (name: string) =>
    `The file of the event ${told(name)} (GITHUB_EVENT_PATH) cannot be read, so what happened is not known. "Re-run jobs" tries again, and the next run looks at what is due.`,
  elsewhere: () =>
    'This event is of another repository than the one whose workflow runs. Run it in a workflow of its own.',
  issue: (words: string) => `issue: ${told(words)} is no number of an issue. Write one such as 12, or leave it empty.`,
} as const;

export const respondNotes = {
  fork: 'This pull request comes from a fork: nothing of it is run or read, and no incident can change by it.',
  nothing: 'No incident can have changed by this event: nothing was asked of GitHub.',
} as const;

/** One line of the log. */
export function doneLine({ issue, done, why, lateMinutes }: DoneWork): string {
  const late =
    lateMinutes === null ? '' : ` (due by itself ${lateMinutes < 1 ? 'just now' : `${span(lateMinutes)} ago`})`;
  const what = done.length === 0 ? 'nothing was missing' : `did ${done.join(', ')}${late}`;
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

/** How a scheduled run came. `missed` null: not known. */
interface Came {
  readonly should: string;
  readonly lateMinutes: number;
  readonly missed: number | null;
}

/** Said of each scheduled run. */
export function punctualityLine({ should, lateMinutes, missed }: Came): string {
  const late = lateMinutes < 1 ? 'came in time' : `came ${span(lateMinutes)} late`;
  const left =
    missed === null
      ? '; when the run before it came is not known: give the job `actions: read`'
      : missed === 0
        ? ''
        : `; GitHub left out ${missed === 1 ? 'one run' : `${missed} runs`} before it`;
  return `This run should have come at ${momentText(should)} and ${late}${left}.`;
}

function span(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

function momentText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** Said before GitHub turns the schedule off. @param off when it does, ISO UTC */
export function idleLine(off: string): string {
  return `GitHub turns this schedule off on ${off.slice(0, 10)}, because nobody commits to this repository: what is due is looked at no more then. Push any commit.`;
}

/** The issue that says so where people see it. Its mark holds the day: after the next push it is another one. */
export function idleIssue(off: string): { readonly title: string; readonly body: string; readonly mark: string } {
  const mark = `<!-- sitrep-idle:${off.slice(0, 10)} -->`;
  const body = [
    `Nobody has committed to this repository for a while, and GitHub turns scheduled workflows of public repositories off after sixty days: on ${off.slice(0, 10)} it does so with \`sitrep-schedule.yml\`.`,
    'Then Sitrep still answers to what people say, and looks no more at what becomes due although nobody says a word.',
    'To keep it: push any commit. To turn it on again afterwards: *Actions → sitrep schedule → Enable workflow*. This issue can be closed.',
    mark,
  ];
  return { title: `Sitrep's schedule is turned off on ${off.slice(0, 10)}`, body: body.join('\n\n'), mark };
}

/** The job's summary, in Markdown. @param notes about the run itself */
export function respondSummary(work: readonly DoneWork[], left: number, notes: readonly string[]): string {
  const lines = work.map((one) => `- ${one.why === null ? '' : '⚠️ '}${doneLine(one)}`);
  const shown = lines.length === 0 ? ['No open incident is due.'] : lines;
  return [
    '# Sitrep',
    '',
    ...notes.flatMap((note) => [note, '']),
    ...shown,
    ...(left > 0 ? ['', leftLine(left)] : []),
    '',
  ].join('\n');
}
