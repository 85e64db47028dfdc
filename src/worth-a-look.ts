// Whether a webhook is a reason to look, judged from its payload alone. A superset: what it lets through costs one look.
import type { IssueRef } from './github/observe.ts';

/** How incidents are told in a repository. */
export interface Marks {
  /** The label that makes an incident. */
  readonly label: string;
  /** Headings under which a report tells its severity. */
  readonly headings: readonly string[];
}

export interface KnownOfUs {
  /** Our app's slug; null while it is not known. */
  slug(): string | null;
  /** Marks of a repository by `owner/name` in lower case; nothing for one that was never looked at. */
  marks(repository: string): Marks | undefined;
}

interface Payload {
  readonly sender?: { readonly login?: string } | null;
  readonly repository?: { readonly name?: string; readonly owner?: { readonly login?: string } | null } | null;
  readonly issue?: RawIssue | null;
  readonly comment?: { readonly body?: string | null } | null;
  readonly label?: { readonly name?: string } | null;
  readonly pull_request?: { readonly head?: { readonly ref?: string } | null } | null;
}

interface RawIssue {
  readonly number?: number;
  readonly body?: string | null;
  readonly pull_request?: unknown;
  readonly labels?: readonly ({ readonly name?: string } | string)[];
}

/** The issue to look at because of a webhook, or null: it cannot have changed anything for us. Total: any payload is taken. */
export function worthALook(event: string, given: unknown, known: KnownOfUs): IssueRef | null {
  const payload = (typeof given === 'object' && given !== null ? given : {}) as Payload;
  const owner = payload.repository?.owner?.login;
  const name = payload.repository?.name;
  if (!owner || !name || isEcho(payload, known.slug())) return null;
  const number = numberOf(event, payload, known.marks(`${owner}/${name}`.toLowerCase()));
  return number === null ? null : { owner, name, number };
}

/** Our own act coming back (decision 12): we know what we did. */
function isEcho({ sender }: Payload, slug: string | null): boolean {
  return slug !== null && sender?.login === `${slug}[bot]`;
}

function numberOf(event: string, payload: Payload, marks: Marks | undefined): number | null {
  const number = payload.issue?.number ?? null;
  if (event === 'pull_request') return postMortemOf(payload.pull_request?.head?.ref ?? '');
  if (event === 'issues') return isIncident(payload, marks) || isReport(payload.issue, marks) ? number : null;
  if (event !== 'issue_comment') return null;
  const told = declares(payload.comment?.body ?? '');
  if (payload.issue?.pull_request) return told ? number : null;
  return told || isIncident(payload, marks) ? number : null;
}

/** The issue whose post-mortem stands on a branch. */
function postMortemOf(branch: string): number | null {
  const [, number] = /^post-mortem[/-](\d{1,9})$/.exec(branch) ?? [];
  return number === undefined ? null : Number(number);
}

/** Words that make an issue an incident, or ask us something anywhere. */
function declares(body: string): boolean {
  return /^\s{0,3}\/(?:sitrep|incident|promote|declare|backfill)\b/im.test(body);
}

/** Bears the label, or just lost or got it. In a repository that was never looked at, any label may be the one. */
function isIncident({ issue, label }: Payload, marks: Marks | undefined): boolean {
  const borne = (issue?.labels ?? []).map((one) => (typeof one === 'string' ? one : (one.name ?? '')));
  const names = [...borne, label?.name ?? ''].filter((one) => one !== '');
  if (!marks) return names.length > 0;
  return names.some((one) => one.toLowerCase() === marks.label.toLowerCase());
}

/** Has the form's heading of the severity. In a repository that was never looked at, any heading may be it. */
function isReport(issue: RawIssue | null | undefined, marks: Marks | undefined): boolean {
  const body = (issue?.body ?? '').toLowerCase();
  if (!marks) return /^\s{0,3}(?:#{1,6}\s|\*\*)/m.test(body);
  return marks.headings.some((heading) => body.includes(heading.toLowerCase()));
}
