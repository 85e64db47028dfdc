// An issue of ours beside the incident as it is to be opened: of the moment that made it wanted, whenever that is.

import type { Expectation, IssuePage } from '../core/expectation.ts';
import { markOpened, type OpenedIssue, type WantedIssue } from '../core/opened-issue.ts';
import { incidentAfter, maySpeak } from '../core/record.ts';
import type { Wanted } from '../core/wanted.ts';
import { carriedOver } from './carried-over.ts';
import type { IssueText, IssueView } from './issue-view.ts';
import { exposedIssue } from './replies/exposure-words.ts';
import { redactedIssue } from './replies/redaction-words.ts';
import type { Scene } from './scene.ts';
import { subTeamIssue } from './sub-team.ts';

function pageOf(about: IssuePage, view: IssueView): IssueText {
  return about.page === 'sub-team' ? subTeamIssue(view, about.source) : carriedOver(view);
}

/**
 * The issue for an expectation. Null when its cause is old (it was opened when that was heard, and one that somebody deleted does not
 * come back) or no longer makes an incident. The incident is mentioned above the mark: GitHub shows us then what we opened.
 */
export function wantedIssue(expected: Extract<Expectation, { expect: 'issue' }>, scene: Scene): WantedIssue | null {
  const { snapshot, handbook, record } = scene;
  const { key, cause, about, labels, milestone, parent } = expected;
  const incident = maySpeak(record, cause) ? incidentAfter(record, cause, handbook) : null;
  if (!incident) return null;
  const { title, body } = pageOf(about, { incident, handbook, issue: snapshot.issue });
  return { key, title, body: markOpened(key, snapshot.issue, body), labels, milestone, parent };
}

/** An issue of ours that must tell nothing any more: its key and where it belongs stay. */
export function maskedIssue(
  { key, id }: OpenedIssue,
  why: 'private' | 'redacted',
  { snapshot }: Scene,
): Wanted['masked'][number] {
  const { number } = snapshot.issue;
  const { title, body } = why === 'private' ? exposedIssue(number) : redactedIssue(number);
  return { issue: id, title, body: markOpened(key, snapshot.issue, body) };
}
