// What the record knows for each field of a message.
import { atSeverity } from '../core/at-severity.ts';
import { internalFields, type MessageField } from '../core/communication.ts';
import type { Composing } from '../core/composing.ts';
import { type Milestone, milestones, severityOf, statusOf, typeOf } from '../core/handbook.ts';
import { holders, type Incident } from '../core/incident.ts';
import { type Service, serviceNamed } from '../core/service.ts';
import { dueAfter, termText } from '../time/term.ts';
import { formatSpan, formatTime, minutesBetween } from '../time/time.ts';
import { listed } from './names.ts';
import { quoteLines } from './quote.ts';

/** A field's value as plain text of one line; null: the record does not know it. */
export interface FieldValue {
  readonly text: string | null;
  /** In people's own words: those may name what outsiders must not read. */
  readonly said: boolean;
  /** Never leaves the organisation. */
  readonly internal: boolean;
}

/** The value of a field, at most 500 characters of each thing that people said. Times are in the handbook's zone and UTC. */
export function fieldValue(field: MessageField, composing: Composing): FieldValue {
  const milestone = milestones.find((one) => one === field);
  const value = milestone ? time(milestone, composing) : values[field as Exclude<MessageField, Milestone>](composing);
  const text = value?.trim() ? value : null;
  return { text, said: saidFields.has(field), internal: internalFields.includes(field) };
}

const saidFields: ReadonlySet<MessageField> = new Set([
  ...(['title', 'services', 'summary', 'impact', 'users-affected', 'functions', 'symptoms', 'workaround'] as const),
  ...(['solution', 'cause', 'update', 'decisions', 'actions'] as const),
]);

type Value = (composing: Composing) => string | null | undefined;

const values: Readonly<Record<Exclude<MessageField, Milestone>, Value>> = {
  id: ({ issue }) => `#${issue.number}`,
  title: ({ incident }) => plain(incident.title),
  severity: ({ incident, handbook }) => {
    const { id, name } = severityOf(handbook, incident.severity.current);
    return name.toLowerCase() === id ? name : `${name} (${id})`;
  },
  status: ({ incident, handbook }) => statusOf(handbook, incident.status).name,
  type: ({ incident, handbook }) => typeOf(handbook, incident.type.current)?.name,
  services: ({ incident, handbook: { services } }) =>
    listed(incident.services.map((name) => plain(serviceNamed(services, name)?.name ?? name)).slice(0, 30)),
  summary: situation('summary'),
  impact: situation('impact'),
  workaround: situation('workaround'),
  solution: situation('solution'),
  eta: situation('eta'),
  bridge: situation('bridge'),
  channel: situation('channel'),
  'users-affected': reported('users-affected'),
  functions: reported('functions'),
  symptoms: reported('symptoms'),
  cause: situation('cause'),
  update: ({ incident }) => incident.update && plain(incident.update.text),
  'next-update': nextUpdate,
  'response-time': ({ incident }) => span('declared', 'acknowledged', incident),
  duration: ({ incident }) => span('started', 'resolved', incident),
  decisions: ({ incident }) => notes(incident, 'decision'),
  actions: ({ incident }) => incident.tasks.map(({ text }) => plain(text)).join('; '),
  roles: ({ incident, handbook }) =>
    handbook.roles
      .map((role) => `${role.name}: ${listed(holders(incident, role.id).map(({ login }) => login))}`)
      .filter((line) => !line.endsWith(': '))
      .join('; '),
  commander: ({ incident, handbook }) => {
    const leads = handbook.roles.filter(({ leads }) => leads).flatMap(({ id }) => holders(incident, id));
    return listed(leads.map(({ login }) => login));
  },
  runbooks: ({ incident, handbook }) => of(incident, handbook.services, ({ runbook }) => (runbook ? [runbook] : [])),
  dashboards: ({ incident, handbook }) => of(incident, handbook.services, ({ dashboards }) => dashboards),
  cadence: (composing) => {
    const term = cadenceOf(composing);
    return term && `every ${termText(term)}`;
  },
  link: ({ issue }) => issue.url,
};

function time(milestone: Milestone, { incident, handbook, at }: Composing): string | undefined {
  const mark = incident.milestones[milestone];
  return mark && formatTime(mark.at, handbook.zone, at);
}

function span(from: Milestone, to: Milestone, { milestones: known }: Incident): string | undefined {
  const [begin, end] = [known[from], known[to]];
  return begin && end && begin.at <= end.at ? formatSpan(minutesBetween(begin.at, end.at)) : undefined;
}

/** What was promised by `/update`, else the audience's cadence from now on. */
function nextUpdate(composing: Composing): string | undefined {
  const { incident, handbook, at } = composing;
  const promised = incident.update?.nextAt ?? null;
  const term = cadenceOf(composing);
  const next = promised !== null && promised > at ? promised : term && dueAfter(at, term, handbook);
  return next && formatTime(next, handbook.zone, at);
}

function cadenceOf({ message, incident, handbook }: Composing) {
  const { cadence = {} } = handbook.audiences.find(({ id }) => id === message.audience) ?? {};
  return atSeverity(cadence, incident.severity.current);
}

function situation(field: string): Value {
  return ({ incident }) => {
    const said: Readonly<Record<string, string | undefined>> = incident.situation;
    return said[field] === undefined ? undefined : plain(said[field]);
  };
}

function reported(field: string): Value {
  return ({ incident }) => (incident.reported[field] === undefined ? undefined : plain(incident.reported[field]));
}

function notes({ timeline }: Incident, kind: string): string {
  return timeline
    .flatMap(({ fact }) => (fact?.kind === 'note' && fact.note === kind ? [plain(fact.text)] : []))
    .join('; ');
}

function of({ services }: Incident, known: readonly Service[], value: (service: Service) => readonly string[]): string {
  return services.flatMap((name) => value(serviceNamed(known, name) ?? none)).join(', ');
}

const none: Service = {
  ...{ id: '', name: '', aliases: [], owners: [], repository: null, onCall: null, rota: null, runbook: null },
  ...{ dashboards: [], tier: null, customers: [] },
};

function plain(text: string): string {
  return quoteLines(text.replace(/\s+/g, ' '), 500);
}
