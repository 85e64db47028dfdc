// From the words of the file to the handbook that the engine reads.
import type { Handbook } from '../core/handbook.ts';
import { readDuration } from '../core/time.ts';
import type { HandbookTables } from './schema.ts';

/** The handbook of a complete, validated file. Colours lose their `#`, teams and logins their `@` and `[bot]`. */
export function toHandbook(tables: HandbookTables): Handbook {
  const { meeting, ...postMortem } = camel(tables['post-mortem']);
  const { 'takeover-after': takeoverAfter, ...others } = tables;
  return {
    ...camel(others),
    label: coloured(tables.label),
    severities: listed(tables.severities).map((one) => ({
      ...coloured(one),
      becomes: one.becomes && camel(one.becomes),
    })),
    matrix: tables.matrix ?? {},
    reportedBy: listed(tables['reported-by']),
    stages: listed(tables.stages),
    measures: listed(tables.measures),
    triage: listed(tables.triage),
    types: listed(tables.types).map((one) => ({ ...one, label: one.label && coloured(one.label) })),
    statuses: listed(tables.statuses).map(coloured),
    roles: listed(tables.roles).map((one) => ({
      ...one,
      handover: one.handover && camel(one.handover),
      prerequisite: one.prerequisite && { ...one.prerequisite, teams: one.prerequisite.teams.map(teamName) },
    })),
    subTeams: { ...camel(tables['sub-teams']), teams: listed(tables['sub-teams'].teams) },
    tasks: listed(tables.tasks),
    checklist: listed(tables.checklist),
    audiences: listed(tables.audiences),
    messages: listed(tables.messages),
    postMortem: { ...postMortem, meeting: meeting && camel(meeting) },
    actionItems: {
      ...camel(tables['action-items']),
      kinds: listed(tables['action-items'].kinds),
      horizons: listed(tables['action-items'].horizons),
    },
    clocks: listed(tables.clocks),
    escalation: {
      ...tables.escalation,
      levels: listed(tables.escalation.levels),
      triggers: listed(tables.escalation.triggers),
    },
    onCall: { ...tables['on-call'], alerts: listed(tables['on-call'].alerts) },
    indicators: listed(tables.indicators),
    security: {
      ...tables.security,
      teams: tables.security.teams.map(teamName),
      regulations: listed(tables.security.regulations),
    },
    practices: listed(tables.practices),
    contacts: listed(tables.contacts),
    services: listed(tables.services).map((one) => ({
      ...one,
      name: one.name ?? one.id,
      owners: one.owners.map((owner) => owner.replace(/^@/, '')),
    })),
    customers: listed(tables.customers),
    takeoverAfterMinutes: readDuration(takeoverAfter) ?? 0,
    responders: tables.responders.map(teamName),
    reporters: tables.reporters.map((login) => login.replace(/^@|\[bot\]$/g, '')),
  };
}

type Camel<Key> = Key extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail> & string>}` : Key;
type CamelKeys<Table> = { readonly [Key in keyof Table as Camel<Key>]: Table[Key] };

/** The same values under the names that the engine knows the keys by: `required-at` is `requiredAt`. */
function camel<Table extends object>(table: Table): CamelKeys<Table> {
  const entries = Object.entries(table).map(([key, value]) => [
    key.replace(/-(\w)/g, (_, c) => c.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(entries) as CamelKeys<Table>;
}

function listed<Entry extends object>(
  table: Readonly<Record<string, Entry>>,
): readonly (CamelKeys<Entry> & { readonly id: string })[] {
  return Object.entries(table).map(([id, entry]) => ({ id, ...camel(entry) }));
}

function coloured<Entry extends { readonly color: string }>(entry: Entry): Entry {
  return { ...entry, color: entry.color.replace('#', '').toLowerCase() };
}

function teamName(team: string): string {
  return team.replace(/^@/, '').toLowerCase();
}
