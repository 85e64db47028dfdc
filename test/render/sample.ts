// A handbook, people and incidents for the tests of this room.

import { readdirSync, readFileSync } from 'node:fs';
import type { Entry } from '../../src/core/entry.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import type { Incident } from '../../src/core/incident.ts';
import type { Person } from '../../src/core/person.ts';
import { replay } from '../../src/core/replay.ts';
import type { Fact } from '../../src/core/timeline.ts';
import { compileTemplates, type Templates } from '../../src/render/templates.ts';
import { declaredFact } from '../core/builder.ts';
import { plainHandbook, plainItem, plainPostMortem, plainRole, plainSeverity, plainStatus } from '../handbook-parts.ts';

export function person(login: string): Person {
  return { id: `U_${login}`, login, bot: false };
}

export const [ada, bob, eve, rae] = ['ada', 'bob', 'eve', 'rae'].map(person) as [Person, Person, Person, Person];

export const issue = { number: 7, url: 'https://github.com/acme/ops/issues/7' };
export const repository = { url: 'https://github.com/acme/ops' };

const severity = (id: string, name: string): Handbook['severities'][number] => ({
  ...plainSeverity,
  id,
  name,
  aliases: [],
  color: 'b60205',
  description: `${name} impact`,
  criteria: [`${name} for users`],
  examples: ['Payments are down'],
});

const status = (id: string, milestone: Handbook['statuses'][number]['milestone'], next: readonly string[]) => ({
  ...plainStatus,
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  aliases: [],
  color: 'ededed',
  description: '',
  milestone,
  next,
});

const role = (id: string, name: string, leads = false): Handbook['roles'][number] => ({
  ...plainRole,
  id,
  name,
  aliases: [],
  holders: id === 'expert' ? 'many' : 'one',
  requiredAt: id === 'expert' ? [] : ['sev-1'],
  duties: [`Be the ${name.toLowerCase()}`, 'Write down what you do'],
  leads,
  may: id === 'communications' ? ['update'] : [],
});

const item = (id: string, text: string, owner: string | null): Handbook['checklist'][number] => ({
  ...plainItem,
  id,
  text,
  role: owner,
  provedBy: null,
  disprovedByRelapse: false,
});

export const handbook: Handbook = {
  ...plainHandbook,
  id: 'workflow-guide',
  name: 'Workflow Guide',
  zone: 'UTC',
  label: { name: 'incident', color: 'd73a4a', description: 'An incident' },
  statusPrefix: 'status: ',
  severities: [severity('sev-1', 'Critical'), severity('sev-2', 'High'), severity('sev-3', 'Medium')],
  major: 'sev-1',
  matrix: {},
  unsure: { axis: 'high', severity: 'sev-2' },
  statuses: [
    status('new', null, ['investigating', 'identified', 'monitoring', 'resolved']),
    status('investigating', 'acknowledged', ['identified', 'monitoring', 'resolved']),
    status('identified', 'identified', ['monitoring', 'resolved', 'investigating']),
    status('monitoring', 'mitigated', ['resolved', 'investigating']),
    status('resolved', 'resolved', ['closed', 'investigating']),
    status('closed', 'closed', ['investigating']),
  ],
  relapse: 'investigating',
  roles: [
    role('commander', 'Incident Commander', true),
    role('technical-lead', 'Technical Lead'),
    role('communications', 'Communications Lead'),
    role('scribe', 'Scribe'),
    role('expert', 'Expert'),
  ],
  checklist: [
    item('service-restored', 'Service fully restored', 'technical-lead'),
    item('root-cause', 'Root cause identified or a problem created', null),
    item('users-notified', 'Users notified', 'communications'),
  ],
  postMortem: {
    ...plainPostMortem,
    requiredAt: ['sev-1', 'sev-2'],
    folder: 'post-mortems',
    template: 'workflow-guide',
  },
};

let order = 0;

/** An entry of day one at `HH:MM` (or a full instant), said by somebody in comment 100 + its order. */
export function said(at: string, by: Person | null, fact: Fact, more: Partial<Entry> = {}): Entry {
  order += 1;
  return { source: `comment:${100 + order}:abcd${order}`, by, saidAt: instant(at), order, fact, ...more };
}

export function instant(at: string): string {
  return at.length === 5 ? `2026-03-02T${at}:00Z` : at;
}

export const declaration = said('10:00', rae, declaredFact, { source: 'form', order: -1 });

/** The incident that these entries make, after the declaration. */
export function incidentOf(...entries: readonly Entry[]): Incident {
  const incident = replay([declaration, ...entries], handbook);
  if (!incident) throw new Error('The declaration makes an incident');
  return incident;
}

/** The story the printed examples tell. */
export const story: readonly Entry[] = [
  said(
    '10:00',
    rae,
    { kind: 'services', add: ['checkout', 'payments|api'], remove: [] },
    { source: 'form+1', order: 0 },
  ),
  said('10:00', rae, { kind: 'milestone', milestone: 'started' }, { source: 'form+2', order: 0, at: instant('09:50') }),
  said('10:00', rae, { kind: 'unread', field: 'detected', text: 'at tea time' }, { source: 'form+3', order: 0 }),
  said(
    '10:00',
    rae,
    { kind: 'reported', field: 'symptoms', text: '502 for everybody' },
    { source: 'form+4', order: 0 },
  ),
  said('10:02', ada, { kind: 'role', role: 'commander', change: 'taken', holder: ada, before: null }),
  said('10:02', ada, { kind: 'milestone', milestone: 'acknowledged' }, { source: 'comment:105:x+ack', inferred: true }),
  said('10:02', ada, { kind: 'status', status: 'investigating' }, { source: 'comment:105:x+1', inferred: true }),
  said('10:05', bob, { kind: 'severity', severity: 'sev-1', because: 'all of checkout, see #12 @acme/sre' }),
  said('10:06', ada, { kind: 'role', role: 'scribe', change: 'given', holder: bob, before: null }),
  said('10:10', bob, { kind: 'note', note: 'hypothesis', text: 'the <b>10:00</b> deploy' }),
  said('10:12', ada, { kind: 'situation', field: 'impact', text: 'Nobody can pay' }),
  said('10:15', ada, { kind: 'task', who: bob, minutes: 15, text: 'roll the deploy back' }),
  said('10:20', ada, { kind: 'update', text: 'Rolling back the 10:00 deploy', nextAt: instant('10:50') }),
];

/** The texts of templates/, by path. */
export function templateTexts(): Record<string, string> {
  const folder = new URL('../../templates/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
  return Object.fromEntries(files.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}

export const templates: Templates = compileTemplates(templateTexts());
