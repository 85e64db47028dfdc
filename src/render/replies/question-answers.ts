// Answers to `/roles`, `/severity`, `/status` and `/catchup`.
import { type Handbook, type Severity, statusOf } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { formatTime } from '../../core/time.ts';
import { roleRows } from '../card-roles.ts';
import { choices, severityName, statusName, toType } from '../names.ts';
import { quoteText } from '../quote.ts';
import { recordSummary } from '../record-summary.ts';

/** Who holds what, what is missing, with the command that takes it. */
export function rolesText(incident: Incident, handbook: Handbook): string {
  const rows = roleRows(incident, handbook).map(({ name, text }) => `| ${name} | ${text} |`);
  if (rows.length === 0) return 'This handbook has no roles. How it stands: `/status`';
  return [
    '| Role | Held by |',
    '|---|---|',
    ...rows,
    '',
    'To give one: `/role <role> @who` · what a role does: `/help <role>`',
  ].join('\n');
}

/** Every level with its criteria and examples, the present one marked. */
export function severitiesText(incident: Incident | null, handbook: Handbook): string {
  const current = incident?.severity.current;
  return [
    ...handbook.severities.flatMap((severity) => [levelText(severity, severity.id === current, handbook), '']),
    incident?.severity.assumed ? 'The present one is assumed.' : '',
    `Not sure? Take the higher one. Type ${toType(`/severity ${current ?? handbook.severities[0]?.id ?? ''} because …`)}`,
  ].join('\n');
}

/** Where it stands, since when, and where it may go. */
export function statusText(incident: Incident, handbook: Handbook): string {
  const { next } = statusOf(handbook, incident.status);
  const since = formatTime(incident.statusSince, handbook.zone, incident.milestones.declared?.at);
  const severity = severityName(handbook, incident.severity.current);
  const moves = next.length > 0 ? `It may go on with ${choices('/status', next)}` : 'Nothing follows.';
  return `${statusName(handbook, incident.status)} since ${since}, ${severity}. ${moves}`;
}

/** Ten lines for who comes late. */
export function catchupText(incident: Incident, handbook: Handbook): string {
  const title = quoteText(incident.title, { limit: 150 });
  return [`**${title}**`, ...recordSummary(incident, handbook), '', 'To say that you are here: `/join`'].join('\n');
}

function levelText(
  { id, name, description, criteria, examples }: Severity,
  present: boolean,
  handbook: Handbook,
): string {
  const said = [quoteText(description), ...criteria.map((line) => quoteText(line))].filter((line) => line !== '');
  const such = examples.length > 0 ? [`- *for example*: ${examples.map((line) => quoteText(line)).join('; ')}`] : [];
  const heading = `**${severityName(handbook, id) || quoteText(name)}**${present ? ' (now)' : ''}`;
  return [heading, ...said.map((line) => `- ${line}`), ...such].join('\n');
}
