// What comes by itself: in order, once, and told beforehand.

import { comings } from '../../src/clocks/comings.ts';
import { nextWake } from '../../src/clocks/next-wake.ts';
import { hear } from '../../src/commands/hear.ts';
import { cameDue } from '../../src/core/came-due.ts';
import { replay } from '../../src/core/replay.ts';
import { handbook as plain } from '../commands/handbook.ts';
import { composed, heard, type Line, snapshotOf } from '../commands/thread.ts';

const handbook = {
  ...plain,
  statuses: plain.statuses.map((status) =>
    status.id === 'monitoring' ? { ...status, minimum: { amount: 30, unit: 'minutes' } as const } : status,
  ),
};
const lines: readonly Line[] = [
  ['10:05', 'bob', '/ack'],
  ['11:00', 'bob', '/mitigated'],
  ['11:10', 'bob', '/resolved'],
];

test('what a clock that was ahead put on record before its time puts nothing off', () => {
  const { entries } = heard(lines, { handbook });
  const source = 'clock:response:1:sev-1:1+due';
  const fact = { kind: 'overdue', clock: 'response', due: '2026-03-03T10:00:00Z', period: 1 } as const;
  const early = replay([...entries, { source, by: null, saidAt: '2026-03-03T10:00:01Z', order: -1, fact }], handbook);
  expect(early?.timeline.at(-1)?.source).toBe(source);
  expect(early && nextWake(early, handbook, '2026-03-02T11:10:05Z')).toBe('2026-03-02T11:30:00Z');
});

test('the next wake is the first thing to come after now; when it has come there is none', () => {
  const { incident } = heard(lines, { handbook });
  expect(comings(incident, handbook)).toMatchObject([{ at: '2026-03-02T11:30:00Z', fact: { kind: 'status' } }]);
  expect(nextWake(incident, handbook, '2026-03-02T11:29:59Z')).toBe('2026-03-02T11:30:00Z');
  expect(nextWake(incident, handbook, '2026-03-02T11:30:00Z')).toBeNull();
  expect(nextWake(incident, handbook, '2026-03-02T11:30:00Z', ['2026-03-02T11:40:00Z', null])).toBe(
    '2026-03-02T11:40:00Z',
  );
  const after = heard([...lines, ['11:31', 'ada', '/note It is quiet']], { handbook }).incident;
  expect([after.status, comings(after, handbook)]).toEqual(['resolved', []]);
});

test('words that GitHub shows late bring what they would have brought, before what was said meanwhile', () => {
  const whole = snapshotOf([...lines, ['11:40', 'ada', '/note It is quiet']]);
  const partly = { ...whole, thread: whole.thread.filter((item) => !('body' in item) || item.body !== '/resolved') };
  const hearAll = (look: typeof whole, entries: Parameters<typeof hear>[1]['entries']) =>
    hear(look, { entries, lostUntil: null }, handbook, '2026-03-02T23:59:59Z', composed).entries;
  const shape = (entries: ReturnType<typeof hearAll>) =>
    entries.map(({ source, saidAt, fact }) => ({ source, saidAt, fact }));
  const known = hearAll(partly, []);
  expect(known.some((entry) => cameDue(entry))).toBe(false);
  const late = hearAll(whole, known);
  expect(shape(late)).toEqual(shape(hearAll(whole, [])));
  expect(late.map(({ fact }) => fact?.kind).slice(-3)).toEqual(['wish', 'status', 'note']);
});
