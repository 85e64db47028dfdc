// Answers to `/roles`, `/severity`, `/status` and `/catchup`.

import { staysUntil } from '../../clocks/wish.ts';
import { type Handbook, statusFor, statusOf } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { questionsOf } from '../../core/triage.ts';
import { formatTime } from '../../time/time.ts';
import { roleRows } from '../card-roles.ts';
import { listed, severityName, statusName, toType, typeName } from '../names.ts';
import { quoteOurs, quoteText } from '../quote.ts';
import { recordSummary } from '../record-summary.ts';
import { levelText } from './level-text.ts';
import { wishLine } from './wish-words.ts';

/** To who asks about an incident where there is none. */
export const noIncidentYet = 'This issue is not an incident yet. To make it one: `/incident`';

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
  const asks = incident !== null && questionsOf(handbook).length + handbook.measures.length > 0;
  const current = incident?.severity.current;
  return [
    ...handbook.severities.flatMap((severity) => [levelText(severity, severity.id === current, handbook), '']),
    incident?.severity.assumed ? 'The present one is assumed.' : '',
    may
      ? `Not sure? Take the higher one${asks ? ', or be asked: `/triage`' : ''}. Type \`/severity <level> because …\``
      : 'A responder sets it; who is on this incident: `/roles`',
  ].join('\n');
}

/** Every type with what it is, the present one marked. `may`: the asker may say it. */
export function typesText(incident: Incident, handbook: Handbook, may: boolean): string {
  const { current, said } = incident.type;
  const lines = handbook.types.map(({ id, description }) => {
    const now = id === current ? (said ? ' (now)' : ' (until somebody says)') : '';
    return `- ${typeName(handbook, id)}${now}: ${quoteOurs(description)}`;
  });
  return [...lines, '', may ? 'Type `/type <type> because …`' : 'A responder says it; who is here: `/roles`'].join(
    '\n',
  );
}

/** Where it stands, since when, and where it may go. */
export function statusText(incident: Incident, handbook: Handbook): string {
  const { next } = statusOf(handbook, incident.status);
  const since = formatTime(incident.statusSince, handbook.zone, incident.milestones.declared?.at);
  const severity = severityName(handbook, incident.severity.current);
  const closing = statusFor(handbook, 'closed')?.id;
  const lines = next.map((id) => toType(id === closing ? '/close' : `/status ${id}`));
  const moves = next.length > 0 ? `It may go on with ${listed(lines, 'or')}` : 'Nothing follows.';
  const until = staysUntil(incident, handbook);
  const wished = wishLine(incident, handbook);
  const day = incident.milestones.declared?.at;
  const wait = until === null ? '' : ` Forward not before ${formatTime(until, handbook.zone, day)}.`;
  const byItself = wished === undefined ? '' : ` By itself: ${wished}.`;
  return `${statusName(handbook, incident.status)} since ${since}, ${severity}. ${moves}${wait}${byItself}`;
}

/** Ten lines for who comes late. `mayJoin`: the asker may say that they are here, and has not yet. @param at when they asked, ISO UTC */
export function catchupText(incident: Incident, handbook: Handbook, mayJoin: boolean, at: string): string {
  const title = quoteText(incident.title, { limit: 150 });
  const join = mayJoin ? ['', 'To say that you are here: `/join`'] : [];
  return [`**${title}**`, ...recordSummary(incident, handbook, at), ...join].join('\n');
}
