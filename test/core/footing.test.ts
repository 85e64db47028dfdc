// Which times may be promised: all with a server, and without one none under six hours.
import { isPromisable } from '../../src/core/footing.ts';
import { readTerm } from '../../src/time/term.ts';

test.each([
  ['15m', false],
  ['5h59m', false],
  ['6h', true],
  ['72h', true],
  ['1d', true],
  ['1bd', true],
] as const)('without a server %s is promised: %s', (words, promised) => {
  const term = readTerm(words)!;
  expect([isPromisable(term, 'actions'), isPromisable(term, 'server')]).toEqual([promised, true]);
});
