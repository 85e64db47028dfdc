// Answers to `/roles`, `/severity`, `/status` and `/catchup`.
import { type Handbook, type Severity, statusFor, statusOf } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { formatTime } from '../../core/time.ts';
import { roleRows } from '../card-roles.ts';
import { listed, severityName, statusName, toType } from '../names.ts';
import { quoteOurs, quoteText } from '../quote.ts';
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

/** Every level with its criteria and examples, the present one marked. `may`: the asker may set it. */
export function severitiesText(incident: Incident | null, handbook: Handbook, may: boolean): string {
  const current = incident?.severity.current;
  return [
    ...handbook.severities.flatMap((severity) => [levelText(severity, severity.id === current, handbook), '']),
    incident?.severity.assumed ? 'The present one is assumed.' : '',
    may
      ? 'Not sure? Take the higher one. Type `/severity <level> because …`'
      : 'A responder sets it; who is on this incident: `/roles`',
  ].join('\n');
}

/** Where it stands, since when, and where it may go. */
export function statusText(incident: Incident, handbook: Handbook): string {
  const { next } = statusOf(handbook, incident.status);
  const since = formatTime(incident.statusSince, handbook.zone, incident.milestones.declared?.at);
  const severity = severityName(handbook, incident.severity.current);
  const closing = statusFor(handbook, 'closed')?.id;
  const lines = next.map((id) => toType(id === closing ? '/close' : `/status ${id}`));
  const moves = next.length > 0 ? `It may go on with ${listed(lines, 'or')}` : 'Nothing follows.';
  return `${statusName(handbook, incident.status)} since ${since}, ${severity}. ${moves}`;
}

/** Ten lines for who comes late. `mayJoin`: the asker may say that they are here, and has not yet. */
export function catchupText(incident: Incident, handbook: Handbook, mayJoin: boolean): string {
  const title = quoteText(incident.title, { limit: 150 });
  const join = mayJoin ? ['', 'To say that you are here: `/join`'] : [];
  return [`**${title}**`, ...recordSummary(incident, handbook), ...join].join('\n');
}

function levelText(
  { id, name, description, criteria, examples }: Severity,
  present: boolean,
  handbook: Handbook,
): string {
  const what = withoutName(description.trim(), name);
  const said = criteria.filter((line) => line.trim() !== '' && !alike(line, what) && !alike(line, description));
  const such = examples.map((line) => quoteOurs(line.trim().replace(/\.$/, '')));
  const heading = `**${severityName(handbook, id) || quoteText(name)}**${present ? ' (now)' : ''}${what === '' ? '' : `: ${quoteOurs(what)}`}`;
  return [
    heading,
    ...said.map((line) => `- ${quoteOurs(line)}`),
    ...(such.length > 0 ? [`- *for example*: ${such.join('; ')}`] : []),
  ].join('\n');
}

/** `Critical: the site is down` under the heading Critical says its name twice. */
function withoutName(line: string, name: string): string {
  const begun = `${name}:`;
  if (!line.toLowerCase().startsWith(begun.toLowerCase())) return line;
  return line.slice(begun.length).trim();
}

function alike(one: string, other: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/\W+/g, ' ').trim();
  return plain(one) === plain(other);
}
