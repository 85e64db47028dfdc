// One pass at a time per issue; a waiting one is replaced, not stacked; an error ends nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PassQueue, type QueueOptions, type Run } from '../../src/queue/pass-queue.ts';

const place = { installation: 1, repository: 'acme/ops', urgency: null };

function queueOf(options: Partial<QueueOptions> = {}) {
  const failures: string[] = [];
  const failed = (key: string, error: unknown) => failures.push(`${key}: ${(error as Error).message}`);
  const queue = new PassQueue({ gatherMilliseconds: 5, failed, ...options });
  const wake = (key: string, run: Run, afterMilliseconds?: number) =>
    queue.wake(key, { run, place, ...(afterMilliseconds === undefined ? {} : { afterMilliseconds }) });
  return { failures, queue, wake };
}

test('wakes on one issue are gathered into one pass, the newest run', async () => {
  const { queue, wake } = queueOf();
  const ran: number[] = [];
  for (const n of [1, 2, 3]) wake('a', async () => void ran.push(n));
  expect(queue.waiting).toBe(1);
  await queue.idle();
  expect(ran).toEqual([3]);
});

test('gathering is bounded: a wake never puts a waiting pass off', async () => {
  const { wake } = queueOf({ gatherMilliseconds: 30 });
  let ran = 0;
  for (let wakes = 0; ran === 0 && wakes < 200; wakes += 1) {
    wake('a', async () => {
      ran += 1;
    });
    await sleep(5);
  }
  expect(ran).toBe(1);
});

test('a sooner wake brings a put-off pass forward', async () => {
  const { queue, wake } = queueOf();
  const ran: string[] = [];
  wake('a', async () => void ran.push('later'), 60_000);
  wake('a', async () => void ran.push('now'));
  await queue.idle();
  expect(ran).toEqual(['now']);
});

test('what is asked for while a pass runs is one more pass after it', async () => {
  const { queue, wake } = queueOf();
  let running = 0;
  let ran = 0;
  const run = async () => {
    running += 1;
    expect(running).toBe(1);
    ran += 1;
    await sleep(20);
    running -= 1;
  };
  wake('a', run);
  await sleep(12);
  for (let n = 0; n < 5; n += 1) wake('a', run);
  await queue.idle();
  expect(ran).toBe(2);
});

test('an error is told and ends neither the queue nor its issue', async () => {
  const { queue, wake, failures } = queueOf();
  wake('a', async () => {
    throw new Error('no answer');
  });
  await queue.idle();
  let ran = false;
  wake('a', async () => {
    ran = true;
  });
  await queue.idle();
  expect(failures).toEqual(['a: no answer']);
  expect(ran).toBe(true);
});

test('stopping drops what waits and finishes what runs', async () => {
  const { queue, wake } = queueOf();
  const done: string[] = [];
  wake('a', async () => {
    await sleep(30);
    done.push('a');
  });
  await sleep(15);
  wake('b', async () => void done.push('b'));
  await queue.stop();
  wake('c', async () => void done.push('c'));
  await sleep(20);
  expect(done).toEqual(['a']);
  expect(queue.waiting).toBe(0);
});

test('whatever the wakes: never two passes on one issue, never more than allowed at once, none forgotten', async () => {
  const wakes = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), after: fc.nat(6), lasts: fc.nat(4) }), {
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(wakes, async (list) => {
      const { queue, wake, failures } = queueOf({ atOnce: 2 });
      const running = new Set<string>();
      const ended = new Map<string, number>();
      for (const [place, { key, after, lasts }] of list.entries()) {
        wake(
          key,
          async () => {
            expect(running.has(key)).toBe(false);
            running.add(key);
            expect(running.size).toBeLessThanOrEqual(2);
            await sleep(lasts);
            running.delete(key);
            ended.set(key, place);
          },
          after,
        );
        if (place % 3 === 0) await sleep(1);
      }
      await queue.idle();
      expect(failures).toEqual([]);
      for (const key of new Set(list.map((wake) => wake.key))) {
        expect(ended.get(key)).toBe(list.findLastIndex((wake) => wake.key === key));
      }
    }),
    { numRuns: 30 },
  );
});
