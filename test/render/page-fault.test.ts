// A page of a repository's own is tried before it is needed: what cannot be filled in, or would never end, is found.
import { pageFault } from '../../src/render/page-fault.ts';
import { here, leastOf } from '../processor-time.ts';
import { handbook } from './sample.ts';

const loop = (depth: number): string =>
  `${'{{#each @root.timeline}}'.repeat(depth)}x{{this}}${'{{/each}}'.repeat(depth)}`;

test('a page that knows only what we tell it has no fault', () => {
  expect(pageFault('# {{title}}\n{{#each timeline}}\n{{this}}\n{{/each}}', handbook)).toBeNull();
});

test('what is not Handlebars, and a value that we do not tell, is found with its line', () => {
  expect(pageFault('# {{title}}\n\n{{#if title}', handbook)).toMatchObject({
    line: 3,
    what: expect.stringContaining('no Handlebars'),
  });
  expect(pageFault('# {{title}}\n{{#if title}}', handbook)).toMatchObject({
    what: expect.stringContaining('not closed'),
  });
  expect(pageFault('# {{title}}\n\n  {{commander}}', handbook)).toEqual({
    line: 3,
    column: 5,
    what: '"commander" not defined',
  });
});

test('a value that is missing only when much is on record is found, too', () => {
  expect(pageFault('{{#each notes}}{{who}}{{/each}}', handbook)).not.toBeNull();
});

const endless = [
  '{{#*inline "x"}}{{> x}}{{/inline}}{{> x}}',
  '{{> card}}',
  '{{#> card}}{{/card}}',
  loop(12),
  // As much as is compiled at all, of what compiles slowest and fills in most.
  `{{#if title}}${'{{else if title}}x'.repeat(197)}{{/if}}{{nobody}}`,
  `${'{{#each @root.milestones}}'.repeat(4)}${'{{@root.title}}'.repeat(192)}${'{{/each}}'.repeat(4)}`,
  '{{log title}}',
  // Each of these took Handlebars from eight seconds to a minute, below 96 KiB.
  `{{#if title}}${'{{else if title}}'.repeat(5_000)}{{/if}}`,
  `${'{{#if title}}'.repeat(4_000)}x${'{{/if}}'.repeat(4_000)}`,
  `{{lookup ${'(lookup '.repeat(5_000)}title${')'.repeat(5_000)}}}`,
  '{{title}}'.repeat(10_000),
  `${'{{#each @root.milestones}}'.repeat(4)}${'{{#if @root.title}}'.repeat(190)}${'{{/if}}'.repeat(190)}${'{{/each}}'.repeat(4)}`,
  'x'.repeat(100_000),
];

test.each(endless.map((page) => [page.slice(0, 60), page] as const))(
  '%s is refused, not run for ever',
  (_beginning, page) => {
    const least = leastOf(4, () => expect(pageFault(page, handbook)).not.toBeNull());
    expect(least).toBeLessThan(here(500));
  },
);

test('what is too much is found where it begins to be', () => {
  expect(pageFault(`# {{title}}\n${'{{title}}\n'.repeat(500)}`, handbook)).toEqual({
    line: 201,
    column: 1,
    what: 'It has more than 200 fields and blocks',
  });
  expect(pageFault(`# {{title}}\n\n {{${'a'.repeat(200)}}}`, handbook)).toMatchObject({ line: 3, column: 2 });
  expect(pageFault(`{{!-- ${'why '.repeat(2_000)} --}}\n# {{title}}`, handbook)).toBeNull();
});
