// Alarms ring when our clock says so: in their order, once, and also when the clock jumps.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { VirtualTime } from '../../bench/virtual-time.ts';
import { Alarms, type AlarmsOptions } from '../../src/queue/alarms.ts';
import type { Time } from '../../src/queue/time.ts';

function alarming(options: Partial<AlarmsOptions> = {}) {
  const clock = { now: '2026-03-02T10:00:00Z' };
  const alarms = new Alarms({ clock: () => clock.now, pollMilliseconds: 5, ...options });
  const rung: string[] = [];
  const set = (key: string, at: string | null) => alarms.set(key, at, () => void rung.push(key));
  return { clock, alarms, rung, set };
}

test('rings what has come and nothing else, however far the clock jumped', async () => {
  const { clock, alarms, rung, set } = alarming();
  set('late', '2026-03-02T12:00:00Z');
  set('soon', '2026-03-02T10:00:01Z');
  set('someday', '2027-03-02T10:00:00Z');
  await sleep(30);
  expect(rung).toEqual([]);
  clock.now = '2026-03-02T12:00:00Z';
  await sleep(60);
  expect(rung).toEqual(['soon', 'late']);
  expect(alarms.size).toBe(1);
  alarms.stop();
});

test('a key has one alarm: the last one set, or none', async () => {
  const { clock, alarms, rung, set } = alarming();
  set('moved', '2026-03-02T10:00:01Z');
  set('moved', '2026-03-02T11:00:00Z');
  set('gone', '2026-03-02T10:00:01Z');
  set('gone', null);
  clock.now = '2026-03-02T10:30:00Z';
  await sleep(40);
  expect(rung).toEqual([]);
  clock.now = '2026-03-02T11:00:00Z';
  await sleep(40);
  expect(rung).toEqual(['moved']);
  expect(alarms.size).toBe(0);
});

test('beyond the bound the latest ones are left to the sweep, which is told once; after the end nothing rings', async () => {
  let told = 0;
  const full = () => {
    told += 1;
  };
  const { clock, alarms, rung, set } = alarming({ most: 2, full });
  set('third', '2026-03-02T10:00:03Z');
  set('first', '2026-03-02T10:00:01Z');
  set('second', '2026-03-02T10:00:02Z');
  set('second', '2026-03-02T10:00:02Z');
  set('fourth', '2026-03-02T10:00:04Z');
  expect(told).toBe(1);
  clock.now = '2026-03-02T10:00:02Z';
  await sleep(40);
  expect(rung).toEqual(['first', 'second']);
  expect(alarms.size).toBe(0);
  set('never', '2026-03-02T10:00:05Z');
  alarms.stop();
  clock.now = '2026-03-02T11:00:00Z';
  await sleep(40);
  expect(rung).toEqual(['first', 'second']);
});

/** Notes how long each timer is to wait. */
function waiting(): { readonly time: Time; readonly waits: number[] } {
  const waits: number[] = [];
  const after = (milliseconds: number) => {
    waits.push(milliseconds);
    return () => {};
  };
  return { time: { now: () => 0, after }, waits };
}

test('no timer waits for longer than a day, nor does one for a moment in years ring at once', () => {
  const { time, waits } = waiting();
  const { rung, set } = alarming({ time, pollMilliseconds: Number.POSITIVE_INFINITY });
  set('in years', '2036-03-02T10:00:00Z');
  expect([waits, rung]).toEqual([[24 * 3_600_000], []]);
});

test('one timer serves ten thousand, and a further one does not move it unless it is earlier', () => {
  const { time, waits } = waiting();
  const { alarms, set } = alarming({ time });
  for (let count = 0; count < 10_000; count += 1) set(`#${count}`, new Date(2_000_000_000_000 + count).toISOString());
  expect([alarms.size, waits.length]).toEqual([10_000, 1]);
});

test('each rings once, in order, within a poll of our clock coming to it, however that jumps, and none is lost', async () => {
  const poll = 1000;
  const step = fc.oneof(
    fc.record({ set: fc.nat(9), in: fc.nat(50_000) }),
    fc.record({ none: fc.nat(9) }),
    fc.record({ jump: fc.integer({ min: -100_000, max: 100_000 }) }),
    fc.record({ wait: fc.nat(20_000) }),
  );
  const holds = fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
    const time = new VirtualTime('2026-03-02T10:00:00Z');
    let jumped = 0;
    const clock = () => new Date(Date.parse(time.clock) + jumped).toISOString();
    const alarms = new Alarms({ clock, time, pollMilliseconds: poll });
    const pending = new Map<string, string>();
    const set = (key: string, at: string) => {
      pending.set(key, at);
      alarms.set(key, at, () => {
        expect([pending.get(key), at <= clock()]).toEqual([at, true]);
        pending.delete(key);
      });
    };
    for (const one of steps) {
      if ('set' in one) set(`#${one.set}`, new Date(Date.parse(clock()) + one.in).toISOString());
      else if ('none' in one) {
        pending.delete(`#${one.none}`);
        alarms.set(`#${one.none}`, null, () => {});
      } else if ('jump' in one) jumped += one.jump;
      else {
        time.after(one.wait, () => {});
        await time.pass(time.now() + one.wait);
        const late = new Date(Date.parse(clock()) - poll).toISOString();
        expect(one.wait < poll ? [] : [...pending.values()].filter((at) => at < late)).toEqual([]);
      }
      expect(alarms.size).toBe(pending.size);
    }
  });
  await fc.assert(holds, { numRuns: 100, seed: 2026 });
});
