// The gate: what is missing before an incident may be closed, and what proves an item.
import { isDone, isShut, missing, proved } from '../../src/core/gate.ts';
import type { Incident } from '../../src/core/incident.ts';
import type { PullRequest } from '../../src/core/pull-request.ts';
import { handbook } from '../commands/handbook.ts';
import { heard, type Line, person } from '../commands/thread.ts';

const item = (id: string) => {
  const found = handbook.checklist.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const lines: readonly Line[] = [
  ['10:01', 'bob', '/ack'],
  ['10:50', 'bob', '/update Nearly there'],
  ['10:55', 'bob', '/identified at 10:40'],
  ['11:00', 'bob', '/resolved'],
];
const after = (...more: readonly Line[]): Incident => heard([...lines, ...more]).incident;

test('names the status while it is not resolved, and every open item in order', () => {
  const { incident } = heard(lines.slice(0, 1));
  expect(missing(incident, handbook)).toEqual({
    status: 'investigating',
    items: ['service-restored', 'root-cause', 'users-notified'],
  });
  expect(missing(after(), handbook)).toEqual({ status: null, items: ['service-restored', 'users-notified'] });
});

test('is open when all items are ticked or proved', () => {
  const done = after(['11:05', 'bob', '/done service-restored'], ['11:06', 'bob', '/update All is well']);
  expect(isShut(missing(done, handbook))).toBe(false);
});

test('an identified cause proves, at the time it happened', () => {
  expect(proved(item('root-cause'), after(), handbook)).toEqual({
    at: '2026-03-02T10:40:00Z',
    saidAt: '2026-03-02T10:55:00Z',
    why: 'identified',
  });
  expect(proved(item('service-restored'), after(), handbook)).toBeNull();
});

test('a person’s untick goes before an older proof, a newer proof before the untick', () => {
  const taken: Line = ['11:10', 'bob', '/undone root-cause'];
  expect(isDone(item('root-cause'), after(taken), handbook)).toBe(false);
  expect(isDone(item('root-cause'), after(taken, ['11:20', 'bob', '/identified at 10:45']), handbook)).toBe(true);
});

test('only an update since the word that it is resolved counts, and a corrected time is no such word', () => {
  const notified = item('users-notified');
  expect(isDone(notified, after(), handbook)).toBe(false);
  const told: Line = ['11:05', 'bob', '/update All is well'];
  expect(isDone(notified, after(told, ['11:30', 'bob', '/resolved at 10:58']), handbook)).toBe(true);
  const relapsed = [told, ['12:00', 'bob', '/reopen']] as const satisfies readonly Line[];
  expect(isDone(notified, after(...relapsed), handbook)).toBe(false);
  expect(isDone(notified, after(...relapsed, ['12:30', 'bob', '/resolved']), handbook)).toBe(false);
});

test('a relapse takes back what it disproves', () => {
  const ticked = after(['11:05', 'bob', '/done service-restored'], ['12:00', 'bob', '/reopen']);
  expect(isDone(item('service-restored'), ticked, handbook)).toBe(false);
});

test('a merged post-mortem proves', () => {
  const merged = { number: 12, state: 'merged', mine: true, fromFork: false, mergedBy: person('bob') };
  const pulls = [{ ...merged, mergedAt: '2026-03-02T15:00:00Z' } as unknown as PullRequest];
  const reviewed = { ...item('root-cause'), provedBy: 'post-mortem-merged' as const };
  expect(proved(reviewed, heard(lines, { snapshot: { pulls } }).incident, handbook)?.at).toBe('2026-03-02T15:00:00Z');
  expect(proved(reviewed, after(), handbook)).toBeNull();
});
