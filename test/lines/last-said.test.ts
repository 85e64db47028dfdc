// When something was last said of an incident.
import { expect, test } from '@jest/globals';
import { lastSaid } from '../../src/lines/last-said.ts';
import { line, marks } from '../metrics/line.ts';

const later = '2026-05-01T00:00:00Z';
const quiet = line(1);

test('the closing of one that nothing was said of afterwards', () => {
  expect(lastSaid(quiet)).toBe('2026-03-02T11:00:00Z');
});

test('a correction counts when it was said, not for the time that it is about', () => {
  const [resolved] = [quiet.milestones.resolved];
  const milestones = { ...quiet.milestones, resolved: resolved && { ...resolved, saidAt: later } };
  expect(lastSaid({ ...quiet, milestones })).toBe(later);
});

test.each([
  [
    'a change of severity',
    { severity: { ...quiet.severity!, changes: [{ at: later, to: 'sev-1', assumed: false, because: null }] } },
  ],
  ['a task', { tasks: [{ number: 1, login: 'ada', text: 'look', at: later, ended: null }] }],
  [
    'a role',
    {
      roles: [{ role: 'commander', login: 'ada', from: quiet.milestones.declared!.at, until: later, change: 'taken' }],
    },
  ],
  [
    'what was overridden',
    { interventions: [{ what: 'override', at: later, by: 'ada', because: 'enough', about: '', minutes: null }] },
  ],
  [
    'an action item that ended',
    {
      actionItems: [
        {
          text: 'x',
          url: null,
          owner: null,
          createdAt: quiet.milestones.declared!.at,
          dueAt: null,
          endedAt: later,
          ended: 'done',
        },
      ],
    },
  ],
  ['the review', { milestones: { ...quiet.milestones, ...{ reviewed: marks({ reviewed: later }).reviewed } } }],
] as const)('%s counts', (_what, more) => {
  expect(lastSaid({ ...quiet, ...more } as typeof quiet)).toBe(later);
});

test('a deadline in the future is nothing that was said', () => {
  expect(lastSaid({ ...quiet, postMortem: { required: true, dueAt: later, pull: null, owner: null } })).toBe(
    '2026-03-02T11:00:00Z',
  );
});

test('of an incident of which no moment is known there is none', () => {
  expect(lastSaid({ ...quiet, milestones: marks({}), closed: null })).toBeNull();
});
