// Slips of the fingers between two words.
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { slips } from '../../src/commands/slips.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

test.each([
  ['pgae', 'page', 1],
  ['paeg', 'page', 1],
  ['akc', 'ack', 1],
  ['ak', 'ack', 1],
  ['hlep', 'help', 1],
  ['colse', 'close', 1],
  ['colse', 'role', 2],
  ['ca', 'abc', 3],
  ['', 'abc', 3],
  ['abc', '', 3],
])('%j to %j: %d', (one, other, many) => {
  expect(slips(one, other)).toBe(many);
});

test('as the distance without swaps, but never more; nothing only between the same words, and the same both ways', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const many = slips(one, other);
      expect(many).toBeLessThanOrEqual(distance(one, other));
      expect(many * 2).toBeGreaterThanOrEqual(distance(one, other));
      expect(many === 0).toBe(one === other);
      expect(slips(other, one)).toBe(many);
    }),
  );
});

test('two neighbours that changed places are one slip wherever they stand', () => {
  fc.assert(
    fc.property(word, fc.nat(6), (one, place) => {
      const letters = [...one];
      const [here, next] = [letters[place], letters[place + 1]];
      if (here === undefined || next === undefined) return;
      const swapped = letters
        .with(place, next)
        .with(place + 1, here)
        .join('');
      expect(slips(one, swapped)).toBe(here === next ? 0 : 1);
    }),
  );
});
