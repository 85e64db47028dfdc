// The answer to `/draft` alone: what can be drafted, for whom, and when it is due.

import { dueOf } from '../../clocks/word-due.ts';
import { agreementsFor } from '../../core/approval.ts';
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { formatTime } from '../../time/time.ts';
import { byTime } from '../by-time.ts';
import { audienceName, code, listed, messageName, roleWord } from '../names.ts';

/** A table of the handbook's messages, what is due first on top. @param at when it was asked; ISO UTC */
export function messagesText(incident: Incident, handbook: Handbook, at: string): string {
  if (handbook.messages.length === 0)
    return 'This handbook has no messages to draft. To tell everybody here: `/update …`';
  const rows = handbook.messages
    .map((message) => ({ message, dueAt: dueOf(message, incident, handbook) }))
    .toSorted((one, other) => compare(one.dueAt, other.dueAt))
    .map(({ message, dueAt }) => {
      const agreements = agreementsFor(message.audience, incident, handbook);
      const roles = agreements.map((one) =>
        listed(
          one.roles.map((role) => roleWord(handbook, role)),
          'or',
        ),
      );
      const due =
        dueAt === null
          ? ''
          : byTime(formatTime(dueAt, handbook.zone, at), message.within[incident.severity.current] ?? null, handbook);
      const name = `${code(message.id)} ${messageName(handbook, message.id)}`;
      return `| ${name} | ${audienceName(handbook, message.audience)} | ${due} | ${listed(roles)} |`;
    });
  return [
    '| Message | For | Due | Approved by |',
    '|---|---|---|---|',
    ...rows.slice(0, 60),
    '',
    'To draft one: `/draft <message> [your own words]`',
  ].join('\n');
}

function compare(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
