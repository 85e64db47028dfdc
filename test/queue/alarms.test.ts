// Alarms ring when our clock says so: in their order, once, and also when the clock jumps.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Alarms, type AlarmsOptions } from '../../src/queue/alarms.ts';

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
  expect(rung.toSorted()).toEqual(['late', 'soon']);
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

test('beyond the bound the latest ones are left to the sweep; after the end nothing rings', async () => {
  const { clock, alarms, rung, set } = alarming({ most: 2 });
  set('third', '2026-03-02T10:00:03Z');
  set('first', '2026-03-02T10:00:01Z');
  set('second', '2026-03-02T10:00:02Z');
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
