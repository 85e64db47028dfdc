import { Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { happen } from '../world/happen.ts';
import { identify } from '../world/identity.ts';
import { checkBody, checkTitle } from '../world/limits.ts';
import type { Issue, Milestone, Repository } from '../world/model.ts';
import { covers, demand, scopeOf, standing } from '../world/permission.ts';
import { revise } from '../world/revise.ts';
import { assign, putLabels } from './mark.ts';
import { setMilestone } from './milestone.ts';
import { refer } from './refer.ts';
import { addSubIssue, checkSubIssue } from './sub-issue.ts';

/** What an issue is opened with. `template`: the labels come from an issue form, so nobody's permission is asked. */
export interface NewIssue {
  title: string;
  body?: string;
  labels?: readonly string[];
  assignees?: readonly string[];
  template?: boolean;
  milestone?: Milestone | null;
  /** The issue this one becomes a sub-issue of. */
  parent?: Issue | null;
}

/**
 * Opens an issue. Labels, assignees and milestone without triage access are dropped without a word, as GitHub does; a parent is
 * refused.
 */
export function openIssue(doer: Doer, repository: Repository, input: NewIssue): Issue {
  demand(doer, repository, doer.grants ? 'write' : 'read');
  if (!repository.settings.issues) throw new Unprocessable('Issues has been disabled in this repository.');
  checkTitle(input.title);
  checkBody(input.body ?? '');
  if (input.parent) checkSubIssue(doer, input.parent);
  const issue = writeIssue(doer, repository, 'Issue', input.title, input.body ?? '');
  const trusted = covers(standing(doer, repository, 'issues'), 'triage');
  const labels = trusted || input.template ? (input.labels ?? []) : [];
  const put = putLabels(doer, issue, labels, { create: trusted && !input.template });
  doer.world.tell(doer, { name: 'issues', action: 'opened', repository, issue });
  for (const label of put) doer.world.tell(doer, { name: 'issues', action: 'labeled', repository, issue, label });
  if (trusted && input.assignees) assign(doer, issue, input.assignees);
  if (trusted && input.milestone) setMilestone(doer, issue, input.milestone);
  if (input.parent) addSubIssue(doer, input.parent, issue);
  return issue;
}

/** Makes the record of an issue or pull request with the next number of the repository. */
export function writeIssue(
  doer: Doer,
  repository: Repository,
  kind: Issue['kind'],
  title: string,
  body: string,
): Issue {
  const { state, now } = doer.world;
  const issue: Issue = {
    kind,
    ...identify(state, 'I', kind === 'Issue' ? undefined : 'PR_kwDO'),
    repository,
    number: repository.nextNumber,
    title,
    ...{ author: doer.by, body, createdAt: now, updatedAt: now, editor: null, lastEditedAt: null },
    ...{ revisions: [], reactions: [], state: 'open', reason: null, closedAt: null, closedBy: null },
    ...{
      locked: false,
      labels: [],
      assignees: [],
      milestone: null,
      parent: null,
      subIssues: [],
      timeline: [],
      pull: null,
    },
  };
  repository.nextNumber += 1;
  repository.issues.set(issue.number, issue);
  state.nodes.set(issue.nodeId, issue);
  refer(doer, issue, body);
  return issue;
}

/** Changes the title: the author or triage access. The same title is nothing. */
export function retitle(doer: Doer, issue: Issue, title: string): void {
  demand(doer, issue.repository, issue.author === doer.by && !doer.grants ? 'read' : 'triage', scopeOf(issue));
  checkTitle(title);
  if (title === issue.title) return;
  const previousTitle = issue.title;
  issue.title = title;
  happen(doer, issue, 'RenamedTitleEvent', { previousTitle, currentTitle: title });
  tellEdit(doer, issue, { title: { from: previousTitle } });
}

/** Changes the body: the author or write access. The same text is nothing. */
export function editBody(doer: Doer, issue: Issue, body: string): void {
  demand(doer, issue.repository, issue.author === doer.by && !doer.grants ? 'read' : 'write', scopeOf(issue));
  checkBody(body);
  const from = issue.body;
  if (!revise(doer, issue, body)) return;
  refer(doer, issue, body);
  tellEdit(doer, issue, { body: { from } });
}

function tellEdit(doer: Doer, issue: Issue, changes: Record<string, unknown>): void {
  const name = issue.pull ? 'pull_request' : 'issues';
  doer.world.tell(doer, { name, action: 'edited', repository: issue.repository, issue, changes });
}
