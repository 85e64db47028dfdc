// The usual App's post-mortem: branch, file, pull request and reviewer in five requests.
import type { Context } from 'probot';
import type { Incident } from './incident.ts';

/** @returns the number of the pull request */
export async function openPostMortem(
  context: Context<'issue_comment.created'>,
  incident: Incident,
  branchPrefix: string,
): Promise<number> {
  const { rest } = context.octokit;
  const { number } = context.payload.issue;
  const base = context.payload.repository.default_branch;
  const branch = `${branchPrefix}${number}`;
  const title = `Post-mortem: ${incident.title} (#${number})`;
  const { data: head } = await rest.git.getRef(context.repo({ ref: `heads/${base}` }));
  await rest.git.createRef(context.repo({ ref: `refs/heads/${branch}`, sha: head.object.sha }));
  await rest.repos.createOrUpdateFileContents(
    context.repo({
      ...{ path: `post-mortems/${number}.md`, branch, message: title },
      content: Buffer.from(page(title, incident)).toString('base64'),
    }),
  );
  const body = `The post-mortem of #${number}, filled in from its record. When it is merged, the incident counts as reviewed.`;
  const { data: pull } = await rest.pulls.create(context.repo({ title, head: branch, base, body }));
  const reviewer = incident.roles.commander;
  if (reviewer)
    await rest.pulls.requestReviewers({ ...context.repo(), pull_number: pull.number, reviewers: [reviewer] });
  return pull.number;
}

function page(title: string, { summary, services, severity, roles, milestones, timeline }: Incident): string {
  const list = (pairs: Readonly<Record<string, string>>): string[] =>
    Object.entries(pairs).map(([name, value]) => `- ${name}: ${value}`);
  return [
    ...[`# ${title}`, '', '## Summary', '', summary, '', `- severity: ${severity}`, `- services: ${services}`],
    ...['', '## Roles', '', ...list(roles), '', '## Milestones', '', ...list(milestones), '', '## Timeline', ''],
    ...timeline.map(({ at, by, what }) => `- ${at} ${by} ${what}`),
    ...['', '## What happened', '', '## Contributing factors', '', '## What went well', '', '## What went badly', ''],
    ...['## Action items', '', '- [ ] …: owner …, by …', ''],
  ].join('\n');
}
