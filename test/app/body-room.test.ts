// The room for bodies that come in: the largest goes when it is full, whoever came last.
import { BodyRoom } from '../../src/body-room.ts';

function roomWith(...names: readonly string[]) {
  const room = new BodyRoom(100, 10);
  const dropped: string[] = [];
  const [one, two, three] = names.map((name) => room.enter(() => void dropped.push(name)));
  return { room, dropped, one: one!, two: two!, three: three! };
}

test('what fits stays, and who leaves makes room', () => {
  const { room, dropped, one, two } = roomWith('one', 'two');
  one.take(60);
  two.take(40);
  expect([room.held, dropped]).toEqual([100, []]);
  one.leave();
  two.take(60);
  expect([room.held, dropped]).toEqual([100, []]);
});

test('the largest goes, not the one that came last; what still comes of it counts no more', () => {
  const { room, dropped, one, two, three } = roomWith('one', 'two', 'three');
  two.take(50);
  one.take(45);
  three.take(11);
  expect([room.held, dropped]).toEqual([56, ['two']]);
  two.take(90);
  two.leave();
  expect([room.held, dropped]).toEqual([56, ['two']]);
});

test('who alone is too large goes itself', () => {
  const { room, dropped, one } = roomWith('one');
  one.take(101);
  expect([room.held, dropped]).toEqual([0, ['one']]);
});

test('small ones are never dropped, and dropping ends where there is nothing large', () => {
  const room = new BodyRoom(100, 10);
  const dropped: number[] = [];
  const small = Array.from({ length: 11 }, (_, index) => room.enter(() => void dropped.push(index)));
  for (const one of small) one.take(10);
  expect([room.held, dropped]).toEqual([110, []]);
  small[3]!.take(1);
  expect([room.held, dropped]).toEqual([100, [3]]);
});
