// What makes a handbook sound: each rule with a handbook that breaks only it.
import { invariants } from '../../src/config/invariants.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import { resolve } from './ground.ts';

const base = resolve(null).handbook;
const known = { commands: ['note', 'role', 'close'] };
const sound: Handbook = { ...base, roles: base.roles.map((role) => ({ ...role, may: ['note'] })) };

const statuses = (change: Readonly<Record<string, Partial<Handbook['statuses'][number]>>>) =>
  sound.statuses.map((status) => ({ ...status, ...change[status.id] }));

const roles = (change: Readonly<Record<string, Partial<Handbook['roles'][number]>>>) =>
  sound.roles.map((role) => ({ ...role, ...change[role.id] }));
const severities = (change: Readonly<Record<string, Partial<Handbook['severities'][number]>>>) =>
  sound.severities.map((severity) => ({ ...severity, ...change[severity.id] }));
const question = (id: string, yes: string, no: string) => ({ id, text: `${id}?`, answers: { yes, no } });
const becomes = { name: 'a bug', labels: ['bug'], currentMilestone: false };
const minutes = (amount: number) => ({ amount, unit: 'minutes' as const });

const audience: Handbook['audiences'][number] = {
  ...{ id: 'customers', name: 'Customers', external: true, channel: null, owner: 'communications' },
  ...{ cadence: {}, slowerAfter: null, approval: {}, review: {}, secondPerson: false },
};
const message: Handbook['messages'][number] = {
  ...{ id: 'first', name: 'First notice', aliases: [], audience: 'customers', purpose: 'first' as const },
  ...{ text: 'We know.', within: {}, from: 'declared' as const },
};
const clock: Handbook['clocks'][number] = {
  ...{ id: 'response', name: 'Response', from: 'declared' as const, to: 'acknowledged' as const, contract: null },
  ...{
    within: { 'sev-1': minutes(15) },
    repeats: false,
    time: 'wall',
    pausedIn: [],
    owner: 'commander',
    warnAt: null,
    escalateAt: null,
  },
};
const level: Handbook['escalation']['levels'][number] = {
  ...{ id: 'first', name: 'First', contacts: [], calls: [], timeout: null, at: [] },
};
const triggered = (trigger: Partial<Handbook['escalation']['triggers'][number]>): Partial<Handbook> => ({
  escalation: {
    ...sound.escalation,
    triggers: [{ ...{ id: 'late', text: 'late', level: null, when: null, clocks: [], automatic: true }, ...trigger }],
  },
});
const task: Handbook['tasks'][number] = {
  ...{ id: 'bridge', text: 'Open the bridge', role: null, severities: [], status: null, types: [], within: null },
};

const broken: readonly (readonly [string, Partial<Handbook>, string])[] = [
  [
    'a status that goes nowhere known',
    { statuses: statuses({ new: { next: ['investigatin', ...order()] } }) },
    'statuses.new.next.0',
  ],
  [
    'a status that nothing leads to',
    { statuses: sound.statuses.map((one) => ({ ...one, next: one.next.filter((id) => id !== 'identified') })) },
    'statuses.identified',
  ],
  ['one status only', { statuses: sound.statuses.slice(0, 1) }, 'statuses'],
  ['a milestone twice', { statuses: statuses({ new: { milestone: 'mitigated' } }) }, 'statuses.monitoring.milestone'],
  ['a last status that is not closed', { statuses: statuses({ closed: { milestone: null } }) }, 'statuses.closed'],
  ['no resolved status', { statuses: statuses({ resolved: { milestone: null } }) }, 'statuses'],
  ['a relapse to the end', { relapse: 'closed' }, 'relapse'],
  ['a relapse to nowhere', { relapse: 'lost' }, 'relapse'],
  ['an unknown line', { major: 'sev-0' }, 'major'],
  ['no severity', { severities: [] }, 'severities'],
  [
    'an unknown severity in the matrix',
    { matrix: { ...sound.matrix, low: { ...sound.matrix.low, low: 'sev-5' } } },
    'matrix.low.low',
  ],
  ['an unknown severity when unsure', { unsure: { axis: 'high', severity: 'x' } }, 'unsure.severity'],
  [
    'an unknown severity for the post-mortem',
    { postMortem: { ...sound.postMortem, requiredAt: ['sev-1', 'x'] } },
    'post-mortem.required-at.1',
  ],
  [
    'an unknown severity of a role',
    { roles: sound.roles.map((role) => (role.id === 'scribe' ? { ...role, requiredAt: ['x'] } : role)) },
    'roles.scribe.required-at.0',
  ],
  ['an item owed by nobody', { checklist: [{ ...sound.checklist[0]!, role: 'x' }] }, 'checklist.service-restored.role'],
  [
    'a proof that cannot come',
    {
      checklist: [{ ...sound.checklist[0]!, provedBy: 'post-mortem-merged' }],
      postMortem: { ...sound.postMortem, requiredAt: [] },
    },
    'checklist.service-restored.proved-by',
  ],
  ['nobody leads', { roles: sound.roles.map((role) => ({ ...role, leads: false })) }, 'roles'],
  [
    'a role that gives roles',
    { roles: sound.roles.map((role) => (role.id === 'scribe' ? { ...role, may: ['role'] } : role)) },
    'roles.scribe.may.0',
  ],
  ['an unknown command', { who: { nte: 'lead' } }, 'who.nte'],
  ['an alias for nothing', { aliases: { hi: 'nte' } }, 'aliases.hi'],
  ['an alias that is a command', { aliases: { note: 'close' } }, 'aliases.note'],
  [
    'a role that is called as a command',
    { roles: sound.roles.map((role) => (role.id === 'scribe' ? { ...role, aliases: ['note'] } : role)) },
    'roles.scribe.aliases.0',
  ],
  [
    'a word for two severities',
    { severities: sound.severities.map((one) => ({ ...one, aliases: one.id > 'sev-2' ? ['Bad'] : [] })) },
    'severities.sev-4.aliases.0',
  ],
  ['a heading for two fields', { headings: { ...sound.headings, over: ['severity'] } }, 'headings.over.0'],
  ['a label for two things', { label: { ...sound.label, name: 'SEV-1' } }, 'severities.sev-1'],
  ['a label that is too long', { statusPrefix: 'x'.repeat(45) }, 'statuses.investigating'],
  ['a dead end', { statuses: statuses({ monitoring: { next: [] } }) }, 'statuses.monitoring'],
  [
    'a gate that never opens',
    { statuses: statuses({ resolved: { next: ['investigating'] }, monitoring: { next: ['closed'] } }) },
    'statuses.resolved.next',
  ],
  ['only private types', { types: [{ ...base.types[0]!, private: true }] }, 'types'],
  [
    'a proof that cannot come at its severities',
    { checklist: [{ ...sound.checklist[0]!, provedBy: 'post-mortem-merged', severities: ['sev-4'] }] },
    'checklist.service-restored.severities',
  ],
  ['a role that excludes itself', { roles: roles({ scribe: { notWith: ['scribe'] } }) }, 'roles.scribe.not-with'],
  ['a role that excludes nobody', { roles: roles({ scribe: { notWith: ['x'] } }) }, 'roles.scribe.not-with.0'],
  ['a stand-in for itself', { roles: roles({ scribe: { standsInFor: 'scribe' } }) }, 'roles.scribe.stands-in-for'],
  [
    'a role that a private matter needs and forbids',
    {
      types: [base.types[0]!, { ...base.types[0]!, id: 'security', name: 'Security', private: true }],
      roles: roles({
        scribe: { requiredAt: ['sev-1'] },
        commander: { requiredAt: [] },
        'technical-lead': { requiredAt: [] },
        communications: { requiredAt: [] },
      }),
      security: { ...base.security, roles: ['commander'] },
    },
    'roles.scribe.required-at',
  ],
  [
    'a role that a private type needs and a private matter forbids',
    {
      types: [base.types[0]!, { ...base.types[0]!, id: 'security', name: 'Security', private: true }],
      roles: sound.roles.map((role) => ({
        ...role,
        requiredAt: [],
        requiredFor: role.id === 'scribe' ? ['security'] : [],
      })),
      security: { ...base.security, roles: ['commander'] },
    },
    'roles.scribe.required-for',
  ],
  [
    'a severity nobody may declare',
    { severities: severities({ 'sev-1': { setBy: ['x'] } }) },
    'severities.sev-1.set-by.0',
  ],
  [
    'an unsure report that is no incident',
    { severities: severities({ 'sev-2': { becomes } }) },
    'severities.sev-2.becomes',
  ],
  [
    'an ordinary issue with the label of incidents',
    { severities: severities({ 'sev-4': { becomes: { ...becomes, labels: ['bug', 'Incident'] } } }) },
    'severities.sev-4.becomes.labels.1',
  ],
  ['a major incident that is none', { severities: severities({ 'sev-1': { becomes } }) }, 'severities.sev-1.becomes'],
  [
    'an approval by nobody',
    { audiences: [{ ...audience, approval: { 'sev-1': [] } }] },
    'audiences.customers.approval.sev-1',
  ],
  [
    'an approval by the author only',
    { audiences: [{ ...audience, secondPerson: true, approval: { 'sev-1': ['communications'] } }] },
    'audiences.customers.approval.sev-1',
  ],
  [
    'a field that nobody knows',
    { messages: [{ ...message, text: 'We see {{impakt}}' }], audiences: [audience] },
    'messages.first.text',
  ],
  [
    'who leads, in a message to customers',
    { messages: [{ ...message, text: 'Ask {{commander}}' }], audiences: [audience] },
    'messages.first.text',
  ],
  [
    'a field that is not closed',
    { messages: [{ ...message, text: 'We see {{impact' }], audiences: [audience] },
    'messages.first.text',
  ],
  [
    'nothing to fill in',
    { messages: [{ ...message, text: '{{fill:}}' }], audiences: [audience] },
    'messages.first.text',
  ],
  [
    'a message to nobody',
    { messages: [{ ...message, audience: 'x' }], audiences: [audience] },
    'messages.first.audience',
  ],
  ['a clock that ends before it begins', { clocks: [{ ...clock, from: 'resolved' }] }, 'clocks.response.to'],
  [
    'a clock that ends with a review that nobody makes',
    {
      clocks: [{ ...clock, from: 'resolved', to: 'reviewed' }],
      postMortem: { ...sound.postMortem, requiredAt: ['sev-2'] },
    },
    'clocks.response.within.sev-1',
  ],
  ['a clock without a time', { clocks: [{ ...clock, within: {} }] }, 'clocks.response'],
  ['a clock without an owner', { clocks: [{ ...clock, owner: 'x' }] }, 'clocks.response.owner'],
  ['a clock that repeats what happens once', { clocks: [{ ...clock, repeats: true }] }, 'clocks.response.repeats'],
  [
    'a clock that escalates before it warns',
    { clocks: [{ ...clock, warnAt: 80, escalateAt: 50 }] },
    'clocks.response.escalate-at',
  ],
  ['a triage that leads nowhere', { triage: [question('a', 'sev-1', 'x')] }, 'triage.a.answers.no'],
  ['a triage with one answer', { triage: [{ id: 'a', text: '?', answers: { yes: 'sev-1' } }] }, 'triage.a.answers'],
  [
    'a triage that goes round',
    { triage: [question('a', 'b', 'sev-1'), question('b', 'a', 'sev-2')] },
    'triage.a.answers',
  ],
  [
    'a question nobody asks',
    { triage: [question('a', 'sev-1', 'sev-2'), question('b', 'sev-1', 'sev-2')] },
    'triage.b',
  ],
  ['a question called as a severity', { triage: [question('sev-1', 'sev-1', 'sev-2')] }, 'triage.sev-1'],
  ['an escalation to nowhere', triggered({ level: 'x' }), 'escalation.triggers.late.level'],
  [
    'a trigger of a clock that is not there',
    triggered({ when: 'overdue', clocks: ['x'] }),
    'escalation.triggers.late.clocks.0',
  ],
  [
    'a trigger of a clock that never escalates',
    { ...triggered({ when: 'overdue', clocks: ['response'] }), clocks: [clock] },
    'escalation.triggers.late.clocks.0',
  ],
  ['a trigger of no clock', triggered({ when: 'overdue' }), 'escalation.triggers.late.when'],
  [
    'a trigger that names clocks for nothing',
    { ...triggered({ when: 'raised', clocks: ['response'] }), clocks: [{ ...clock, escalateAt: 150 }] },
    'escalation.triggers.late.clocks',
  ],
  ['a ladder from a level that is not there', { escalation: { ...sound.escalation, from: 'x' } }, 'escalation.from'],
  [
    'a level that calls a role that is not there',
    { escalation: { ...sound.escalation, levels: [{ ...level, calls: [{ to: 'role', role: 'x' }] }] } },
    'escalation.levels.first.calls.0',
  ],
  [
    'a level that calls a contact that is not there',
    { escalation: { ...sound.escalation, levels: [{ ...level, calls: [{ to: 'contact', contact: 'x' }] }] } },
    'escalation.levels.first.calls.0',
  ],
  ['a task and an item of one name', { tasks: [{ ...task, id: 'root-cause' }] }, 'checklist.root-cause'],
  ['a task at a status that is not there', { tasks: [{ ...task, status: 'x' }] }, 'tasks.bridge.status'],
  [
    'a label for a type and a severity',
    { types: [{ ...base.types[0]!, label: { name: 'SEV-1', color: 'ffffff' } }] },
    'types.incident.label.name',
  ],
];

test('the default handbook is sound', () => {
  expect(invariants(sound, known)).toEqual([]);
});

test.each(broken)('%s', (_name, change, place) => {
  const findings = invariants({ ...sound, ...change }, known);
  expect(findings.map(({ path }) => path.join('.'))).toContain(place);
  for (const { what } of findings) expect(what).toMatch(/\.$/);
});

test('without the names of the commands they are not checked', () => {
  expect(invariants({ ...sound, who: { whatever: 'lead' } }, { commands: null })).toEqual([]);
});

function order(): readonly string[] {
  return base.statuses.slice(1).map(({ id }) => id);
}
