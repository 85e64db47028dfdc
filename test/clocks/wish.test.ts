// A turn before its time: how long a status is kept, and what becomes of a wish at its moment.

import { outcomeOf, staysUntil } from '../../src/clocks/wish.ts';
import { cameDue } from '../../src/core/came-due.ts';
import { handbook as plain } from '../commands/handbook.ts';
import { heard, type Line } from '../commands/thread.ts';

const minutes = (amount: number) => ({ amount, unit: 'minutes' }) as const;
const handbook = {
  ...plain,
  statuses: plain.statuses.map((status) => (status.id === 'monitoring' ? { ...status, minimum: minutes(30) } : status)),
};
const lines: readonly Line[] = [
  ['10:05', 'bob', '/ack'],
  ['11:00', 'bob', '/mitigated'],
];
const after = (...more: readonly Line[]) => heard([...lines, ...more], { handbook });

test('a status is kept from when it happened, and a corrected time counts', () => {
  expect(staysUntil(after().incident, handbook)).toBe('2026-03-02T11:30:00Z');
  expect(staysUntil(after(['11:05', 'bob', '/mitigated at 10:50']).incident, handbook)).toBe('2026-03-02T11:20:00Z');
  expect(staysUntil(heard(lines.slice(0, 1), { handbook }).incident, handbook)).toBeNull();
});

test('said before, it is a wish and no status; at its moment it comes true before what is said then', () => {
  expect(after(['11:10', 'bob', '/resolved']).facts.at(-1)).toEqual({
    kind: 'wish',
    status: 'resolved',
    due: '2026-03-02T11:30:00Z',
  });
  const { entries, incident } = after(['11:10', 'bob', '/resolved'], ['11:30', 'ada', '/note It is quiet']);
  expect(incident.status).toBe('resolved');
  expect(entries.slice(-2).map((entry) => [entry.fact?.kind, cameDue(entry)])).toEqual([
    ['status', true],
    ['note', false],
  ]);
});

test('a start corrected to a later time makes it lapse, with the moment from which it can be said', () => {
  const { incident } = after(['11:10', 'bob', '/resolved'], ['11:20', 'bob', '/mitigated at 11:15']);
  expect(incident.wish).not.toBeNull();
  if (incident.wish) {
    expect(outcomeOf(incident.wish, incident, handbook)).toEqual({
      kind: 'wish-lapsed',
      status: 'resolved',
      until: '2026-03-02T11:45:00Z',
    });
  }
});

test('a wish that was overtaken, replaced or taken back brings nothing', () => {
  const { incident, entries } = after(
    ['11:10', 'bob', '/resolved'],
    ['11:15', 'bob', '/status investigating'],
    ['12:00', 'bob', '/note still broken'],
  );
  expect(incident.status).toBe('investigating');
  expect(entries.some((entry) => cameDue(entry))).toBe(false);
  expect(
    after(['11:10', 'bob', '/resolved'], ['11:12', 'bob', '/undo'], ['12:00', 'bob', '/note x']).incident.status,
  ).toBe('monitoring');
});
