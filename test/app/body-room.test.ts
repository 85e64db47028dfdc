// The room for bodies that come in: the largest goes when it is full, whoever came last.
import { BodyRoom } from '../../src/body-room.ts';

const kibibyte = 1024;
const piece = 32 * kibibyte;
const bounds = { most: 10 * piece, small: kibibyte, large: 4 * piece };

function roomWith(...names: readonly string[]) {
  const room = new BodyRoom(bounds);
  const dropped: string[] = [];
  const [one, two, three] = names.map((name) => room.enter(() => void dropped.push(name)));
  return { room, dropped, one: one!, two: two!, three: three! };
}

const bytes = (length: number, what = 'x'): Buffer => Buffer.alloc(length, what);
test('what fits stays, and who leaves makes room', () => {
  const { room, dropped, one, two } = roomWith('one', 'two');
  one.take(bytes(6 * piece));
  two.take(bytes(4 * piece));
  expect([room.held, dropped]).toEqual([10 * piece, []]);
  one.leave();
  two.take(bytes(6 * piece));
  expect([room.held, dropped]).toEqual([10 * piece, []]);
  two.leave();
  expect(room.held).toBe(0);
});

test('the largest goes, not the one that came last; what still comes of it counts no more', () => {
  const { room, dropped, one, two, three } = roomWith('one', 'two', 'three');
  two.take(bytes(5 * piece));
  one.take(bytes(4 * piece));
  three.take(bytes(2 * piece));
  expect([room.held, dropped]).toEqual([6 * piece, ['two']]);
  two.take(bytes(9 * piece));
  two.leave();
  expect([room.held, dropped]).toEqual([6 * piece, ['two']]);
});

test('of large ones one is kept at a time', () => {
  const { room, dropped, one, two, three } = roomWith('one', 'two', 'three');
  one.take(bytes(4 * piece));
  two.take(bytes(4 * piece));
  one.take(bytes(piece));
  expect([room.held, dropped]).toEqual([9 * piece, []]);
  two.take(bytes(1));
  expect([room.held, dropped]).toEqual([4 * piece + 1, ['one']]);
  two.leave();
  three.take(bytes(5 * piece));
  expect([room.held, dropped]).toEqual([5 * piece, ['one']]);
});

test('who alone is too large goes itself', () => {
  const { room, dropped, one } = roomWith('one');
  one.take(bytes(10 * piece + 1));
  expect([room.held, dropped]).toEqual([0, ['one']]);
});

test('small ones are never dropped, and dropping ends where there is nothing large', () => {
  const room = new BodyRoom({ ...bounds, most: 10 * kibibyte });
  const dropped: number[] = [];
  const small = Array.from({ length: 11 }, (_, index) => room.enter(() => void dropped.push(index)));
  for (const one of small) one.take(bytes(kibibyte));
  expect([room.held, dropped]).toEqual([11 * kibibyte, []]);
  small[3]!.take(bytes(1));
  expect([room.held, dropped]).toEqual([10 * kibibyte, [3]]);
});

test('a body comes out as it came in, until it has left', () => {
  const { one } = roomWith('one');
  for (const part of ['to ', 'and ', 'fro']) one.take(Buffer.from(part));
  expect(Buffer.concat(one.parts()).toString()).toBe('to and fro');
  one.leave();
  expect(one.parts()).toEqual([]);
});
