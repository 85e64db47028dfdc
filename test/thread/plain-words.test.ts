import { describe, expect, test } from '@jest/globals';
import type { Comment } from '../../src/core/snapshot.ts';
import { plainWords } from '../../src/thread/plain-words.ts';
import { ada, spoken } from './builder.ts';

const comment = (body: string, more: Partial<Comment> = {}): Comment => spoken(1, ada, '10:00', body, more);

const heard = (body: string): boolean => plainWords({ thread: [comment(body)] }).length === 1;

describe('Own words are a sign of life', () => {
  test.each([
    ['a sentence', 'I am reading the logs'],
    ['under a quote', '> anything?\n\nyes'],
    ['a log', '```\nERROR 42\n```'],
    ['a picture', '<img src="https://github.com/user-attachments/assets/1">'],
    ['above the letter that it answers', 'Yes\n\nOn Mon, Mar 2, 2026 ada wrote:\n> anything?'],
    ['a command that nobody knows', '/comander'],
  ])('%s', (_, body) => expect(heard(body)).toBe(true));

  test.each([
    ['nothing', ' \n\t'],
    ['a quote alone', '> anything?\nlazily gone on with'],
    ['a letter quoted', 'On Mon, Mar 2, 2026 ada wrote:\n> anything?'],
    ['a letter dragged along', '-----Original Message-----\nanything?'],
    ['a signature', '\n-- \nBob, Operations'],
    ['what nobody sees', '<!-- template: please fill in -->'],
    ['what nobody sees, never closed', '<!-- template'],
  ])('but not %s', (_, body) => expect(heard(body)).toBe(false));

  test('nor ours, a hidden one, or that of a program', () => {
    const said = [
      comment('One', { mine: true }),
      comment('Two', { minimised: true }),
      comment('Three', { by: { ...ada, bot: true } }),
      comment('Four', { by: null }),
    ];
    expect(plainWords({ thread: said })).toEqual([]);
  });

  test('as it was written first', () => {
    const edited = (first: string, now: string) =>
      comment(now, { revisions: [{ id: 'r1', by: ada, at: '2026-03-02T10:00:00Z', body: first }] });
    expect(plainWords({ thread: [edited('', 'Words')] })).toEqual([]);
    expect(plainWords({ thread: [edited('Words', '')] })).toHaveLength(1);
  });
});
