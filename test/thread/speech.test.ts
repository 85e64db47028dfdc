// The parser and the scanner hear the same, and neither can be held up.
import fc from 'fast-check';
import { placedCommands, readCommands } from '../../src/thread/commands.ts';
import { linesOf } from '../../src/thread/lines.ts';
import { mayHoldCommand } from '../../src/thread/mentions.ts';
import { parsedSpeech, speechOf } from '../../src/thread/speech.ts';
import { scanSpeech } from '../../src/thread/speech-scan.ts';
import { here, leastOf } from '../processor-time.ts';

const words = (body: string) => readCommands(body).map(({ word }) => word);

const pieces = [
  '/ack',
  '/note some text',
  'plain words',
  '',
  '```',
  '~~~',
  '> quoted',
  '> /ack',
  '<!--',
  '-->',
  '<!-- /x -->',
  '    /code',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '```sh',
  '   /role scribe',
  '/usr/bin',
];

describe('line by line', () => {
  test('what the scanner hears, the parser hears as well', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (lines) => {
        // A lone closing tag among the lines of a quote is read in three ways by the parser itself; the scanner takes it for words.
        fc.pre(!lines.includes('</script>') || !lines.some((line) => line.startsWith('>')));
        const parsed = speechOf(lines);
        for (const [row, said] of scanSpeech(lines)) expect([row, parsed.get(row)]).toEqual([row, said]);
      }),
      { numRuns: Number(process.env.SPEECH_RUNS ?? 2_000) },
    );
  });

  test('and nothing is missed where there are only paragraphs, fences and separated quotes', () => {
    const blocks = [
      '/ack\n',
      'words\n/note x\n',
      '```\n/x\n```\n',
      '> /x\n',
      '<!--\n/x\n\n-->\n',
      '<div>\n/x\n</div>\n',
      '```\n/open',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...blocks), { maxLength: 10 }), (some) => {
        const lines = linesOf(some.join('\n'));
        expect([...scanSpeech(lines)]).toEqual([...speechOf(lines)]);
      }),
    );
  });

  test('a long text is read like a short one', () => {
    const log = `\`\`\`\n${'/x [a] *b* `c`\n'.repeat(3_000)}\`\`\`\n`;
    expect(words(`/role scribe\n\n${log}\n> /y\n\n/ack`)).toEqual(['role', 'ack']);
  });
});

describe('bombs', () => {
  const size = 65_536;
  const bombs: Record<string, string> = {
    brackets: '['.repeat(size),
    stars: '*a '.repeat(size / 3),
    quotes: '> '.repeat(size / 2),
    lists: '- '.repeat(size / 2),
    numbers: '1. '.repeat(size / 3),
    ticks: Array.from({ length: 350 }, (_, index) => '`'.repeat(index)).join(' '),
    links: '[a]('.repeat(size / 4),
    tildes: '~a~'.repeat(size / 3),
    escapes: '\\/'.repeat(size / 2),
    words: `![${'h '.repeat(size / 2)}`,
    addresses: `![${'a@b.c '.repeat(size / 6)}`,
    table: `${'|a'.repeat(9_000)}\n${'|-'.repeat(9_000)}`,
    tags: '<a'.repeat(size / 2),
    comments: '<!-- '.repeat(size / 5),
    blank: '\n'.repeat(size),
    spaces: ' '.repeat(size),
    commands: '/note a\n'.repeat(size / 8),
    fences: '```\n/x\n'.repeat(size / 7),
    mail: 'On \n'.repeat(size / 4),
    wide: `/note${' '.repeat(size - 10)}\u2028a`,
    nested: Array.from({ length: 340 }, (_, index) => `${' '.repeat(index)}- a`).join('\n'),
  };
  const under = (limit: number, body: string) => {
    readCommands('/warm up');
    expect(leastOf(3, () => readCommands(`/x\n\n${body}`))).toBeLessThan(here(limit));
  };
  test.each(Object.keys(bombs))('%s, whole and just small enough for the parser', (name) => {
    under(250, bombs[name]!);
    under(250, bombs[name]!.slice(0, 8_000));
    under(250, bombs[name]!.slice(0, 950));
  });

  test('whatever is thrown at it, it answers', () => {
    const shards = fc.constantFrom(
      '/ack',
      '[',
      '](',
      '*',
      '`',
      '```',
      '> ',
      '- ',
      '\n',
      '\r\n',
      '<!--',
      '-->',
      '<b>',
      '|',
      '~',
      '\u0000',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(shards, fc.string()), { maxLength: 60 }), (parts) => {
        const body = parts.join('');
        for (const { row } of placedCommands(body)) expect(linesOf(body)[row]).toMatch(/^ {0,3}\//);
        if (!mayHoldCommand(body)) expect(readCommands(body)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('words without a mark of Markdown are read without the parser, and to the same end', () => {
  const plain = fc.constantFrom(
    '/ack',
    '  /role scribe @bob',
    '/note it fails (again): 50% & more, see https://example.com/a/b?c=d',
    'words, and more words',
    '',
    '   ',
    'a - b',
    'Setext?',
    '!/not',
    '/usr/bin/node',
    '1 /ack',
    ':-',
    '  :-:',
    'a :-',
  );
  const letters = fc.string({ unit: fc.constantFrom(...'/ ab1.,!:&()"\'=-+*_#%$^{}'), maxLength: 30 });
  fc.assert(
    fc.property(fc.array(fc.oneof(plain, letters), { maxLength: 12 }), (lines) => {
      expect([...speechOf(lines)]).toEqual([...parsedSpeech(lines)]);
    }),
    { numRuns: 2_000 },
  );
});
