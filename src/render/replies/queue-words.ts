// The queue as it was when somebody asked. Numbers are code: a link would call everybody on those incidents.
import type { Handbook } from '../../core/handbook.ts';
import type { Asked } from '../../core/question.ts';
import type { Queued } from '../../core/queue.ts';
import { formatTime } from '../../time/time.ts';
import { severityName, statusName, typeName } from '../names.ts';

/** Markdown: a table, the first to see to on top. @param askedAt ISO UTC; times of another day bear the date */
export function queueText({ queue, more }: Asked, handbook: Handbook, askedAt: string): string {
  if (!queue) return 'I did not look at the other incidents this time. Ask with its own word: `/queue`';
  if (queue.length === 0) return 'No incident is open here. To declare one: `/incident`';
  const typed = handbook.types.length > 1;
  const heads = ['Issue', 'Severity', ...(typed ? ['Type'] : []), 'Status', 'Since'];
  return [
    `| ${heads.join(' | ')} |`,
    `|${'---|'.repeat(heads.length)}`,
    ...queue.map((one) => `| ${cells(one, typed, handbook, askedAt).join(' | ')} |`),
    ...(more ? ['', `…and ${more} more.`] : []),
    '',
    'How one of them stands, said there: `/catchup`',
  ].join('\n');
}

function cells(one: Queued, typed: boolean, handbook: Handbook, askedAt: string): readonly string[] {
  return [
    `\`#${one.number}\``,
    one.severity === null ? 'not said' : severityName(handbook, one.severity),
    ...(typed ? [one.type === null ? 'not said' : typeName(handbook, one.type)] : []),
    `${one.status === null ? 'not said' : statusName(handbook, one.status)}${one.breached ? ' · **overdue**' : ''}`,
    formatTime(one.since, handbook.zone, askedAt),
  ];
}
