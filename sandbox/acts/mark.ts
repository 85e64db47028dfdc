import { Unprocessable } from '../refusal.ts';
import type { Account } from '../world/account.ts';
import type { Doer } from '../world/doer.ts';
import { findAccount, findLabel } from '../world/find.ts';
import { happen } from '../world/happen.ts';
import { ASSIGNEES_PER_ISSUE, LABELS_PER_ISSUE } from '../world/limits.ts';
import type { Issue, Label } from '../world/model.ts';
import { covers, demand, permissionOf, scopeOf } from '../world/permission.ts';
import { writeLabel } from './label.ts';

/** Puts labels without asking for permission; unknown ones are made (grey) or skipped. @returns those newly put. */
export function putLabels(doer: Doer, issue: Issue, names: readonly string[], options: { create: boolean }): Label[] {
  const put: Label[] = [];
  for (const name of names) {
    const known = findLabel(issue.repository, name);
    if (!known && !options.create) continue;
    const label = known ?? writeLabel(doer, issue.repository, { name });
    if (issue.labels.includes(label)) continue;
    if (issue.labels.length >= LABELS_PER_ISSUE) {
      throw new Unprocessable(`Issue can't have more than ${LABELS_PER_ISSUE} labels`);
    }
    issue.labels.push(label);
    happen(doer, issue, 'LabeledEvent', { label });
    put.push(label);
  }
  return put;
}

/** Labels an issue: triage access. A label that is there already leaves no trace. */
export function addLabels(doer: Doer, issue: Issue, names: readonly string[]): void {
  demand(doer, issue.repository, 'triage', scopeOf(issue));
  for (const label of putLabels(doer, issue, names, { create: true })) tellMark(doer, issue, 'labeled', { label });
}

/** Takes labels off: triage access. What is not there is skipped. */
export function removeLabels(doer: Doer, issue: Issue, names: readonly string[]): void {
  demand(doer, issue.repository, 'triage', scopeOf(issue));
  for (const name of names) {
    const label = issue.labels.find((held) => held.name.toLowerCase() === name.toLowerCase());
    if (!label) continue;
    issue.labels = issue.labels.filter((held) => held !== label);
    happen(doer, issue, 'UnlabeledEvent', { label });
    tellMark(doer, issue, 'unlabeled', { label });
  }
}

/** May this account be assigned? Write access, or a part in the conversation. Apps' bots may not. */
function isAssignable(issue: Issue, account: Account): boolean {
  if (account.kind !== 'User') return false;
  if (covers(permissionOf(issue.repository, account), 'write') || issue.author === account) return true;
  return issue.timeline.some((item) => item.kind === 'IssueComment' && item.author === account);
}

/** Assigns people: triage access. Who cannot be assigned, and everybody beyond ten, is dropped without a word. */
export function assign(doer: Doer, issue: Issue, logins: readonly string[]): void {
  demand(doer, issue.repository, 'triage', scopeOf(issue));
  for (const login of logins) {
    const assignee = findAccount(doer.world.state, login);
    if (!assignee || issue.assignees.includes(assignee) || !isAssignable(issue, assignee)) continue;
    if (issue.assignees.length >= ASSIGNEES_PER_ISSUE) continue;
    issue.assignees.push(assignee);
    happen(doer, issue, 'AssignedEvent', { assignee });
    tellMark(doer, issue, 'assigned', { assignee });
  }
}

/** Takes assignees off: triage access. */
export function unassign(doer: Doer, issue: Issue, logins: readonly string[]): void {
  demand(doer, issue.repository, 'triage', scopeOf(issue));
  for (const login of logins) {
    const assignee = issue.assignees.find((held) => held.login.toLowerCase() === login.toLowerCase());
    if (!assignee) continue;
    issue.assignees = issue.assignees.filter((held) => held !== assignee);
    happen(doer, issue, 'UnassignedEvent', { assignee });
    tellMark(doer, issue, 'unassigned', { assignee });
  }
}

function tellMark(doer: Doer, issue: Issue, action: string, detail: { label?: Label; assignee?: Account }): void {
  const name = issue.pull ? 'pull_request' : 'issues';
  doer.world.tell(doer, { name, action, repository: issue.repository, issue, ...detail });
}
