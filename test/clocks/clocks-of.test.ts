// Clocks: reckoned from facts, stopped by what they wait for, and said once when their time is over.
import fc from 'fast-check';
import { clocksOf } from '../../src/clocks/clocks.ts';
import { comings } from '../../src/clocks/comings.ts';
import { nextWake } from '../../src/clocks/next-wake.ts';
import { hear } from '../../src/commands/hear.ts';
import { type RunningClock, stateAt } from '../../src/core/clock.ts';
import type { Clock } from '../../src/core/duty.ts';
import type { Entry } from '../../src/core/entry.ts';
import { replay } from '../../src/core/replay.ts';
import { readTerm } from '../../src/time/term.ts';
import { handbook as plain } from '../commands/handbook.ts';
import { composed, heard, type Line, snapshotOf } from '../commands/thread.ts';

const term = (text: string) => readTerm(text)!;
const clock = (id: string, more: Partial<Clock>): Clock => ({
  ...{ id, name: id, from: 'declared', to: 'acknowledged', within: { 'sev-1': term('5m'), 'sev-2': term('15m') } },
  ...{ contract: null, repeats: false, time: 'wall', pausedIn: [], owner: 'commander', warnAt: 80, escalateAt: null },
  ...more,
});
const ways = {
  response: clock('response', {}),
  resolution: clock('resolution', { to: 'resolved', within: { 'sev-1': term('1h'), 'sev-2': term('4h') } }),
  update: clock('update', { to: 'update', repeats: true, within: { 'sev-1': term('30m'), 'sev-2': term('1h') } }),
};
const handbook = { ...plain, clocks: Object.values(ways) };
const after = (lines: readonly Line[], clocks: readonly Clock[] = handbook.clocks) => {
  const book = { ...plain, clocks };
  const { incident, entries } = heard(lines, { handbook: book });
  return { incident, entries, clocks: clocksOf(incident, book), book };
};
const named = (clocks: readonly RunningClock[], id: string) => clocks.find((one) => one.id === id);
const told = (entries: readonly Entry[]) =>
  entries.flatMap(({ fact, saidAt }) =>
    fact?.kind === 'overdue' ? [`${saidAt.slice(11, 19)} ${fact.clock} ${fact.period}`] : [],
  );
const day = (time: string) => `2026-03-02T${time}:00Z`;

test('within, warning, breached; met or late once it was done; by 10:15 is in time until 10:15:00 is over', () => {
  const { clocks } = after([['10:01', 'bob', 'hello']]);
  const response = named(clocks, 'response')!;
  expect(response).toMatchObject({ from: day('10:00'), due: day('10:15'), warnAt: day('10:12'), ended: null });
  const at = (time: string, ended: string | null = null) => stateAt({ ...response, ended }, `2026-03-02T${time}Z`);
  expect(['10:11:59', '10:12:00', '10:15:00', '10:15:00.900', '10:15:01'].map((time) => at(time))).toEqual([
    ...['within', 'warning', 'warning', 'warning', 'breached'],
  ]);
  expect([at('12:00:00', day('10:15')), at('12:00:00', day('10:16'))]).toEqual(['met', 'late']);
});

test('a severity and a corrected time move the deadlines', () => {
  const due = (lines: readonly Line[]) => named(after(lines).clocks, 'resolution')?.due;
  expect(due([])).toBe(day('14:00'));
  expect(due([['10:30', 'bob', '/severity sev-1']])).toBe(day('11:00'));
  expect(due([['10:30', 'bob', '/declared 09:00']])).toBe(day('13:00'));
});

test('response clocks end with the closing; what was stopped stays as it was', () => {
  const open = after([['10:05', 'bob', '/ack']]);
  expect(named(open.clocks, 'response')?.ended).toBe(day('10:05'));
  expect(open.clocks.filter(({ ended }) => ended === null).map(({ id }) => id)).toEqual(['resolution', 'update']);
  const closed = after([
    ['10:05', 'bob', '/ack'],
    ['10:20', 'ada', '/cancel because it was a test'],
  ]);
  expect(closed.incident.closed?.reason).toBe('not_planned');
  expect(closed.clocks.every(({ ended }) => ended !== null)).toBe(true);
  expect(comings(closed.incident, closed.book)).toEqual([]);
});

test('an update begins the cadence again; a relapse begins the resolution again, not the acknowledgement', () => {
  const { clocks } = after([
    ['10:05', 'bob', '/ack'],
    ['10:40', 'bob', '/update Rolled back'],
  ]);
  expect(named(clocks, 'update')).toMatchObject({ from: day('10:40'), due: day('11:40') });
  const again = after([
    ['10:05', 'bob', '/ack'],
    ['10:30', 'bob', '/resolved'],
    ['13:00', 'bob', '/status investigating'],
  ]);
  expect(again.incident.segments).toHaveLength(2);
  expect(named(again.clocks, 'resolution')).toMatchObject({ from: day('13:00'), due: day('17:00'), ended: null });
  expect(named(again.clocks, 'response')?.ended).toBe(day('10:05'));
});

test('it stands still in the statuses that the handbook names', () => {
  const pausing = [{ ...ways.resolution, pausedIn: ['monitoring'] }];
  const waiting: readonly Line[] = [
    ['10:05', 'bob', '/ack'],
    ['11:00', 'bob', '/status monitoring'],
  ];
  const paused = named(after(waiting, pausing).clocks, 'resolution')!;
  expect([paused.due, stateAt(paused, day('20:00'))]).toEqual([null, 'paused']);
  const identified = after(
    [
      ['10:05', 'bob', '/ack'],
      ['11:00', 'bob', '/status identified'],
      ['12:30', 'bob', '/status investigating'],
    ],
    [{ ...ways.resolution, pausedIn: ['identified'] }],
  );
  expect(named(identified.clocks, 'resolution')?.due).toBe(day('15:30'));
});

test('in business time only working hours count, by the hours of the handbook', () => {
  const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '12:00' }];
  const book = { ...plain, hours, clocks: [{ ...ways.resolution, time: 'business' as const }] };
  const { incident } = heard([], { handbook: book });
  // Two hours are left of Monday, two count on Tuesday.
  expect(named(clocksOf(incident, book), 'resolution')).toMatchObject({
    due: '2026-03-03T11:00:00Z',
    warnAt: '2026-03-03T10:12:00Z',
  });
});

test('a record of the past and a type without clocks have none', () => {
  expect(after([['10:05', 'ada', '/backfill because it was told today']]).clocks).toEqual([]);
  const types = plain.types.map((type) => ({ ...type, clocks: false }));
  const { incident } = heard([], { handbook: { clocks: handbook.clocks, types } });
  expect(clocksOf(incident, { ...handbook, types })).toEqual([]);
});

test('it is told once when its time is over, then after 2, 3, 4, 8, 16… periods, and stops with the act', () => {
  const { entries } = after([['16:00', 'bob', '/ack']], [ways.response]);
  expect(told(entries)).toEqual([
    ...['10:15:01 response 1', '10:30:01 response 2', '10:45:01 response 3', '11:00:01 response 4'],
    ...['12:00:01 response 8', '14:00:01 response 16'],
  ]);
});

test('what would be over already when the severity rises counts from there; a corrected time says nothing twice', () => {
  const raised = after(
    [
      ['10:10', 'cat', '/note we see it'],
      ['10:20', 'bob', '/severity sev-1'],
      ['10:24', 'bob', '/note x'],
    ],
    [{ ...ways.resolution, within: { 'sev-1': term('3m'), 'sev-2': term('10h') } }],
  );
  expect(told(raised.entries)).toEqual(['10:23:01 resolution 1']);
  const corrected = after(
    [
      ['10:20', 'bob', '/declared 10:01'],
      ['10:29', 'bob', '/note x'],
    ],
    [ways.response],
  );
  expect(told(corrected.entries)).toEqual(['10:15:01 response 1']);
});

const words = [
  '/ack',
  '/update Still on it next in 20m',
  '/severity sev-1',
  '/severity sev-2',
  '/resolved',
  '/undo',
  '/note x',
];
const more = [
  '/status investigating',
  '/declared 09:40',
  '/status monitoring',
  '/role commander',
  '/task @bob 15m look',
  '/mitigated at 10:01',
];

test('a late look hears what punctual ones do, and nothing changes before the next wake', () => {
  const lines = fc.array(
    fc.record({
      who: fc.constantFrom('ada', 'bob'),
      text: fc.constantFrom(...words, ...more),
      gap: fc.integer({ min: 0, max: 90 }),
    }),
    { maxLength: 12 },
  );
  const book = { ...handbook, clocks: [...handbook.clocks, clock('elapsed', { to: 'reminder', repeats: true })] };
  const shape = (entries: readonly Entry[]) => entries.map(({ source, saidAt, fact }) => ({ source, saidAt, fact }));
  const property = fc.property(lines, (made) => {
    let minute = 600;
    const thread = made.map(({ who, text, gap }): Line => {
      minute += gap;
      const at = new Date(Date.UTC(2026, 2, 2, 0, minute)).toISOString().slice(0, 19);
      return [`${at}Z`, who, text];
    });
    const whole = snapshotOf(thread);
    const end = '2026-03-03T12:00:00Z';
    const look = (now: string) => ({ ...whole, thread: whole.thread.filter((item) => item.at <= now) });
    const hearAt = (now: string, past: readonly Entry[]) =>
      hear(look(now), { entries: past, lostUntil: null }, book, now, composed).entries;
    const moments = [...new Set(whole.thread.map(({ at }) => at))];
    let past: readonly Entry[] = [];
    for (let now = whole.issue.at; now <= end; ) {
      past = hearAt(now, past);
      const incident = replay(past, book)!;
      const wake = nextWake(incident, book, now) ?? '9';
      const next = moments.find((at) => at > now) ?? '9';
      const soonest = wake < next ? wake : next;
      const before = new Date(Date.parse(soonest === '9' ? end : soonest) - 1000).toISOString().replace('.000', '');
      if (before > now) expect(hearAt(before, past)).toEqual(past);
      if (soonest === '9') break;
      now = soonest;
    }
    expect(shape(hearAt(end, past))).toEqual(shape(hearAt(end, [])));
  });
  fc.assert(property, { numRuns: 20, seed: Number(process.env.FAST_CHECK_SEED ?? 2026) });
});
