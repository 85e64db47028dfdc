// What an outsider filed before the report that a look is about: asked for only while that report was not heard.
import { holdsCardLedger } from '../core/ledger.ts';
import { reaches, type Standing } from '../core/person.ts';
import type { EarlierReport, Snapshot } from '../core/snapshot.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { RawComment } from './look-answer.ts';
import { earlierDocument } from './other-issue-documents.ts';
import { present } from './read-issue.ts';
import { type Reader, readThread } from './read-thread.ts';

interface RawEarlier {
  readonly id: string;
  readonly number: number;
  readonly closedAt: string | null;
  readonly comments: { readonly nodes: readonly (RawComment | null)[] | null } | null;
}
interface Answer {
  readonly repository: {
    readonly open: { readonly nodes: readonly (RawEarlier | null)[] | null };
    readonly shut: { readonly nodes: readonly (RawEarlier | null)[] | null };
  } | null;
}

/** What a look knows of the report, and of how reports are told. */
export interface Reported {
  readonly seen: Pick<Snapshot, 'issue' | 'thread' | 'viewer' | 'repository' | 'pulls'>;
  readonly reporter: Standing | null;
  /** Labels that make an incident, and headings that make a report. */
  readonly labels: readonly string[];
  readonly headings: readonly string[];
}

/**
 * Incidents that the same person filed before, the oldest first: open ones, and those that were closed after this one was filed.
 * Undefined, and no request, for who has standing here and for what is no report (or was heard before).
 */
export async function earlierReports(
  github: GitHub,
  { seen, reporter, labels, headings }: Reported,
  reader: Reader,
): Promise<readonly EarlierReport[] | undefined> {
  const { issue, repository } = seen;
  const known = repository.private || issue.insider || issue.by?.bot !== false;
  const outside = !known && !reaches(reporter?.permission ?? 'none', 'triage');
  if (!outside || issue.isPullRequest || labels.length === 0 || seen.thread.some(isHeard)) return undefined;
  if (!maybeReport(seen, labels, headings)) return undefined;
  const { owner, name } = repository;
  const given = { owner, name, labels, login: issue.by?.login, since: issue.at };
  const answer = await ask<Answer>(github, earlierDocument, given);
  return [...present(answer.repository?.open.nodes), ...present(answer.repository?.shut.nodes)]
    .filter(({ number }) => number < issue.number)
    .map(({ id, number, closedAt, comments }) => ({
      ...{ id, number, closedAt },
      comments: readThread(comments?.nodes ?? [], reader).filter((item) => item.kind === 'comment'),
    }));
}

/** Our card with a record in it; one that a pass cut short left empty has heard nothing. */
function isHeard(item: Snapshot['thread'][number]): boolean {
  return item.kind === 'comment' && item.mine && holdsCardLedger(item.body);
}

/** A superset, found without grammar. */
function maybeReport(
  { issue, thread }: Reported['seen'],
  labels: readonly string[],
  headings: readonly string[],
): boolean {
  const telling = new Set(labels.map((label) => label.toLowerCase()));
  if (issue.labels.some(({ name }) => telling.has(name.toLowerCase()))) return true;
  const body = issue.body.toLowerCase();
  if (headings.some((heading) => body.includes(heading.toLowerCase()))) return true;
  return thread.some(
    (item) => item.kind === 'comment' && /^\s*\/(?:sitrep\s|incident|promote|declare)/im.test(item.body),
  );
}
