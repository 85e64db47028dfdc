// What a run is for: the event that woke it, as GitHub hands it to a job.
import { changeTold } from '../src/change-told.ts';
import { nameOf } from '../src/github/name-of.ts';
import type { IssueRef } from '../src/github/observe.ts';
import { respondFaults, respondNotes } from '../src/report/respond-words.ts';
import { worthALook } from '../src/worth-a-look.ts';

/** The event of a job. */
export interface JobEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** What stands in `GITHUB_EVENT_PATH`; null: no JSON. */
  readonly payload: unknown;
}

/** `nothing`: no incident can have changed by it. `strange`: this mode does not know such an event. */
export type Happening =
  | { readonly what: 'issue'; readonly ref: IssueRef; readonly changedAt: string | null }
  | { readonly what: 'everything'; readonly cron: string | null }
  | { readonly what: 'nothing'; readonly why: string }
  | { readonly what: 'strange'; readonly why: string };

/** As the App hears them: an event is only a reason to look. */
const heard = ['issues', 'issue_comment', 'pull_request'];

/** A process of its own knows nothing yet: any label or heading may be the one. */
const known = { slug: () => null, marks: () => undefined, isOpenIncident: () => false, isHeldBack: () => false };

/** Total: any payload is taken; one that does not tell what happened is strange, but for a schedule, which needs none. @param home `owner/name` of the repository that the workflow runs in */
export function happeningOf({ name, payload }: JobEvent, home: string): Happening {
  if (name === 'schedule') return { what: 'everything', cron: textAt(payload, 'schedule') };
  if (name === 'workflow_dispatch') {
    if (!isTable(payload)) return { what: 'strange', why: respondFaults.unreadable(name) };
    return dispatched(textAt(at(payload, 'inputs'), 'issue') ?? '', home);
  }
  if (!heard.includes(name)) return { what: 'strange', why: respondFaults.event(name) };
  if (!tellsOf(name, payload)) return { what: 'strange', why: respondFaults.unreadable(name) };
  if (name === 'pull_request' && isOfAFork(payload)) return { what: 'nothing', why: respondNotes.fork };
  const ref = worthALook(name, payload, known);
  if (!ref) return { what: 'nothing', why: respondNotes.nothing };
  if (!isAtHome(ref, home)) return { what: 'strange', why: respondFaults.elsewhere() };
  return { what: 'issue', ref, changedAt: changeTold(payload, ref.number) };
}

function dispatched(words: string, home: string): Happening {
  if (words.trim() === '') return { what: 'everything', cron: null };
  const [, number] = /^#?(\d{1,9})$/.exec(words.trim()) ?? [];
  const [owner = '', name = ''] = home.split('/');
  if (number === undefined) return { what: 'strange', why: respondFaults.issue(words) };
  return { what: 'issue', ref: { owner, name, number: Number(number) }, changedAt: null };
}

/** Whatever its branch is called, it is not ours; its run has a token that only reads. */
function isOfAFork(payload: unknown): boolean {
  const pull = at(payload, 'pull_request');
  const nameIn = (side: string) => textAt(at(at(pull, side), 'repo'), 'full_name')?.toLowerCase() ?? null;
  return nameIn('head') === null || nameIn('head') !== nameIn('base');
}

function isAtHome({ owner, name }: IssueRef, home: string): boolean {
  const [itsOwner = '', itsName = ''] = home.split('/');
  return nameOf({ owner, name, number: 1 }) === nameOf({ owner: itsOwner, name: itsName, number: 1 });
}

/** Whether the payload holds what GitHub sends with such an event: without it nobody knows whether an incident changed. */
function tellsOf(event: string, payload: unknown): boolean {
  const home = at(payload, 'repository');
  if (textAt(home, 'name') === null || textAt(at(home, 'owner'), 'login') === null) return false;
  if (event === 'pull_request') return textAt(at(at(payload, 'pull_request'), 'head'), 'ref') !== null;
  if (!Number.isInteger(at(at(payload, 'issue'), 'number'))) return false;
  return event === 'issues' || isTable(at(payload, 'comment'));
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function textAt(value: unknown, key: string): string | null {
  const text = at(value, key);
  return typeof text === 'string' ? text : null;
}
