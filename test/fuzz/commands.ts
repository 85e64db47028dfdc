// A comment: its commands are found and judged, and now and then a whole pass is made over it.
import assert from 'node:assert/strict';
import { hear } from '../../src/commands/hear.ts';
import { composeMessage } from '../../src/render/message-text.ts';
import { placedCommands, readCommands } from '../../src/thread/commands.ts';
import { linesOf } from '../../src/thread/lines.ts';
import { snapshotOf } from '../commands/thread.ts';
import { handbook, now, pass } from './ground.ts';
import type { Reader } from './reader.ts';
import { commandWords, comments, examples } from './samples.ts';
import { marks, textsOf } from './texts.ts';

const grammar = [
  ...[
    '@bob',
    '@eve',
    'commander',
    'sev-1',
    'because',
    ' because of it',
    ' at 10:04',
    'at yesterday 14:02',
    'in 30m',
    'next in 1h',
    '+checkout',
    '-db',
  ],
  ...[
    'none',
    '#12',
    'owner/name#3',
    'https://github.com/acme/ops/issues/7#issuecomment-2',
    '2026-03-02 09:00 Europe/Berlin',
    '02:30',
    '99999h',
  ],
  ...[
    '/sitrep ',
    '/',
    '/x',
    '//',
    '/usr/bin',
    '/rеsolved',
    'On Mon, ada wrote:',
    '> quoted',
    '-- ',
    'ghp_0123456789abcdefghijklmnopqrstuvwxyzAB',
  ],
];
const pieces = [...commandWords, ...examples, ...grammar, ...marks];

export const commandReader: Reader = {
  name: 'commands',
  texts: textsOf({ pieces, samples: comments }),
  pieces,
  opening: '/note a\n',
  read(text) {
    const snapshot = snapshotOf([['10:05', 'ada', text]]);
    const { entries } = hear(snapshot, { entries: [], lostUntil: null }, handbook, now, composeMessage);
    assert.ok(entries.length >= 1, 'the report is heard whatever a comment says');
    for (const { typed } of entries) assert.ok((typed ?? '').length <= 200, 'what was typed is kept short');
    const lines = linesOf(text);
    for (const { row } of placedCommands(text)) assert.match(lines[row] ?? '', /^ {0,3}\//);
    if (text.length <= 512)
      assert.deepEqual(readCommands(lines.map((line) => `> ${line}`).join('\n')), [], 'what is quoted is not said');
    if (text.length % 32 === 5) pass(snapshot);
  },
};
