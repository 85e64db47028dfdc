// What a workflow says under `with:`, read strictly: a word that is not understood ends the run before anything is read or written.
import { inputFaults } from '../src/report/action-input-words.ts';
import { titleFault } from '../src/report/asked-title.ts';
import { notifiedIn } from './notified.ts';
import { repositoriesIn } from './repositories.ts';

export const fileFormats = ['markdown', 'json', 'csv'] as const;
/** A form of the report that is written to a file. */
export type FileFormat = (typeof fileFormats)[number];

export interface Inputs {
  readonly token: string;
  /** Each `owner/name` or `owner/*`; at least one. */
  readonly repositories: readonly string[];
  readonly period: string;
  readonly handbook: string | null;
  readonly zone: string | null;
  readonly since: string | null;
  /** As it was typed, with placeholders; null: the usual one. */
  readonly title: string | null;
  readonly formats: readonly FileFormat[];
  /** Logins and `organisation/team`s. */
  readonly notify: readonly string[];
  readonly label: string;
  /** Whether the report is kept on an issue. */
  readonly issue: boolean;
  /** What becomes of a run whose report stands on its issue already. */
  readonly whenUnchanged: 'stop' | 'report';
  readonly ledgerKey: string | null;
  /** Minutes that a limit of GitHub's is waited out at most. */
  readonly wait: number;
}

/** Why a workflow's words were not understood: a sentence with the input's name and what to write. */
export interface InputFault {
  readonly why: string;
}

/** What an input holds, without spaces around it; empty: nothing. */
export type ReadInput = (name: string) => string;

/** Names of inputs as action.yml has them. */
export const secretInputs = ['token', 'ledger-key'] as const;

export const modes = ['metrics', 'respond'] as const;
/** What a run does: the weekly report, or what the App does where there is no server. */
export type Mode = (typeof modes)[number];

/** What `mode:` says; metrics, where it says nothing. */
export function readMode(read: ReadInput): Mode | InputFault {
  const words = read('mode') || 'metrics';
  return modes.find((mode) => mode === words) ?? { why: inputFaults.mode(words) };
}

/** Those of mode metrics. @param home `owner/name` of the repository that the workflow runs in */
export function readInputs(read: ReadInput, home: string): Inputs | InputFault {
  if (!/^[\w.-]+\/[\w.-]+$/.test(home)) return { why: inputFaults.home() };
  const token = read('token');
  if (token === '') return { why: inputFaults.token() };
  const repositories = repositoriesIn(read('repositories'), home);
  if ('fault' in repositories) return { why: inputFaults.repositories(repositories) };
  const formats = formatsIn(read('format'));
  if ('strange' in formats) return { why: inputFaults.format(formats.strange) };
  const title = read('title') || null;
  const wrongTitle = title === null ? null : titleFault(title);
  if (wrongTitle) return { why: inputFaults.title(wrongTitle) };
  const notify = notifiedIn(read('notify'));
  if ('fault' in notify) return { why: inputFaults.notify(notify) };
  const rest = readRest(read);
  if ('why' in rest) return rest;
  return {
    ...{ token, repositories: repositories.names, period: read('period') || 'last-week', title },
    ...{ handbook: read('handbook') || null, zone: read('zone') || null, since: read('since') || null },
    ...{ formats: formats.formats, notify: notify.names, ledgerKey: read('ledger-key') || null },
    ...rest,
  };
}

type Rest = Pick<Inputs, 'label' | 'issue' | 'whenUnchanged' | 'wait'>;

function readRest(read: ReadInput): Rest | InputFault {
  const label = read('label') || 'incident-metrics';
  // GitHub's own bound on the names of labels.
  if (label.length > 50 || label.includes(',')) return { why: inputFaults.label(label) };
  const issue = read('issue').toLowerCase() || 'true';
  if (issue !== 'true' && issue !== 'false') return { why: inputFaults.issue(issue) };
  const whenUnchanged = read('when-unchanged') || 'stop';
  if (whenUnchanged !== 'stop' && whenUnchanged !== 'report') return { why: inputFaults.whenUnchanged(whenUnchanged) };
  const wait = readWait(read);
  return typeof wait === 'number' ? { label, issue: issue === 'true', whenUnchanged, wait } : wait;
}

const usualWait = 10;

/** Minutes that a run takes at most for waiting. */
export function readWait(read: ReadInput): number | InputFault {
  const words = read('wait');
  if (words === '') return usualWait;
  return /^\d{1,3}$/.test(words) ? Number(words) : { why: inputFaults.wait(words) };
}

function formatsIn(words: string): { readonly formats: readonly FileFormat[] } | { readonly strange: string } {
  const asked = words
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const strange = asked.find((word) => !fileFormats.some((format) => format === word));
  if (strange !== undefined) return { strange };
  return { formats: asked.length === 0 ? fileFormats : fileFormats.filter((format) => asked.includes(format)) };
}
