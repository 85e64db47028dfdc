// The room for bodies that come in: the largest goes when it is full, whoever came last.
import { BodyRoom } from '../../src/body-room.ts';

const kibibyte = 1024;
/** What a body that is not small takes up is counted in these. */
const segment = 32 * kibibyte;

function roomWith(...names: readonly string[]) {
  const room = new BodyRoom(10 * segment, kibibyte);
  const dropped: string[] = [];
  const [one, two, three] = names.map((name) => room.enter(() => void dropped.push(name)));
  return { room, dropped, one: one!, two: two!, three: three! };
}

const bytes = (length: number, what = 'x'): Buffer => Buffer.alloc(length, what);
const text = (parts: readonly Buffer[]): string => Buffer.concat(parts).toString();

test('what fits stays, and who leaves makes room', () => {
  const { room, dropped, one, two } = roomWith('one', 'two');
  one.take(bytes(6 * segment));
  two.take(bytes(4 * segment));
  expect([room.held, dropped]).toEqual([10 * segment, []]);
  one.leave();
  two.take(bytes(6 * segment));
  expect([room.held, dropped]).toEqual([10 * segment, []]);
  two.leave();
  expect(room.held).toBe(0);
});

test('the largest goes, not the one that came last; what still comes of it counts no more', () => {
  const { room, dropped, one, two, three } = roomWith('one', 'two', 'three');
  two.take(bytes(5 * segment));
  one.take(bytes(4 * segment));
  three.take(bytes(2 * segment));
  expect([room.held, dropped]).toEqual([6 * segment, ['two']]);
  two.take(bytes(9 * segment));
  two.leave();
  expect([room.held, dropped]).toEqual([6 * segment, ['two']]);
});

test('who alone is too large goes itself', () => {
  const { room, dropped, one } = roomWith('one');
  one.take(bytes(10 * segment + 1));
  expect([room.held, dropped]).toEqual([0, ['one']]);
});

test('small ones are never dropped, and dropping ends where there is nothing large', () => {
  const room = new BodyRoom(10 * kibibyte, kibibyte);
  const dropped: number[] = [];
  const small = Array.from({ length: 11 }, (_, index) => room.enter(() => void dropped.push(index)));
  for (const one of small) one.take(bytes(kibibyte));
  expect([room.held, dropped]).toEqual([11 * kibibyte, []]);
  small[3]!.take(bytes(1));
  expect([room.held, dropped]).toEqual([10 * kibibyte, [3]]);
});

test('bodies come out as they came in, however they were cut, also of segments that were used before', () => {
  const { one, two, three } = roomWith('one', 'two', 'three');
  one.take(bytes(3 * segment, 'o'));
  one.leave();
  const cuts = [1, 1000, 30_000, segment, 7, 40_000];
  const said: Record<string, string> = { a: '', b: '' };
  for (const [index, cut] of cuts.entries()) {
    two.take(bytes(cut, `${index}`));
    three.take(bytes(cut + 1, `${9 - index}`));
    said.a += `${index}`.repeat(cut);
    said.b += `${9 - index}`.repeat(cut + 1);
  }
  expect(text(two.parts()) === said.a).toBe(true);
  expect(text(three.parts()) === said.b).toBe(true);
});
