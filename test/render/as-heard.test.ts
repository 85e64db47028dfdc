// Where only prefixed commands are heard, only those are printed to be typed.
import { asHeard } from '../../src/render/as-heard.ts';
import { handbook } from './sample.ts';

const topics = ['role', 'sitrep', 'close'].map((name) => ({
  name,
  aliases: name === 'role' ? ['assign'] : [],
  usage: '',
  does: '',
  who: 'anyone' as const,
  examples: [],
}));
const page =
  'Type `/role scribe` or `/close`, look at `/var/log`, `/role/x` and `/sitrep`, or `/assign`, `/scribe @bob`';

test('with a prefix every command in code gets it, other words do not', () => {
  expect(asHeard(page, { ...handbook, commands: 'prefixed' }, topics)).toBe(
    'Type `/sitrep role scribe` or `/sitrep close`, look at `/var/log`, `/role/x` and `/sitrep`, or `/sitrep assign`, `/sitrep scribe @bob`',
  );
});

test('without one nothing changes, and twice is once', () => {
  expect(asHeard(page, handbook, topics)).toBe(page);
  const prefixed = { ...handbook, commands: 'prefixed' } as const;
  expect(asHeard(asHeard(page, prefixed, topics), prefixed, topics)).toBe(asHeard(page, prefixed, topics));
});
