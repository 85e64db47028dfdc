// Our clock jumps, also back: nothing that a process remembers with a time may hold it up for longer than it should.
import { expect, test } from '@jest/globals';
import type { Incident } from '../../src/core/incident.ts';
import { Unanswered } from '../../src/github/unanswered.ts';
import { type HeldBack, isHeldBack, noteHeldBack } from '../../src/held-back.ts';
import { secondsToRest } from '../../src/seconds-to-rest.ts';
import { SweepMemory } from '../../src/sweep-memory.ts';

const now = '2026-03-02T10:00:00Z';
const tomorrow = '2026-03-03T10:00:00Z';

test('a limit is over when its hour is, however far behind our clock is', () => {
  const limit = new Unanswered('used up', { limited: true, resetAt: tomorrow });
  expect(secondsToRest(limit, now)).toBe(3600);
  expect(secondsToRest(limit, '2026-03-03T09:58:20Z')).toBe(100);
});

test('after a sweep of a clock that was a day ahead the next one asks for what changed lately, not tomorrow', () => {
  const memory = new SweepMemory();
  memory.done(7, tomorrow);
  memory.over([7]);
  expect(memory.since(7, now)).toBe('2026-03-02T09:45:00.000Z');
  memory.done(7, '2026-03-02T09:50:00Z');
  expect(memory.since(7, now)).toBe('2026-03-02T09:35:00.000Z');
});

test('who was held back by a clock that was a day ahead is not held back for a day', () => {
  const heldBack: HeldBack = new Map();
  const mal = { owner: 'acme', name: 'ops', login: 'mal' };
  const entry = { source: 's', by: { id: 'U', login: 'mal', bot: false }, saidAt: now, order: 0 };
  const refusal = { reason: 'reports-waiting', command: 'sitrep', waiting: [] } as never;
  const record = { entries: [{ ...entry, refusal }], fresh: new Set<string>(), composed: new Map() };
  const none: Incident | null = null;
  noteHeldBack(heldBack, mal, { record, incident: none }, tomorrow);
  expect(isHeldBack(heldBack, mal, tomorrow)).toBe(true);
  expect(isHeldBack(heldBack, mal, now)).toBe(false);
});
