// Pages of a repository's own: filled in, or found at fault with a place.
import assert from 'node:assert/strict';
import { pageFault } from '../../src/render/page-fault.ts';
import { handbook } from '../render/sample.ts';
import type { Reader } from './reader.ts';
import { pages } from './samples.ts';
import { marks, textsOf } from './texts.ts';

const names = [...new Set(pages.join('\n').match(/\{\{[^}]*\}\}/g) ?? [])];
const pieces = [
  ...names,
  ...[
    '{{',
    '}}',
    '{{{',
    '}}}',
    '{{#',
    '{{/',
    '{{else}}',
    '{{^}}',
    '{{~',
    '~}}',
    '{{!-- ',
    '--}}',
    '{{!',
    '{{>',
    '{{#> x}}',
    '{{#*inline "x"}}',
    '{{&title}}',
  ],
  ...[
    '{{#each timeline}}',
    '{{#each @root.timeline}}',
    '{{/each}}',
    '{{#if title}}',
    '{{else if title}}',
    '{{/if}}',
    '{{#with when}}',
    '{{/with}}',
    '{{lookup . "title"}}',
  ],
  ...[
    '{{this}}',
    '{{.}}',
    '{{../title}}',
    '{{@index}}',
    '{{@root}}',
    '{{constructor}}',
    '{{__proto__}}',
    '{{title.constructor}}',
    '{{[a b]}}',
    '{{"title"}}',
    '{{1}}',
    '{{log 1}}',
    '\\{{',
    '{{as |x|}}',
  ],
  ...marks,
];

export const pageReader: Reader = {
  name: 'pages',
  texts: textsOf({ pieces, samples: pages }),
  pieces,
  opening: '# {{title}}\n',
  read(text) {
    const fault = pageFault(text, handbook);
    if (!fault) return;
    const rows = text.split(/\r\n|\n|\r/).length;
    assert.ok(fault.line >= 1 && fault.line <= rows && fault.column >= 1, `line ${fault.line}, column ${fault.column}`);
    assert.match(fault.what, /^[^\n]{3,300}$/);
  },
};
