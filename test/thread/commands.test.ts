// Which words of a comment are commands, and what belongs to each.
import { firstLine, readCommands } from '../../src/thread/commands.ts';
import { loginsOnCommandLines, mayHoldCommand } from '../../src/thread/mentions.ts';

const words = (body: string) => readCommands(body).map(({ word }) => word);
const pairs = (body: string) => readCommands(body).map(({ word, text }) => [word, text]);

describe('what is said', () => {
  test.each([
    ['/ack', 'ack', ''],
    ['/ACK', 'ack', ''],
    ['/ack:', 'ack', ''],
    ['/ack.', 'ack', ''],
    ['   /role scribe  ', 'role', 'scribe'],
    ['/sev-1 because x', 'sev-1', 'because x'],
    ['/Severity: SEV-1', 'severity', 'SEV-1'],
    ['/r\u0435solved', 'r\u0435solved', ''],
    ['\uFEFF/ack', 'ack', ''],
    ['/note\u00A0text', 'note', 'text'],
    ['/ack\n---\nBob', 'ack', '\n---\nBob'],
    ['/note **bold** `code` [x](y)', 'note', '**bold** `code` [x](y)'],
  ])('%j', (body, word, text) => {
    expect(pairs(body)).toEqual([[word, text]]);
  });

  test('several, in order, each with its text up to the next', () => {
    expect(pairs('Hello\n/role scribe\r\n\r\n/note one\n\n- a\n- b\n\n```\n/x\n```\n\n/ack\nthanks')).toEqual([
      ['role', 'scribe'],
      ['note', 'one\n\n- a\n- b\n\n```\n/x\n```'],
      ['ack', '\nthanks'],
    ]);
  });

  test('the first line of a text that begins below its command is empty', () => {
    expect(readCommands('/ack\nthanks').map(({ text }) => firstLine(text))).toEqual(['']);
    expect(readCommands('/note one\ntwo').map(({ text }) => firstLine(text))).toEqual(['one']);
  });

  test('/sitrep goes before any command', () => {
    expect(readCommands('/sitrep role scribe')).toEqual([
      { word: 'role', text: 'scribe', prefixed: true, inOpenFence: false },
    ]);
    expect(readCommands('/Sitrep: /Ack')).toMatchObject([{ word: 'ack', prefixed: true }]);
    expect(readCommands('/sitrep')).toMatchObject([{ word: 'sitrep', text: '', prefixed: true }]);
    expect(readCommands('/sitrep\nrole scribe')).toMatchObject([{ word: 'sitrep', text: '\nrole scribe' }]);
  });

  test('a line right under a list or a table is its own', () => {
    expect(words('Did:\n- one\n- two\n/ack')).toEqual(['ack']);
    expect(words('| a |\n|---|\n| 1 |\n/ack')).toEqual(['ack']);
    expect(words('<details>\n\n/ack\n\n</details>')).toEqual(['ack']);
  });
});

describe('what is not', () => {
  test.each([
    'ack',
    'say /ack',
    '/',
    '//',
    '/ ack',
    '/usr/bin/x y',
    '/foo/bar',
    '/ack!',
    '/1',
    '/-x',
    '\\/ack',
    '    /ack',
    '\t/ack',
    '```\n/ack\n```',
    '~~~\n/ack\n~~~\n',
    '````\n```\n/ack\n````',
    '`a\n/ack\nb`',
    '> /ack',
    '> a\n/ack',
    '>> /ack',
    '- /ack',
    '- a\n  /ack',
    '1. a\n\n   /ack',
    '# /ack',
    '<div>\n/ack\n</div>',
    '<!--\n/ack\n-->',
    'a <!-- b\n/ack --> c',
    '[a\n/ack](http://b)',
    '![a\n/ack](http://b)',
    '| /a | b |\n|---|---|\n| /ack | c |',
    '~~a\n/ack\nb~~',
    '/a | b\n---|---\n/c | d',
    '<pre>\n\n/ack\n\n</pre>',
    '<blockquote>\n\n/ack\n\n</blockquote>',
    '[^1]: a\n\n    /ack',
    'x\n-----Original Message-----\n/ack',
    'x\n\nOn Mon, 2 Mar 2026 Ada wrote:\n> /ack\n> b',
  ])('%j', (body) => {
    expect(words(body)).toEqual([]);
  });

  test('mail history is not part of a text either', () => {
    expect(pairs('/note one\n\nOn Mon, 2 Mar 2026, Ada\n<ada@acme.example> wrote:\n\n> /x\n')).toEqual([
      ['note', 'one'],
    ]);
    expect(pairs('/note one\n-----Original Message-----\nFrom: ada')).toEqual([['note', 'one']]);
    expect(pairs('/note On Monday bob wrote:\nall is well')).toEqual([['note', 'On Monday bob wrote:\nall is well']]);
  });

  test('in a fence that is never closed it is told apart, and stays in the text before it', () => {
    const said = readCommands('/note log:\n```\nx\n/ack now\ny\n');
    expect(said).toEqual([
      { word: 'note', text: 'log:\n```\nx\n/ack now\ny', prefixed: false, inOpenFence: false },
      { word: 'ack', text: 'now', prefixed: false, inOpenFence: true },
    ]);
    expect(words('> ```\n> /ack')).toEqual([]);
  });
});

test('logins on lines that may be commands, each once', () => {
  const body = 'hi @no\n/role scribe @Ada-1 @bob\n  /task @ada-1, @cy_x mail@none.example @org/team\n> /x @quoted';
  expect(loginsOnCommandLines(body)).toEqual(['ada-1', 'bob', 'cy_x', 'org']);
  expect(mayHoldCommand('a\n\t/x')).toBe(true);
  expect(mayHoldCommand('a /x')).toBe(false);
});
