import { closeIssue, reopenIssue } from '../../acts/close.ts';
import { editBody, openIssue, retitle } from '../../acts/issue.ts';
import { createLabel, deleteLabel, updateLabel } from '../../acts/label.ts';
import { setLock } from '../../acts/lock.ts';
import { addLabels, assign, removeLabels, unassign } from '../../acts/mark.ts';
import { setMilestone } from '../../acts/milestone.ts';
import { addSubIssue, removeSubIssue } from '../../acts/sub-issue.ts';
import type { CloseReason } from '../../world/model.ts';
import type { Asking } from '../field.ts';
import type { Input, Payload } from '../input.ts';
import { target, targetAccount, targetEither, targetIssue } from '../target.ts';

const labelNames = (ids: readonly string[], asking: Asking): string[] =>
  ids.map((id) => target(asking, id, 'Label').name);
const logins = (ids: readonly string[], asking: Asking): string[] => ids.map((id) => targetAccount(asking, id).login);

/** Mutations of issues and what is stuck on them. */
export const issueMutations: Record<string, (input: Input, asking: Asking) => Payload> = {
  createIssue: (input, asking) => {
    const repository = target(asking, input.repositoryId, 'Repository');
    const labels = labelNames(input.labelIds ?? [], asking);
    const assignees = logins(input.assigneeIds ?? [], asking);
    const issue = openIssue(asking.doer, repository, {
      title: input.title ?? '',
      body: input.body ?? '',
      labels,
      assignees,
      milestone: input.milestoneId ? target(asking, input.milestoneId, 'Milestone') : null,
      parent: input.parentIssueId ? targetIssue(asking, input.parentIssueId) : null,
    });
    return { issue };
  },
  addSubIssue: (input, asking) => {
    const [issue, subIssue] = [targetIssue(asking, input.issueId), targetIssue(asking, input.subIssueId ?? '')];
    addSubIssue(asking.doer, issue, subIssue);
    return { issue, subIssue };
  },
  removeSubIssue: (input, asking) => {
    const [issue, subIssue] = [targetIssue(asking, input.issueId), targetIssue(asking, input.subIssueId ?? '')];
    removeSubIssue(asking.doer, issue, subIssue);
    return { issue, subIssue };
  },
  createLabel: (input, asking) => {
    const { name, color, description = null } = input;
    return {
      label: createLabel(asking.doer, target(asking, input.repositoryId, 'Repository'), { name, color, description }),
    };
  },
  updateLabel: (input, asking) => {
    const change = Object.fromEntries(
      (['name', 'color', 'description'] as const).flatMap((key) => (input[key] == null ? [] : [[key, input[key]]])),
    );
    return { label: updateLabel(asking.doer, target(asking, input.id, 'Label'), change) };
  },
  deleteLabel: (input, asking) => {
    deleteLabel(asking.doer, target(asking, input.id, 'Label'));
    return {};
  },
  addLabelsToLabelable: (input, asking) => {
    const labelable = targetEither(asking, input.labelableId);
    addLabels(asking.doer, labelable, labelNames(input.labelIds, asking));
    return { labelable };
  },
  removeLabelsFromLabelable: (input, asking) => {
    const labelable = targetEither(asking, input.labelableId);
    removeLabels(asking.doer, labelable, labelNames(input.labelIds, asking));
    return { labelable };
  },
  addAssigneesToAssignable: (input, asking) => {
    const assignable = targetEither(asking, input.assignableId);
    assign(asking.doer, assignable, logins(input.assigneeIds, asking));
    return { assignable };
  },
  removeAssigneesFromAssignable: (input, asking) => {
    const assignable = targetEither(asking, input.assignableId);
    unassign(asking.doer, assignable, logins(input.assigneeIds, asking));
    return { assignable };
  },
  closeIssue: (input, asking) => {
    const issue = targetIssue(asking, input.issueId);
    const original = input.duplicateIssueId ? { duplicateOf: targetIssue(asking, input.duplicateIssueId) } : {};
    const reason = (input.stateReason ?? 'COMPLETED').toLowerCase() as CloseReason;
    closeIssue(asking.doer, issue, { reason, ...original });
    return { issue };
  },
  reopenIssue: (input, asking) => {
    const issue = targetIssue(asking, input.issueId);
    reopenIssue(asking.doer, issue);
    return { issue };
  },
  updateIssue: (input, asking) => {
    const issue = targetIssue(asking, input.id);
    if (input.title != null) retitle(asking.doer, issue, input.title);
    if (input.body != null) editBody(asking.doer, issue, input.body);
    if (input.milestoneId !== undefined) {
      setMilestone(
        asking.doer,
        issue,
        input.milestoneId === null ? null : target(asking, input.milestoneId, 'Milestone'),
      );
    }
    if (input.state === 'CLOSED') closeIssue(asking.doer, issue);
    if (input.state === 'OPEN') reopenIssue(asking.doer, issue);
    return { issue, actor: asking.doer.by };
  },
  lockLockable: (input, asking) => {
    const lockedRecord = targetEither(asking, input.lockableId);
    setLock(asking.doer, lockedRecord, true);
    return { lockedRecord, actor: asking.doer.by };
  },
  unlockLockable: (input, asking) => {
    const unlockedRecord = targetEither(asking, input.lockableId);
    setLock(asking.doer, unlockedRecord, false);
    return { unlockedRecord, actor: asking.doer.by };
  },
};
