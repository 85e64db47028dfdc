import type { Milestone } from '../world/model.ts';
import { accountShape } from './account.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';

/** A milestone's address for people. */
export function milestonePage({ repository, number }: Milestone): string {
  return `${repositoryPage(repository)}/milestone/${number}`;
}

/** A milestone as REST and webhooks show it. */
export function milestoneShape(milestone: Milestone): Record<string, unknown> {
  const { repository, number, state, title, description, createdAt, updatedAt, closedAt, dueOn } = milestone;
  const url = `${repositoryUrl(repository)}/milestones/${number}`;
  const held = [...repository.issues.values()].filter((issue) => issue.milestone === milestone);
  const open = held.filter((issue) => issue.state === 'open').length;
  return {
    ...{ url, html_url: milestonePage(milestone), labels_url: `${url}/labels`, id: milestone.id },
    ...{ node_id: milestone.nodeId, number, state, title, description, creator: accountShape(milestone.creator) },
    ...{ open_issues: open, closed_issues: held.length - open },
    ...{ created_at: createdAt, updated_at: updatedAt, closed_at: closedAt, due_on: dueOn },
  };
}
