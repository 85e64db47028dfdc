// From the words of the file to the handbook that the engine reads.
import type { ChecklistItem, Handbook, Role, Severity, Status } from '../core/handbook.ts';
import { readDuration } from '../core/time.ts';
import type { HandbookTables } from './schema.ts';

/** The handbook of a complete, validated file. Colours lose their `#`, teams and logins their `@` and `[bot]`. */
export function toHandbook(tables: HandbookTables): Handbook {
  return {
    id: tables.id,
    name: tables.name,
    zone: tables.zone,
    label: { ...tables.label, color: hex(tables.label.color) },
    statusPrefix: tables['status-prefix'],
    severities: listed(tables.severities).map((entry): Severity => ({ ...entry, color: hex(entry.color) })),
    major: tables.major,
    matrix: tables.matrix,
    unsure: tables.unsure,
    statuses: listed(tables.statuses).map((entry): Status => ({ ...entry, color: hex(entry.color) })),
    relapse: tables.relapse,
    roles: listed(tables.roles).map(({ 'required-at': requiredAt, ...entry }): Role => ({ ...entry, requiredAt })),
    checklist: listed(tables.checklist).map(
      ({ 'proved-by': provedBy, 'disproved-by-relapse': disprovedByRelapse, ...entry }): ChecklistItem => ({
        ...entry,
        provedBy,
        disprovedByRelapse,
      }),
    ),
    postMortem: {
      requiredAt: tables['post-mortem']['required-at'],
      folder: tables['post-mortem'].folder,
      template: tables['post-mortem'].template,
    },
    announce: tables.announce,
    takeoverAfterMinutes: readDuration(tables['takeover-after']) ?? 0,
    who: tables.who,
    responders: tables.responders.map((team) => team.replace(/^@/, '').toLowerCase()),
    reporters: tables.reporters.map((login) => login.replace(/^@|\[bot\]$/g, '')),
    commands: tables.commands,
    headings: tables.headings,
    aliases: tables.aliases,
  };
}

function listed<Entry extends object>(table: Readonly<Record<string, Entry>>): readonly (Entry & { id: string })[] {
  return Object.entries(table).map(([id, entry]) => ({ id, ...entry }));
}

function hex(color: string): string {
  return color.replace('#', '').toLowerCase();
}
