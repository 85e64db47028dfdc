// From the words of the file to the handbook that the engine reads.

import type { Handbook } from '../core/handbook.ts';
import { noRoster } from '../oncall/rota.ts';
import type { Calendar } from '../time/calendar.ts';
import { readDuration } from '../time/time.ts';
import { hoursOf, readAllHours } from '../time/weekly-hours.ts';
import type { HandbookTables } from './schema.ts';

/** The handbook of a complete, validated file. Colours lose their `#`, teams and logins their `@` and `[bot]`. */
export function toHandbook(tables: HandbookTables): Handbook {
  const {
    'takeover-after': takeoverAfter,
    'unstaffed-after': unstaffed,
    'unconfirmed-after': unconfirmed,
    ...others
  } = tables;
  return {
    ...camel(others),
    ...flow(tables),
    ...people(tables),
    ...services(tables),
    ...duties(tables),
    ...afterwards(tables),
    label: coloured(tables.label),
    audiences: listed(tables.audiences),
    messages: listed(tables.messages),
    indicators: listed(tables.indicators),
    practices: listed(tables.practices),
    hours: hoursOf(tables.hours),
    quiet: { ...tables.quiet, hours: hoursOf(tables.quiet.hours) },
    takeoverAfterMinutes: readDuration(takeoverAfter) ?? 0,
    unstaffedAfterMinutes: unstaffed === null ? null : readDuration(unstaffed),
    unconfirmedAfterMinutes: unconfirmed === null ? null : readDuration(unconfirmed),
    roster: noRoster,
    footing: 'server',
  };
}

function flow(tables: HandbookTables) {
  return {
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
    tasks: listed(tables.tasks),
    checklist: listed(tables.checklist),
  };
}

function people(tables: HandbookTables) {
  return {
    roles: listed(tables.roles).map((one) => ({
      ...one,
      handover: one.handover && camel(one.handover),
      prerequisite: one.prerequisite && { ...one.prerequisite, teams: one.prerequisite.teams.map(teamName) },
    })),
    subTeams: { ...camel(tables['sub-teams']), teams: listed(tables['sub-teams'].teams) },
    contacts: listed(tables.contacts),
    responders: tables.responders.map(teamName),
    reporters: tables.reporters.map(loginName),
    bots: tables.bots.map(loginName),
  };
}

function services(tables: HandbookTables) {
  return {
    services: listed(tables.services).map((one) => ({
      ...one,
      name: one.name ?? one.id,
      owners: one.owners.map((owner) => owner.replace(/^@/, '')),
    })),
    customers: listed(tables.customers).map(({ zone, holidays, ...one }) => ({
      ...one,
      calendar: contractTime(one.hours, zone ?? tables.zone, holidays ?? tables.holidays),
    })),
  };
}

/** When a contract's time runs; null: always. */
function contractTime(text: string | null, zone: string, holidays: readonly string[]): Calendar | null {
  const read = text === null ? null : readAllHours(text);
  return read && { hours: read.hours, zone: read.zone ?? zone, holidays };
}

function duties({ clocks, escalation, security, 'on-call': onCall, 'breach-label': breached }: HandbookTables) {
  return {
    clocks: listed(clocks),
    breachLabel: breached && coloured(breached),
    escalation: { ...escalation, levels: listed(escalation.levels), triggers: listed(escalation.triggers) },
    onCall: { ...onCall, alerts: listed(onCall.alerts) },
    security: { ...security, teams: security.teams.map(teamName), regulations: listed(security.regulations) },
  };
}

function afterwards({ 'post-mortem': owed, 'action-items': items }: HandbookTables) {
  const { meeting, ...postMortem } = camel(owed);
  return {
    postMortem: { ...postMortem, meeting: meeting && camel(meeting) },
    actionItems: { ...camel(items), kinds: listed(items.kinds), horizons: listed(items.horizons) },
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

function loginName(login: string): string {
  return login.replace(/^@|\[bot\]$/g, '');
}

function teamName(team: string): string {
  return team.replace(/^@/, '').toLowerCase();
}
