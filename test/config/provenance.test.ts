// Reading where an entry comes from: the comments beside a key, and no other text.
import { entriesOf } from '../../scripts/docs/provenance.ts';

const told = (text: string) =>
  Object.fromEntries(entriesOf(text).flatMap(({ path, tags }) => (tags.length > 0 ? [[path, tags.join('')]] : [])));

test('a comment above a key or behind it belongs to that key alone', () => {
  const text =
    '# The file [L]\n\n# [S] a\n# goes on [I] b\na:\n  b: 1 # [U]\n  # [X] why\n  c:\n    - "# [S]"\nd: |\n  # [S] text\n';
  expect(told(text)).toEqual({ a: 'SI', 'a.b': 'U', 'a.c': 'X' });
});

test('of several keys on one line the first has the comment', () => {
  expect(told('a: {b: 1, c: {d: 2}} # [S]\n')).toEqual({ a: 'S' });
});

test('what stands behind a decision is its reason', () => {
  expect(entriesOf('# [S] said [X] two tables\n# disagree [I] rest\na: 1\n')[0]?.decisions).toEqual([
    'two tables disagree',
  ]);
});

test('a tag that is none is refused', () => {
  expect(() => entriesOf('a: 1 # [Q]\n')).toThrow('a: there is no tag [Q]');
});
