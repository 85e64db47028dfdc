import { Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { identify } from '../world/identity.ts';
import type { Issue, Milestone, Repository } from '../world/model.ts';
import { demand, scopeOf } from '../world/permission.ts';

export interface NewMilestone {
  title: string;
  description?: string | null;
  /** ISO; GitHub keeps the day only, and shows it as seven or eight in the morning UTC or as it was sent: here as it was sent. */
  dueOn?: string | null;
  state?: 'open' | 'closed';
}

/** Makes a milestone: write access. A title is there once in a repository, closed ones included. */
export function createMilestone(doer: Doer, repository: Repository, input: NewMilestone): Milestone {
  demand(doer, repository, 'write');
  checkTitle(repository, input.title);
  const { state, now } = doer.world;
  const milestone: Milestone = {
    kind: 'Milestone',
    ...identify(state, 'MI'),
    repository,
    number: repository.nextMilestone,
    ...{ title: input.title, description: input.description ?? null, dueOn: input.dueOn ?? null },
    ...{ state: input.state ?? 'open', creator: doer.by, createdAt: now, updatedAt: now },
    closedAt: input.state === 'closed' ? now : null,
  };
  repository.nextMilestone += 1;
  repository.milestones.push(milestone);
  state.nodes.set(milestone.nodeId, milestone);
  return milestone;
}

/** Retitles, dates, closes or reopens a milestone: write access. */
export function updateMilestone(doer: Doer, milestone: Milestone, change: Partial<NewMilestone>): Milestone {
  demand(doer, milestone.repository, 'write');
  if (change.title !== undefined && change.title !== milestone.title) checkTitle(milestone.repository, change.title);
  const { now } = doer.world;
  if (change.state && change.state !== milestone.state) milestone.closedAt = change.state === 'closed' ? now : null;
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.assign(milestone, Object.fromEntries(given), { updatedAt: now });
}

/** Deletes a milestone: write access. Its issues have none then. */
export function deleteMilestone(doer: Doer, milestone: Milestone): void {
  const { repository } = milestone;
  demand(doer, repository, 'write');
  repository.milestones = repository.milestones.filter((kept) => kept !== milestone);
  for (const issue of repository.issues.values()) if (issue.milestone === milestone) issue.milestone = null;
  doer.world.state.nodes.delete(milestone.nodeId);
}

/** Puts an issue into a milestone of its repository, or out of any: triage access. */
export function setMilestone(doer: Doer, issue: Issue, milestone: Milestone | null): void {
  demand(doer, issue.repository, 'triage', scopeOf(issue));
  if (milestone && milestone.repository !== issue.repository)
    throw new Unprocessable('Milestone is of another repository');
  issue.milestone = milestone;
  issue.updatedAt = doer.world.now;
}

function checkTitle({ milestones }: Repository, title: string): void {
  if (title.trim() === '') throw new Unprocessable("Title can't be blank");
  if (milestones.some((known) => known.title === title)) throw new Unprocessable('Title has already been taken');
}
