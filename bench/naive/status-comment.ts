// The usual App's status comment: found in the list of comments, read, and edited in place; and its checklist.
import type { Context } from 'probot';
import type { Incident } from './incident.ts';

export interface Status {
  readonly comment: number;
  readonly issue: number;
  readonly incident: Incident;
}

const mark = '<!-- incident-status ';
const checklistMark = '<!-- incident-checklist -->';

/** Two requests: it is put up and pinned. */
export async function openStatus(context: Context<'issues.opened'>, incident: Incident): Promise<void> {
  const { data } = await context.octokit.rest.issues.createComment(context.issue({ body: rendered(incident) }));
  await context.octokit.request(
    'PUT /repos/{owner}/{repo}/issues/comments/{comment_id}/pin',
    context.repo({ comment_id: data.id }),
  );
}

/** One request for each hundred comments until it is found; null: there is none. */
export async function readStatus(
  context: Context<'issue_comment' | 'pull_request.closed'>,
  issue: number = context.issue().issue_number,
): Promise<Status | null> {
  const pages = context.octokit.paginate.iterator(context.octokit.rest.issues.listComments, {
    ...context.repo({ issue_number: issue, per_page: 100 }),
  });
  for await (const { data } of pages) {
    const found = data.find(({ user, body }) => user?.type === 'Bot' && body?.startsWith(mark));
    if (found) return { comment: found.id, issue, incident: parsed(found.body ?? '') };
  }
  return null;
}

/** One request. */
export async function writeStatus(context: Context, { comment, incident }: Status): Promise<void> {
  const body = rendered(incident);
  await context.octokit.rest.issues.updateComment({ ...context.repo(), comment_id: comment, body });
}

/** The comment with the boxes to tick. */
export function checklist(): string {
  const boxes = [
    'The service is fully restored <!-- service-restored -->',
    'The root cause is identified <!-- root-cause -->',
    'Everything that was done is written down <!-- actions-documented -->',
    'Users were told that it is over <!-- users-notified -->',
    'Monitoring shows that it stays stable <!-- monitoring-stable -->',
    'Follow-up actions are created <!-- follow-ups-created -->',
    'The knowledge base is up to date <!-- knowledge-base-updated -->',
  ];
  return [checklistMark, '### Before it is closed', '', ...boxes.map((box) => `- [ ] ${box}`)].join('\n');
}

export function isChecklist(body: string): boolean {
  return body.startsWith(checklistMark);
}

function rendered(incident: Incident): string {
  const { severity, status, title, summary, services, lastUpdate, roles, milestones, boxes, postMortem } = incident;
  const rows = (pairs: Readonly<Record<string, string>>): string[] =>
    Object.entries(pairs).map(([name, value]) => `| ${name} | ${value} |`);
  const situation = {
    ...{ 'What is known': summary, Services: services, 'Last update': lastUpdate },
    Checklist: boxes ? `${boxes.ticked} of ${boxes.of}` : '',
    'Post-mortem': postMortem === null ? '' : `#${postMortem}`,
  };
  return [
    `${mark}${JSON.stringify(incident).replaceAll('>', '\\u003e')} -->`,
    `## \`${severity}\` · \`${status}\``,
    `**${title}**`,
    ['| Situation | |', '|---|---|', ...rows(situation)].join('\n'),
    ['| Role | Held by |', '|---|---|', ...rows(roles)].join('\n'),
    ['| Milestone | When |', '|---|---|', ...rows(milestones)].join('\n'),
    incident.timeline
      .map(({ at, by, what }) => `- ${at} **${by}** ${what}`)
      .toReversed()
      .join('\n'),
  ].join('\n\n');
}

function parsed(body: string): Incident {
  const [first = ''] = body.split('\n');
  return JSON.parse(first.slice(mark.length, -' -->'.length)) as Incident;
}
