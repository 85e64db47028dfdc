// What is kept of a private matter that stands in public tells nothing.

import type { Entry } from '../../src/core/entry.ts';
import { discreet, exposureOf } from '../../src/core/exposure.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import type { Memory } from '../../src/core/recall.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import { takenOut } from '../../src/core/taken-out.ts';
import type { Fact } from '../../src/core/timeline.ts';
import { plainType } from '../handbook-parts.ts';
import { at, bob, entry } from './builder.ts';

const handbook = {
  types: [plainType, { ...plainType, id: 'security', name: 'Security', private: true }],
} as unknown as Handbook;
const open = { private: false };

const type = (time: string, id: string): Entry => entry(time, { kind: 'type', type: id, because: 'hunter2' });
const memory: Memory = {
  ...{ card: null, twins: [], revision: 0, pinned: false, records: [], entries: [], interferences: [] },
  lostUntil: null,
};

/** Facts and a refusal that each carry the word; a kind that is not named here is masked the same way. */
const telling: readonly Fact[] = [
  { kind: 'note', note: 'note', text: 'hunter2', of: { url: 'https://x/hunter2', by: 'bob' } },
  { kind: 'update', text: 'hunter2', nextAt: '2026-03-02T11:00:00Z' },
  { kind: 'situation', field: 'impact', text: 'hunter2' },
  { kind: 'reported', field: 'symptoms', text: 'hunter2' },
  { kind: 'services', add: ['hunter2'], remove: ['hunter2'] },
  { kind: 'title', title: 'hunter2' },
  { kind: 'task', who: bob, text: 'hunter2' },
  { kind: 'task-ended', task: 1, how: 'done', because: 'hunter2' },
  { kind: 'severity', severity: 'sev-1', because: 'hunter2' },
  { kind: 'role', role: 'scribe', change: 'taken', holder: bob, before: null, summary: 'hunter2', because: 'hunter2' },
  { kind: 'unread', field: 'started', text: 'hunter2' },
  { kind: 'undone', sources: ['comment:1:a'], what: '/note hunter2' },
  { kind: 'post-mortem-refused', message: 'hunter2' },
  { kind: 'a fact of tomorrow', secret: 'hunter2', many: ['hunter2'] } as unknown as Fact,
];
const refusal: Refusal = { reason: 'unknown-severity', word: 'hunter2', meant: null, severities: ['sev-1'] };
const entries = [
  ...telling.map((fact, index) => entry(`10:0${index % 10}`, fact, { typed: '/note hunter2' })),
  {
    ...entry('10:15', { kind: 'note', note: 'note', text: 'x' }),
    fact: undefined,
    refusal,
    typed: 'hunter2',
  } as unknown as Entry,
];

test('no word of people is left, in the record and in our memory; who, what and when are', () => {
  const all = [...entries, type('10:20', 'security'), entry('10:30', { kind: 'note', note: 'note', text: 'hunter2' })];
  const exposure = exposureOf(all, handbook, open);
  expect(exposure).toMatchObject({ number: 1, until: null });
  const record = { entries: all, fresh: new Set(all.map(({ source }) => source)), composed: new Map() };
  const told = discreet(record, { ...memory, entries: all }, exposure);
  expect(JSON.stringify(told)).not.toContain('hunter2');
  expect(told.record.entries.map(({ source, saidAt, by }) => [source, saidAt, by])).toEqual(
    all.map(({ source, saidAt, by }) => [source, saidAt, by]),
  );
  expect(told.record.entries[0]?.fact).toEqual({
    ...{ kind: 'note', note: 'note', text: takenOut, of: { url: takenOut, by: 'bob' } },
  });
  expect(told.record.entries[1]?.fact).toEqual({ kind: 'update', text: takenOut, nextAt: '2026-03-02T11:00:00Z' });
  expect(discreet(told.record, told.memory, exposure)).toEqual(told);
});

test('in a private repository, and where no type is private, nothing is taken out', () => {
  const all = [...entries, type('10:20', 'security')];
  expect(exposureOf(all, handbook, { private: true })).toBeNull();
  expect(exposureOf(all, { types: [plainType] } as unknown as Handbook, open)).toBeNull();
});

test('once it is over, what is said stays; another type or its undoing ends it, the next one is the second', () => {
  const [begin, end] = [type('10:20', 'security'), type('10:40', 'incident')];
  const later = entry('10:50', { kind: 'note', note: 'note', text: 'a full disk' });
  const before = entry('10:10', { kind: 'note', note: 'note', text: 'hunter2' });
  const all = [before, begin, end, later];
  const exposure = exposureOf(all, handbook, open);
  expect(exposure).toMatchObject({ number: 1, until: { saidAt: at('10:40') } });
  const { record } = discreet({ entries: all, fresh: new Set(), composed: new Map() }, memory, exposure);
  expect(JSON.stringify(record.entries.slice(0, 2))).not.toContain('hunter2');
  expect(record.entries.at(-1)).toEqual(later);
  const undone = entry('10:40', { kind: 'undone', sources: [begin.source], what: '/type' });
  expect(exposureOf([begin, undone], handbook, open)?.until).toEqual(undone);
  expect(exposureOf([...all, type('11:00', 'security')], handbook, open)).toMatchObject({ number: 2, until: null });
});
