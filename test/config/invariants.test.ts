// What makes a handbook sound: each rule with a handbook that breaks only it.
import { invariants } from '../../src/config/invariants.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import { resolve } from './ground.ts';

const base = resolve(null).handbook;
const known = { commands: ['note', 'role', 'close'] };
const sound: Handbook = { ...base, roles: base.roles.map((role) => ({ ...role, may: ['note'] })) };

const statuses = (change: Readonly<Record<string, Partial<Handbook['statuses'][number]>>>) =>
  sound.statuses.map((status) => ({ ...status, ...change[status.id] }));

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
