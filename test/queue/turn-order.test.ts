// The worst level first; of one level every repository in its turn; of one repository who came first.
import fc from 'fast-check';
import { nextOf, type Standing, TurnsTaken } from '../../src/queue/turn-order.ts';

const one = (over: Partial<Standing>): Standing => ({
  ...{ installation: 1, repository: 'acme/ops', urgency: 1, since: 0 },
  ...over,
});

/** Serves all of them. */
function served(waiting: readonly Standing[], taken = new TurnsTaken()): readonly Standing[] {
  const left = [...waiting];
  return waiting.map(() => {
    const next = nextOf(left, taken)!;
    left.splice(left.indexOf(next), 1);
    taken.note(next);
    return next;
  });
}

test('the worst level goes first, and what is not known may be of it', () => {
  const waiting = [one({ urgency: 3 }), one({ urgency: 0, since: 2 }), one({ urgency: null, since: 3 })];
  expect(served(waiting).map(({ urgency }) => urgency)).toEqual([0, null, 3]);
});

test('a hundred of one repository do not hold up the one of another, nor installations each other', () => {
  const many = Array.from({ length: 100 }, (_, since) => one({ since }));
  const other = one({ repository: 'acme/shop', since: 200 });
  expect(served([...many, other]).indexOf(other)).toBe(1);
  const elsewhere = one({ installation: 2, urgency: 9, since: 300 });
  expect(served([...many, elsewhere]).indexOf(elsewhere)).toBe(1);
});

test('whatever waits: never a milder one before a worse one of its installation, and repositories take turns', () => {
  const standing = fc.record({
    installation: fc.nat(1),
    repository: fc.constantFrom('a', 'b', 'c'),
    urgency: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 40 }), (list) => {
      const waiting = list.map((place, since) => ({ ...place, since }));
      for (const installation of [0, 1]) {
        const line = served(waiting).filter((place) => place.installation === installation);
        expect(line.map(({ urgency }) => urgency)).toEqual(line.map(({ urgency }) => urgency).toSorted());
        for (const urgency of [0, 1, 2]) expectFair(line.filter((place) => place.urgency === urgency));
      }
    }),
  );
});

/** While a repository waits, no other one is served twice; each serves its own in the order in which they came. */
function expectFair(line: readonly Standing[]): void {
  for (const [place, { repository, since }] of line.entries()) {
    const earlier = line.slice(0, place);
    expect(earlier.filter((before) => before.repository === repository && before.since > since)).toEqual([]);
    const last = earlier.findLastIndex((before) => before.repository === repository);
    const between = earlier.slice(last + 1).map((before) => before.repository);
    if (last >= 0) expect(new Set(between).size).toBe(between.length);
  }
}

test('what was served long ago is forgotten, and counts as never served', () => {
  const taken = new TurnsTaken();
  const first = one({ repository: 'first' });
  taken.note(first);
  expect(taken.ofRepository(first)).toBe(1);
  for (let count = 0; count < 10_000; count += 1) taken.note(one({ repository: `r${count}` }));
  expect(taken.ofRepository(first)).toBe(0);
});
