// A page of a repository's own is tried before it is needed: what cannot be filled in, or would never end, is found.
import { pageFault } from '../../src/render/page-fault.ts';
import { handbook } from './sample.ts';

const loop = (depth: number): string =>
  `${'{{#each @root.timeline}}'.repeat(depth)}x{{this}}${'{{/each}}'.repeat(depth)}`;

test('a page that knows only what we tell it has no fault', () => {
  expect(pageFault('# {{title}}\n{{#each timeline}}\n{{this}}\n{{/each}}', handbook)).toBeNull();
});

test('what is not Handlebars, and a value that we do not tell, is found with its line', () => {
  expect(pageFault('# {{title}}\n\n{{#if title}', handbook)).toMatchObject({ line: 3 });
  expect(pageFault('# {{title}}\n\n  {{commander}}', handbook)).toEqual({
    line: 3,
    column: 5,
    what: '"commander" not defined',
  });
});

test('a value that is missing only when much is on record is found, too', () => {
  expect(pageFault('{{#each notes}}{{who}}{{/each}}', handbook)).not.toBeNull();
});

test.each([
  '{{#*inline "x"}}{{> x}}{{/inline}}{{> x}}',
  '{{> card}}',
  '{{#> card}}{{/card}}',
  loop(12),
  '{{log title}}',
])('%s is refused, not run for ever', (page) => {
  const began = performance.now();
  expect(pageFault(page, handbook)).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(5_000);
});
