// An incident bot of the usual shape on Probot, written as its authors write it: each event is handled when it comes, by REST.
import type { Context, Probot } from 'probot';
import { type Change, commands } from './commands.ts';
import { type Config, readConfig } from './config.ts';
import { type Incident, reported, ticked } from './incident.ts';
import { openPostMortem } from './post-mortem.ts';
import { checklist, isChecklist, openStatus, readStatus, writeStatus } from './status-comment.ts';
import { assign, close, react, reply, setLabel } from './write.ts';

/** Registers the handlers: a report, a command, a tick, a merged post-mortem. */
export function incidents(app: Probot): void {
  app.on('issues.opened', report);
  app.on('issue_comment.created', command);
  app.on('issue_comment.edited', tick);
  app.on('pull_request.closed', merged);
}

async function report(context: Context<'issues.opened'>): Promise<void> {
  if (context.isBot) return;
  const config = await readConfig(context);
  const { issue } = context.payload;
  if (!issue.labels?.some(({ name }) => name === config.label)) return;
  const incident = reported(issue, config);
  await context.octokit.rest.issues.addLabels(
    context.issue({ labels: [incident.severity, `${config.statusPrefix}${incident.status}`] }),
  );
  await openStatus(context, incident);
}

async function command(context: Context<'issue_comment.created'>): Promise<void> {
  const { comment, issue } = context.payload;
  const [, name = '', rest = ''] = /^\/(\S+)[ \t]*([^\n]*)/.exec(comment.body) ?? [];
  const judge = commands[name];
  if (context.isBot || !judge || issue.pull_request || !isTrusted(comment.author_association)) return;
  const config = await readConfig(context);
  if (!issue.labels.some((label) => label.name === config.label)) return;
  const status = await readStatus(context);
  if (!status) return;
  const said = { by: comment.user?.login ?? '', at: comment.created_at, rest: rest.trim() };
  const change = judge(said, status.incident);
  if (!change) {
    await react(context, 'confused');
    return;
  }
  const incident = await carryOut(context, status.incident, change, config);
  await writeStatus(context, { ...status, incident });
  await react(context, '+1');
}

/** What a command changes beside the status comment; what came of it is part of the incident from then on. */
async function carryOut(
  context: Context<'issue_comment.created'>,
  before: Incident,
  { incident, assignee, words, closes }: Change,
  { branchPrefix, statusPrefix: prefix }: Config,
): Promise<Incident> {
  if (incident.severity !== before.severity) await setLabel(context, incident.severity, /^sev-/);
  if (incident.status !== before.status)
    await setLabel(context, `${prefix}${incident.status}`, new RegExp(`^${prefix}`));
  if (assignee) await assign(context, assignee);
  if (words) await reply(context, words);
  if (closes) await close(context);
  if (incident.status !== 'resolved' || before.status === 'resolved') return incident;
  await reply(context, checklist());
  return { ...incident, postMortem: await openPostMortem(context, incident, branchPrefix) };
}

async function tick(context: Context<'issue_comment.edited'>): Promise<void> {
  const { comment, issue, sender } = context.payload;
  if (context.isBot || comment.user?.type !== 'Bot' || !isChecklist(comment.body)) return;
  const config = await readConfig(context);
  if (!issue.labels.some((label) => label.name === config.label)) return;
  const status = await readStatus(context);
  if (!status) return;
  const said = { by: sender.login, at: comment.updated_at, rest: '' };
  await writeStatus(context, { ...status, incident: ticked(status.incident, comment.body, said) });
}

async function merged(context: Context<'pull_request.closed'>): Promise<void> {
  const { pull_request: pull, sender } = context.payload;
  if (context.isBot || !pull.merged) return;
  const { branchPrefix } = await readConfig(context);
  const number = pull.head.ref.startsWith(branchPrefix) ? Number(pull.head.ref.slice(branchPrefix.length)) : 0;
  const status = number > 0 ? await readStatus(context, number) : null;
  if (!status) return;
  const { incident } = status;
  const at = pull.merged_at ?? '';
  const timeline = [...incident.timeline, { at, by: sender.login, what: 'merged the post-mortem' }];
  const milestones = { ...incident.milestones, reviewed: at };
  await writeStatus(context, { ...status, incident: { ...incident, milestones, timeline } });
}

/** GitHub tells it with the comment: asking who may do what would be one more request for each command. */
function isTrusted(association: string): boolean {
  return ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association);
}
