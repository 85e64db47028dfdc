// Whoever waits as long as the pace says never writes faster than GitHub takes it.
import fc from 'fast-check';
import { githubsPace, Pace } from '../../src/queue/pace.ts';

const minute = 60_000;
const hour = 60 * minute;

const fullest = (times: readonly number[], span: number) =>
  Math.max(0, ...times.map((end) => times.filter((time) => time > end - span && time <= end).length));

test('however passes begin, go on and slip something in: a second apart, eighty a minute, five hundred an hour', () => {
  const step = fc.record({
    what: fc.constantFrom('worst', 'other', 'further', 'further', 'beside'),
    later: fc.oneof(fc.constant(0), fc.nat(3000)),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 400, maxLength: 900 }), (steps) => {
      const pace = new Pace();
      const documents: number[] = [];
      const all: number[] = [];
      let now = 0;
      for (const { what, later } of steps) {
        now += later;
        const waits = {
          worst: () => pace.toBegin(now, true),
          other: () => pace.toBegin(now, false),
          further: () => pace.toGoOn(now),
          beside: () => pace.toSlipIn(now),
        };
        now += waits[what]();
        all.push(now);
        if (what === 'beside') pace.noteBeside(now);
        else {
          pace.noteDocument(now);
          documents.push(now);
        }
      }
      expect(Math.min(...documents.slice(1).map((time, place) => time - documents[place]!))).toBeGreaterThanOrEqual(
        githubsPace.spacing,
      );
      expect(fullest(all, minute)).toBeLessThanOrEqual(githubsPace.perMinute);
      expect(fullest(all, hour)).toBeLessThanOrEqual(githubsPace.perHour);
    }),
    { numRuns: 20 },
  );
});

test('the last part of the hour is for the worst level, and for what has begun', () => {
  const pace = new Pace();
  let now = 0;
  let written = 0;
  const until = (wait: () => number) => {
    for (; wait() <= githubsPace.spacing; written += 1) {
      now += wait();
      pace.noteDocument(now);
    }
    return written;
  };
  expect(until(() => pace.toBegin(now, false))).toBe(396);
  expect(until(() => pace.toBegin(now, true))).toBe(496);
  expect(until(() => pace.toGoOn(now))).toBe(500);
  expect(now + pace.toBegin(now, true)).toBe(hour + 4 * githubsPace.spacing);
});

test('what slips in leaves the minute to the documents, and half of the hour to those that wait', () => {
  const pace = new Pace();
  let [now, slipped] = [0, 0];
  for (; pace.toSlipIn(now) === 0; slipped += 1) pace.noteBeside(now);
  expect([slipped, pace.toSlipIn(now), pace.toGoOn(now)]).toEqual([15, minute, 0]);
  for (; slipped < 250; slipped += 1) {
    now += pace.toSlipIn(now);
    pace.noteBeside(now);
  }
  expect(now + pace.toSlipIn(now)).toBe(hour);
  expect(pace.toBegin(now, false)).toBe(0);
});
