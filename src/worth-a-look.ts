// Whether a webhook is a reason to look, judged from its payload alone. A superset: what it lets through costs one look.

import { z } from 'zod';
import { openedMarkOf } from './core/opened-issue.ts';
import { postMortemIssue } from './core/pull-request.ts';
import { nameOf, repositoryNameOf } from './github/name-of.ts';
import type { IssueRef } from './github/observe.ts';
import type { Outsider } from './held-back.ts';
import type { Marks } from './marks.ts';

export interface KnownOfUs {
  /** Our app's slug; null while it is not known. */
  slug(): string | null;
  /** Marks of a repository by `owner/name` in lower case; nothing for one that was never looked at. */
  marks(repository: string): Marks | undefined;
  /** Whether an issue (`owner/name#12`, lower case) was an open incident when this process looked at it last. */
  isOpenIncident(name: string): boolean;
  /** Whether further reports of somebody (login) in a repository are not taken up for now. */
  isHeldBack(outsider: Outsider): boolean;
}

/** As far as we read it; the event's name is unsigned, so nothing is sure to be there, or of its type. */
const payloads = z.object({
  sender: z.object({ login: z.string() }).nullish().catch(null),
  repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
  issue: z
    .object({
      number: z.int().positive(),
      body: z.string().nullish(),
      user: z.object({ login: z.string() }).nullish().catch(null),
      pull_request: z.unknown().optional(),
      labels: z.array(z.union([z.string(), z.object({ name: z.string() })])).default([]),
    })
    .nullish()
    .catch(null),
  comment: z.object({ body: z.string().nullish() }).nullish().catch(null),
  label: z.object({ name: z.string() }).nullish().catch(null),
  pull_request: z
    .object({ head: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }).nullish() }) })
    .nullish()
    .catch(null),
});

type Payload = z.infer<typeof payloads>;

/** The issue to look at because of a webhook, or null: it cannot have changed anything for us. Total: any payload is taken. */
export function worthALook(event: string, given: unknown, known: KnownOfUs): IssueRef | null {
  const { success, data: payload } = payloads.safeParse(given);
  if (!success || isEcho(payload, known.slug()) || isOfTheHeldBack(payload, known)) return null;
  const {
    name,
    owner: { login: owner },
  } = payload.repository;
  const number =
    knownIncident(event, payload, known) ?? numberOf(event, payload, known.marks(repositoryNameOf({ owner, name })));
  return number === null ? null : { owner, name, number };
}

/** Our own act coming back (decision 12): we know what we did. */
function isEcho({ sender }: Payload, slug: string | null): boolean {
  return slug !== null && sender?.login === `${slug}[bot]`;
}

/** What an outsider with too many reports does to a further one; others may take it up at any time. */
function isOfTheHeldBack({ sender, issue, repository: { name, owner } }: Payload, known: KnownOfUs): boolean {
  const login = issue?.user?.login;
  if (!issue || login === undefined || sender?.login !== login) return false;
  const isOpen = known.isOpenIncident(nameOf({ owner: owner.login, name, number: issue.number }));
  return !isOpen && known.isHeldBack({ owner: owner.login, name, login });
}

/** An incident stays one while somebody has taken its label off. */
function knownIncident(
  event: string,
  { issue, repository: { name, owner } }: Payload,
  known: KnownOfUs,
): number | null {
  if (!issue || issue.pull_request || (event !== 'issues' && event !== 'issue_comment')) return null;
  return known.isOpenIncident(nameOf({ owner: owner.login, name, number: issue.number })) ? issue.number : null;
}

function numberOf(event: string, payload: Payload, marks: Marks | undefined): number | null {
  const number = payload.issue?.number ?? null;
  if (event === 'pull_request') return postMortemOf(payload);
  if (event === 'issues') {
    return isIncident(payload, marks) || isReport(payload.issue, marks)
      ? number
      : incidentOf(payload.issue?.body ?? '');
  }
  if (event !== 'issue_comment') return null;
  const told = declares(payload.comment?.body ?? '');
  if (payload.issue?.pull_request) return told ? number : null;
  return told || isIncident(payload, marks) ? number : null;
}

/** The issue whose post-mortem stands on a branch of the repository itself: a fork's is never one, and anybody may propose that. */
function postMortemOf({ pull_request: pull, repository: { name, owner } }: Payload): number | null {
  if (!pull || pull.head.repo === null) return null;
  const from = pull.head.repo?.full_name.toLowerCase() ?? null;
  if (from !== null && from !== repositoryNameOf({ owner: owner.login, name })) return null;
  return postMortemIssue(pull.head.ref);
}

/** The incident beside which we opened an issue: its card tells how that stands. */
function incidentOf(body: string): number | null {
  return openedMarkOf(body)?.incident.number ?? null;
}

/** Words that make an issue an incident, or ask us something anywhere. */
function declares(body: string): boolean {
  return /^\s{0,3}\/(?:sitrep|incident|promote|declare|backfill)\b/im.test(body);
}

/** Bears the label, or just lost or got it. In a repository that was never looked at, any label may be the one. */
function isIncident({ issue, label }: Payload, marks: Marks | undefined): boolean {
  const borne = (issue?.labels ?? []).map((one) => (typeof one === 'string' ? one : one.name));
  const names = [...borne, label?.name ?? ''].filter((one) => one !== '');
  if (!marks) return names.length > 0;
  const telling = new Set(marks.labels.map((one) => one.toLowerCase()));
  return names.some((one) => telling.has(one.toLowerCase()));
}

/** Has the form's heading of the severity. In a repository that was never looked at, any heading may be it. */
function isReport(issue: Payload['issue'], marks: Marks | undefined): boolean {
  const body = (issue?.body ?? '').toLowerCase();
  if (!marks) return /^\s{0,3}(?:#{1,6}\s|\*\*)/m.test(body);
  return marks.headings.some((heading) => body.includes(heading.toLowerCase()));
}
