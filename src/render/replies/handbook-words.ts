// Which process an incident follows, and what became of it when it moved to another one.
import type { Handbook } from '../../core/handbook.ts';
import type { HandbookMove } from '../../core/handbook-move-fact.ts';
import type { Incident } from '../../core/incident.ts';
import { formatTime } from '../../time/time.ts';
import { code, listed } from '../names.ts';
import { quoteOurs } from '../quote.ts';

/** Ids only: told once, whichever of the two handbooks is at hand. */
export function movedWords({ handbook, severity, status, type, was, gone }: HandbookMove): string {
  const renamed = (what: string, before: string | undefined, now: string): readonly string[] =>
    before === undefined ? [] : [`- ${what} ${code(before)} is ${code(now)} there`];
  const lines = [
    ...renamed('Severity', was.severity, severity.current),
    ...renamed('Status', was.status, status),
    ...renamed('Type', was.type, type),
    ...(gone.length > 0 ? [`- There is no role ${listed(gone.map(code), 'or')}; who has it keeps it until freed`] : []),
  ];
  const words = [
    ...(was.severity === undefined ? [] : ['`/severity`']),
    ...(was.type === undefined ? [] : ['`/type`']),
    ...(gone.length > 0 ? ['`/roles`'] : []),
    '`/status`',
  ];
  return [
    `This incident follows the handbook ${code(handbook.id)} from here on, as the config says now${lines.length > 0 ? ':' : '.'}`,
    ...lines,
    '',
    `How it stands there, and where it may go: ${listed(words)}`,
  ].join('\n');
}

/** Which handbook, since when, from which version of which file. `may`: the asker may move it. */
export function handbookText({ handbook: pinned, milestones }: Incident, handbook: Handbook, may: boolean): string {
  const since = formatTime(pinned.since, handbook.zone, milestones.declared?.at);
  const version = (oid: string | null | undefined): string => (oid ? ` (version ${code(oid.slice(0, 7))})` : '');
  const files = [
    ...(pinned.oid ? [`${code('.github/sitrep.yml')}${version(pinned.oid)}`] : []),
    ...(pinned.folder ? [`${code('.github/sitrep/')}${version(pinned.folder)}`] : []),
  ];
  const source = handbook.source === null ? '' : ` It is the process of ${quoteOurs(handbook.source, { limit: 200 })}.`;
  const from = files.length > 0 ? listed(files) : 'no config of its own';
  const move = may
    ? ' To what the config says now it moves with `/handbook current`'
    : ' A lead moves it: `/handbook current`';
  return `This incident follows ${code(pinned.id)} (${quoteOurs(handbook.name, { limit: 60 })}) since ${since}, from ${from}.${source}${move}`;
}
