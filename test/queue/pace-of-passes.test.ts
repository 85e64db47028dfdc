// Passes in GitHub's pace, in a time of the tests: who waits is replaced, looks again, and keeps its place.
import { VirtualTime } from '../../bench/virtual-time.ts';
import { PassQueue, type Run } from '../../src/queue/pass-queue.ts';

interface Work {
  readonly urgency: number;
  readonly documents?: number;
  readonly repository?: string;
  readonly known?: boolean;
}

function pacing() {
  const time = new VirtualTime('2026-03-02T10:00:00Z');
  const wrote: { key: string; at: number }[] = [];
  const looks: string[] = [];
  const failures: unknown[] = [];
  const queue = new PassQueue({ time, failed: (_key, error) => failures.push(error) });
  const runOf =
    (key: string, urgency: () => number, documents: number): Run =>
    async (turn) => {
      looks.push(key);
      await time.sleep(100);
      if (!turn.claim(urgency())) return;
      for (let count = 0; count < documents; count += 1) {
        expect(await turn.document()).toBe(0);
        wrote.push({ key, at: time.now() });
        await time.sleep(100);
      }
    };
  const wake = (key: string, work: Work, urgency = () => work.urgency) => {
    const place = { installation: 1, repository: work.repository ?? 'a', urgency: work.known ? work.urgency : null };
    queue.wake(key, { run: runOf(key, urgency, work.documents ?? 2), place, afterMilliseconds: 0 });
  };
  const order = () => [...new Set(wrote.map(({ key }) => key))];
  return { time, queue, wrote, looks, failures, wake, order };
}

test('one document a second; who has begun goes on before others begin; the worst level goes first', async () => {
  const { time, wrote, wake, order, failures } = pacing();
  for (let count = 0; count < 6; count += 1) wake(`mild-${count}`, { urgency: 2 });
  time.after(2500, () => wake('worst', { urgency: 0 }));
  await time.pass();
  expect(failures).toEqual([]);
  expect(wrote.length).toBe(14);
  for (const [place, { at }] of wrote.entries())
    if (place > 0) expect(at - wrote[place - 1]!.at).toBeGreaterThanOrEqual(1000);
  expect(wrote.at(-1)!.at).toBeLessThan(15_000);
  for (const key of order()) {
    const [first = 0, second = 0] = wrote.flatMap((one, place) => (one.key === key ? [place] : []));
    expect(second).toBe(first + 1);
  }
  expect(order().indexOf('worst')).toBeLessThanOrEqual(3);
});

test('who waits for the pace looks again when the turn has come, once, however often it was woken', async () => {
  const { time, looks, wrote, wake } = pacing();
  for (let count = 0; count < 10; count += 1) wake(`first-${count}`, { urgency: 1 });
  time.after(1000, () => wake('late', { urgency: 1 }));
  for (const at of [10_000, 10_000, 10_000, 10_000]) time.after(at, () => wake('late', { urgency: 1, known: true }));
  await time.pass();
  expect(looks.filter((key) => key === 'late').length).toBe(2);
  expect(wrote.filter(({ key }) => key === 'late').length).toBe(2);
});

test('where it is known how urgent it is, one look is enough', async () => {
  const { time, looks, wake } = pacing();
  for (let count = 0; count < 30; count += 1) wake(`known-${count}`, { urgency: 1, known: true });
  await time.pass();
  expect(looks.length).toBe(30);
});

test('one that became worse while it waited is looked at once, and goes first', async () => {
  const { time, wake, order } = pacing();
  let urgency = 2;
  for (let count = 0; count < 20; count += 1) wake(`mild-${count}`, { urgency: 1 });
  wake('rising', { urgency: 2 }, () => urgency);
  time.after(6000, () => {
    urgency = 0;
    wake('rising', { urgency }, () => urgency);
  });
  await time.pass();
  expect(order().indexOf('rising')).toBeLessThanOrEqual(5);
});

test('repositories take turns, and who waits keeps its place in its own', async () => {
  const { time, wake, order } = pacing();
  for (let count = 0; count < 20; count += 1) wake(`a-${count}`, { urgency: 1, repository: 'a' });
  time.after(4000, () => {
    for (let count = 0; count < 3; count += 1) wake(`b-${count}`, { urgency: 1, repository: 'b' });
  });
  await time.pass();
  const line = order();
  expect(line.indexOf('b-2')).toBeLessThanOrEqual(9);
  expect(line.filter((key) => key.startsWith('a'))).toEqual(Array.from({ length: 20 }, (_, count) => `a-${count}`));
});

test('what finds nothing to write takes no time of the others', async () => {
  const { time, wrote, wake } = pacing();
  for (let count = 0; count < 40; count += 1) wake(`idle-${count}`, { urgency: 1, documents: 0, known: true });
  wake('writes', { urgency: 1, known: true });
  await time.pass();
  expect(wrote.at(-1)!.at).toBeLessThan(4500);
});

test('while GitHub wants to be left alone nothing begins and nothing is sent; then all goes on', async () => {
  const { time, queue, looks, wake, wrote } = pacing();
  const answers: number[] = [];
  const place = { installation: 1, repository: 'a', urgency: null };
  const run: Run = async (turn) => {
    if (!turn.claim(0)) return;
    turn.leaveAlone(60_000);
    answers.push(await turn.document());
  };
  queue.wake('limited', { run, place, afterMilliseconds: 0 });
  time.after(10, () => wake('other', { urgency: 0 }));
  await time.pass(59_000);
  expect([answers, looks]).toEqual([[60_000], []]);
  await time.pass();
  expect(wrote[0]!.at).toBeGreaterThanOrEqual(60_000);
});

test('what goes beside the documents may wait for a while, and is dropped where we stop before', async () => {
  const { time, queue } = pacing();
  const sent: [string, number][] = [];
  const place = { installation: 1, repository: 'a', urgency: null };
  const began = time.now();
  const run: Run = async (turn) => {
    for (const after of [0, 1000, 10_000])
      await turn.beside(async () => void sent.push([`after ${after}`, time.now() - began]), after);
  };
  queue.wake('pins', { run, place, afterMilliseconds: 0 });
  await time.pass(5000);
  expect(sent).toEqual([
    ['after 0', expect.any(Number)],
    ['after 1000', expect.any(Number)],
  ]);
  expect(sent[1]![1]).toBeGreaterThanOrEqual(1000);
  await queue.stop();
  await time.pass(60_000);
  expect(sent).toHaveLength(2);
});
