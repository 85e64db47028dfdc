// What the handbook calls for: by severity, status and type, once, and taken back where it is not owed any more.
import { openTasks } from '../../src/core/called-tasks.ts';
import type { CalledTask } from '../../src/core/handbook.ts';
import { handbook as plain } from '../commands/handbook.ts';
import { heard, type Line } from '../commands/thread.ts';

const task = (id: string, more: Partial<CalledTask>): CalledTask => ({
  ...{ id, text: id, role: null, severities: [], status: null, types: [], within: null },
  ...more,
});
const handbook = {
  ...plain,
  tasks: [
    task('bridge', { severities: ['sev-1'], within: { amount: 5, unit: 'minutes' } }),
    task('verify', { status: 'monitoring' }),
  ],
};
const open = (...lines: readonly Line[]) => openTasks(heard(lines, { handbook }).incident, handbook);
const ids = (...lines: readonly Line[]) => open(...lines).map(({ id }) => id);

test('a raise calls, with the time by which; lowering takes back what was not done, and a raise calls it again', () => {
  const raised: Line = ['10:10', 'ada', '/severity sev-1'];
  expect(open(raised)).toMatchObject([{ id: 'bridge', due: '2026-03-02T10:15:00Z' }]);
  expect(ids(raised, ['10:12', 'ada', '/severity sev-3'])).toEqual([]);
  expect(open(raised, ['10:12', 'ada', '/severity sev-3'], ['10:20', 'ada', '/severity sev-1'])).toMatchObject([
    { id: 'bridge', due: '2026-03-02T10:25:00Z' },
  ]);
});

test('what is done stays done, dropped too, and is open again when that is taken back', () => {
  const raised: Line = ['10:10', 'ada', '/severity sev-1'];
  expect(ids(raised, ['10:11', 'bob', '/done bridge'], ['10:12', 'ada', '/severity sev-3'])).toEqual([]);
  expect(ids(raised, ['10:11', 'bob', '/task bridge dropped: we sit together'])).toEqual([]);
  expect(ids(raised, ['10:11', 'bob', '/done bridge'], ['10:12', 'bob', '/undone bridge'])).toEqual(['bridge']);
});

test('a status calls on entering it, and anew after a relapse', () => {
  const lines: readonly Line[] = [
    ['10:10', 'bob', '/mitigated'],
    ['10:11', 'bob', '/done verify'],
  ];
  expect(ids(...lines.slice(0, 1))).toEqual(['verify']);
  expect(ids(...lines)).toEqual([]);
  expect(ids(...lines, ['10:20', 'bob', '/reopen'], ['10:30', 'bob', '/mitigated'])).toEqual(['verify']);
});

test('a record of the past, and what is resolved already, call nothing', () => {
  expect(ids(['10:10', 'ada', '/severity sev-1'], ['10:11', 'bob', '/backfill'])).toEqual([]);
  expect(ids(['10:10', 'bob', '/resolved'], ['10:20', 'ada', '/severity sev-1'])).toEqual([]);
});
