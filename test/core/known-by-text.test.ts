// A text is reckoned once while it is asked for, and forgotten when others were asked for long enough.
import { knownByText } from '../../src/core/known-by-text.ts';

function counting() {
  const asked: string[] = [];
  const known = knownByText((text) => {
    asked.push(text.slice(0, 10));
    return text === 'nothing' ? null : { length: text.length };
  });
  return { asked, known };
}

test('the same text is reckoned once, also where nothing comes of it', () => {
  const { asked, known } = counting();
  expect(known('a text')).toBe(known(['a', 'text'].join(' ')));
  expect(known('nothing')).toBeNull();
  expect(known('nothing')).toBeNull();
  expect(asked).toEqual(['a text', 'nothing']);
});

test('what is asked for again and again stays, however much else comes; what is not, goes', () => {
  const { asked, known } = counting();
  known('stays');
  known('goes');
  for (let count = 0; count < 10; count += 1) {
    known(`${count}`.padEnd(1_000_000, '.'));
    known('stays');
  }
  known('goes');
  expect(asked.filter((text) => text === 'stays')).toHaveLength(1);
  expect(asked.filter((text) => text === 'goes')).toHaveLength(2);
});
