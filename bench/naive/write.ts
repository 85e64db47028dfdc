// What the usual App writes beside its status comment, one REST request each.
import type { Context } from 'probot';

type Commented = Context<'issue_comment.created'>;

/** Puts one label in the place of those of its kind: a list, one request for each that goes, one for the one that comes. */
export async function setLabel(context: Commented, name: string, kind: RegExp): Promise<void> {
  const { data: labels } = await context.octokit.rest.issues.listLabelsOnIssue(context.issue({ per_page: 100 }));
  for (const label of labels)
    if (kind.test(label.name) && label.name !== name)
      await context.octokit.rest.issues.removeLabel(context.issue({ name: label.name }));
  if (!labels.some((label) => label.name === name))
    await context.octokit.rest.issues.addLabels(context.issue({ labels: [name] }));
}

export async function assign(context: Commented, login: string): Promise<void> {
  await context.octokit.rest.issues.addAssignees(context.issue({ assignees: [login] }));
}

export async function reply(context: Commented, body: string): Promise<void> {
  await context.octokit.rest.issues.createComment(context.issue({ body }));
}

export async function react(context: Commented, content: '+1' | 'confused'): Promise<void> {
  const comment_id = context.payload.comment.id;
  await context.octokit.rest.reactions.createForIssueComment({ ...context.repo(), comment_id, content });
}

export async function close(context: Commented): Promise<void> {
  await context.octokit.rest.issues.update(context.issue({ state: 'closed', state_reason: 'completed' }));
}
