// Words that would do something if they were repeated as they are: to people, to issues, to a page, to a terminal.
import fc from 'fast-check';

const pieces = [
  ...['@acme/everyone', '&#64;acme/everyone', '&commat;acme/everyone', '@everyone', '@victim'],
  ...['closes #1', 'fixes acme/ops#1', 'GH-1', 'https://github.com/acme/ops/issues/1', 'resolves #1'],
  ...['<!-- sitrep:card -->', '<details><summary>open', '</details>', '<img src=x onerror=alert(1)>', '<b>bold</b>'],
  ...[
    '![p](https://evil.example/p.png)',
    '[text](https://evil.example)',
    '[x]: https://evil.example',
    '```',
    '~~~',
    '`',
  ],
  ...['| a | b |', '|---|', '- [x] done', '# heading', '> quote', '---', '\\', '&lt;script&gt;', '===', '1. one'],
  ...[
    '\u202E',
    '\u2066',
    '\u200B',
    '\u200D',
    '\uFEFF',
    '\u001B[31mred',
    '\u001B]0;title\u0007',
    '\u0000',
    '\u034F',
    'z̷̢̧̛̛͎̹',
  ],
  ...[
    '$\u007B{ github.event.issue.title }}',
    '::set-output name=a::b',
    '$(reboot)',
    '=cmd()',
    '{{title}}',
    '\uE000pull\uE001',
  ],
  ...['word', 'another', 'x'.repeat(300), '🔥', '{"a":1}', "it's", '"', ': ', '%'],
];

/** One line of such words; `lines`: several. What YAML or GitHub would not take (no text at all) never comes. */
export const hostileLine: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
  .map((parts) => `x ${parts.join(' ')}`);

export const hostileLines: fc.Arbitrary<string> = fc
  .array(hostileLine, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join('\n'));
