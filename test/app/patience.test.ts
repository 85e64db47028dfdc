// Ticks wait for each other, once the first of the same person was taken; everything else is looked at soon.
import { Patience } from '../../src/patience.ts';
import { tickerTold } from '../../src/ticker-told.ts';

test('the first tick of somebody does not wait, those after it do, up to a minute after the look', () => {
  const patience = new Patience(60_000);
  expect(patience.secondsFor('a/b#1', 'cleo', 0)).toBe(0);
  patience.took('a/b#1', ['cleo'], 2000);
  expect(patience.secondsFor('a/b#1', 'Cleo', 8000)).toBe(54);
  expect(patience.secondsFor('a/b#1', 'cleo', 70_000)).toBe(0);
});

test('who ticked nothing yet, another issue, and what is no tick do not wait', () => {
  const patience = new Patience(60_000);
  patience.took('a/b#1', ['cleo'], 2000);
  patience.took('a/b#1', [], 3000);
  expect(patience.secondsFor('a/b#1', 'bob', 8000)).toBe(0);
  expect(patience.secondsFor('a/b#2', 'cleo', 8000)).toBe(0);
  expect(patience.secondsFor('a/b#1', null, 8000)).toBe(0);
  expect(patience.secondsFor('a/b#1', 'cleo', 8000)).toBe(54);
});

describe('a webhook tells who ticked', () => {
  const list = '- [x] done\n\n<!-- sitrep:checklist -->';
  const payload = (over: object = {}) => ({
    action: 'edited',
    sender: { login: 'cleo' },
    comment: { body: list, user: { login: 'sitrep[bot]' } },
    ...over,
  });

  test('who edited our checklist', () => {
    expect(tickerTold('issue_comment', payload(), 'sitrep')).toBe('cleo');
  });

  test.each([
    ['another event', 'issues', payload(), 'sitrep'],
    ['a comment that is made', 'issue_comment', payload({ action: 'created' }), 'sitrep'],
    [
      'a comment of another bot',
      'issue_comment',
      payload({ comment: { body: list, user: { login: 'other[bot]' } } }),
      'sitrep',
    ],
    [
      'a comment of a person',
      'issue_comment',
      payload({ comment: { body: list, user: { login: 'sitrep' } } }),
      'sitrep',
    ],
    [
      'our card',
      'issue_comment',
      payload({ comment: { body: 'x\n\n<!-- sitrep:card -->', user: { login: 'sitrep[bot]' } } }),
      'sitrep',
    ],
    ['our name is not known yet', 'issue_comment', payload(), null],
    ['a payload of no shape', 'issue_comment', { comment: 3 }, 'sitrep'],
    ['no payload', 'issue_comment', undefined, 'sitrep'],
  ])('not: %s', (_, event, given, slug) => {
    expect(tickerTold(event, given, slug)).toBeNull();
  });
});
