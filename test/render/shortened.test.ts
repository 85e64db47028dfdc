import fc from 'fast-check';
import { shortened } from '../../src/render/shortened.ts';

test.each([
  ['short enough', 20, 'short enough'],
  ['Call in the technical lead', 20, 'Call in the…'],
  ['Call in the lead, then the others', 18, 'Call in the lead…'],
  ['Draft it (`/draft scoping`) now', 24, 'Draft it…'],
  ['Draft it (`/draft scoping`) now', 29, 'Draft it (`/draft scoping`)…'],
  ['Ask @acme/database-people first', 20, 'Ask…'],
  ['Look 👩‍👩‍👧‍👦👩‍👩‍👧‍👦 here', 10, 'Look…'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 10, '👩‍👩‍👧‍👦…'],
  ['ab '.repeat(3).trim(), 1, 'a…'.slice(1)],
  ['`/draft scoping now and then`', 10, '/draft…'],
  ['`/draft-scoping-now`', 10, '/draft…'],
  ['Donaudampfschifffahrt', 6, 'Donau…'],
  ['サービスを担当するチームに渡す', 8, 'サービスを担当…'],
  ['two  \n lines', 20, 'two lines'],
])('%j of %i is %j', (text, most, cut) => expect(shortened(text, most)).toBe(cut));

test('is never too long, begins as the text does, and cuts no code span and no pair of surrogates in two', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom('`/task @bob 15m look`', '@acme/db', '👩‍👩‍👧‍👦', '``', '`', 'word', 'サービスを担当する'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 60 }), (all, most) => {
      const line = all.join(' ').replace(/\s+/g, ' ').trim();
      const cut = shortened(line, most);
      expect([...cut].length).toBeLessThanOrEqual(most);
      if (line.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
      if ([...line].length <= most) expect(cut).toBe(line);
      else expect(line.replaceAll('`', '').startsWith(cut.slice(0, -1).replaceAll('`', ''))).toBe(true);
      const isPaired = (text: string): boolean => (text.match(/`/g)?.length ?? 0) % 2 === 0;
      if (isPaired(line)) expect(isPaired(cut)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
