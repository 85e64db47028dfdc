import { closeIssue, reopenIssue } from '../acts/close.ts';
import { editBody, openIssue, retitle } from '../acts/issue.ts';
import { addLabels, assign, removeLabels, unassign } from '../acts/mark.ts';
import { setMilestone } from '../acts/milestone.ts';
import { closePull, pullFor, reopenPull } from '../acts/pull.ts';
import { NotFound } from '../refusal.ts';
import { issueShape, issueUrl } from '../shape/issue.ts';
import { labelShape } from '../shape/label.ts';
import type { Doer } from '../world/doer.ts';
import { issueFor, milestoneFor } from '../world/find.ts';
import type { CloseReason, Issue, Repository } from '../world/model.ts';
import { covers, standing } from '../world/permission.ts';
import { type Call, names, ok, paged, type Reply, type Route, repositoryIn, text } from './route.ts';

/** The issue of the path, or 404. */
export function issueIn(call: Call): Issue {
  return issueFor(repositoryIn(call), Number(call.path.issue_number));
}

function movedTo(call: Call): Issue | undefined {
  return repositoryIn(call).moved.get(Number(call.path.issue_number));
}

function listed(call: Call, repository: Repository): Issue[] {
  const { state = 'open', labels, since, sort = 'created', direction = 'desc', creator, assignee } = call.query;
  const wanted = labels ? labels.toLowerCase().split(',') : [];
  const found = [...repository.issues.values()].filter((issue) => {
    const held = issue.labels.map(({ name }) => name.toLowerCase());
    if (state !== 'all' && issue.state !== state) return false;
    if (creator && issue.author.login !== creator) return false;
    if (assignee && !issue.assignees.some(({ login }) => login === assignee)) return false;
    if (since && Date.parse(issue.updatedAt) < Date.parse(since)) return false;
    return wanted.every((name) => held.includes(name.trim()));
  });
  const key = (issue: Issue): number => Date.parse(sort === 'updated' ? issue.updatedAt : issue.createdAt);
  const sign = direction === 'asc' ? 1 : -1;
  return found.sort((a, b) => sign * (key(a) - key(b) || a.number - b.number));
}

function create(call: Call): Reply {
  const { body } = call;
  const issue = openIssue(call.doer, repositoryIn(call), {
    title: String(body.title ?? ''),
    body: text(body.body) ?? '',
    labels: names(body.labels) ?? [],
    assignees: names(body.assignees, 'login') ?? [],
    milestone: typeof body.milestone === 'number' ? milestoneFor(repositoryIn(call), body.milestone) : null,
  });
  return ok(issueShape(issue), 201);
}

// Labels and assignees are replaced sets here; without triage access they are dropped without a word.
function update(call: Call): Reply {
  const issue = issueIn(call);
  const { body, doer } = call;
  if (body.title != null) retitle(doer, issue, String(body.title));
  if (body.body !== undefined) editBody(doer, issue, text(body.body) ?? '');
  setState(call, issue);
  if (covers(standing(doer, issue.repository, 'issues'), 'triage')) {
    replaceLabels(doer, issue, names(body.labels));
    replaceAssignees(doer, issue, names(body.assignees, 'login'));
    if (body.milestone === null) setMilestone(doer, issue, null);
    if (typeof body.milestone === 'number') setMilestone(doer, issue, milestoneFor(issue.repository, body.milestone));
  }
  return ok(issueShape(issue));
}

function replaceLabels(doer: Doer, issue: Issue, labels: string[] | undefined): void {
  if (!labels) return;
  const kept = labels.map((name) => name.toLowerCase());
  const held = issue.labels.map(({ name }) => name);
  const dropped = held.filter((name) => !kept.includes(name.toLowerCase()));
  removeLabels(doer, issue, dropped);
  addLabels(doer, issue, labels);
}

function replaceAssignees(doer: Doer, issue: Issue, logins: string[] | undefined): void {
  if (!logins) return;
  const held = issue.assignees.map(({ login }) => login);
  const dropped = held.filter((login) => !logins.includes(login));
  unassign(doer, issue, dropped);
  assign(doer, issue, logins);
}

function setState(call: Call, issue: Issue): void {
  const { body, doer } = call;
  if (issue.pull) {
    if (body.state === 'closed') closePull(doer, issue);
    if (body.state === 'open') reopenPull(doer, pullFor(issue.repository, issue.number));
    return;
  }
  const duplicateOf = issue.repository.issues.values().find(({ id }) => id === body.duplicate_issue_id);
  const reason = text(body.state_reason) as CloseReason | undefined;
  if (body.state === 'closed')
    closeIssue(doer, issue, { ...(reason ? { reason } : {}), ...(duplicateOf ? { duplicateOf } : {}) });
  if (body.state === 'open') reopenIssue(doer, issue);
}

function setAssignees(call: Call, set: typeof assign, status: number): Reply {
  const issue = issueIn(call);
  set(call.doer, issue, names(call.body.assignees, 'login') ?? []);
  return ok(issueShape(issue), status);
}

/** Issues, the labels on them and who is assigned. */
export const issueRoutes: readonly Route[] = [
  {
    name: 'GET /repos/{owner}/{repo}/issues',
    answer: (call) => paged(call, listed(call, repositoryIn(call)), issueShape),
  },
  { name: 'POST /repos/{owner}/{repo}/issues', answer: create },
  {
    name: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
    answer: (call) => {
      const moved = movedTo(call);
      if (!moved) return ok(issueShape(issueIn(call)));
      const url = issueUrl(moved);
      return { status: 301, data: { message: 'Moved Permanently', url }, headers: { location: url } };
    },
  },
  { name: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}', answer: update },
  {
    name: 'GET /repos/{owner}/{repo}/issues/{issue_number}/labels',
    answer: (call) => paged(call, issueIn(call).labels, labelShape),
  },
  {
    name: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    answer: (call) => {
      const issue = issueIn(call);
      addLabels(call.doer, issue, names(call.body.labels) ?? []);
      return ok(issue.labels.map(labelShape));
    },
  },
  {
    name: 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    answer: (call) => {
      const issue = issueIn(call);
      const name = (call.path.name ?? '').toLowerCase();
      if (!issue.labels.some((label) => label.name.toLowerCase() === name)) throw new NotFound('Label does not exist');
      removeLabels(call.doer, issue, [name]);
      return ok(issue.labels.map(labelShape));
    },
  },
  {
    name: 'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
    answer: (call) => setAssignees(call, assign, 201),
  },
  {
    name: 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees',
    answer: (call) => setAssignees(call, unassign, 200),
  },
];
