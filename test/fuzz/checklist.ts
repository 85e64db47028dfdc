// The checklist: read back however people edited it.
import assert from 'node:assert/strict';
import { hear } from '../../src/commands/hear.ts';
import { mark } from '../../src/core/marker.ts';
import { composeMessage } from '../../src/render/message-text.ts';
import { changedItems, itemNamed, parseChecklist, printChecklist } from '../../src/thread/checklist.ts';
import { person, snapshotOf } from '../commands/thread.ts';
import { handbook, now } from './ground.ts';
import type { Reader } from './reader.ts';
import { marks, textsOf } from './texts.ts';

const items = handbook.checklist;
const printed = (done: boolean) =>
  printChecklist(items.map(({ id, text }) => ({ id, text, done, note: done ? 'ada, 10:00 UTC' : null })));
const pieces = [
  ...items.flatMap(({ id, text }) => [
    `- [x] ${text} <!-- item:${id} -->\n`,
    `<!-- item:${id} -->`,
    `- [ ] ${text}\n`,
    text,
    id,
  ]),
  ...[
    '1. [X] ',
    '\n* [x] ',
    '+ [ ] ',
    ' — _done_',
    '<!-- item:',
    'item:__proto__ -->',
    '- [x] <!-- item:constructor -->\n',
  ],
  ...marks,
];

export const checklistReader: Reader = {
  name: 'checklist',
  texts: textsOf({ pieces, samples: [printed(false), printed(true)] }),
  pieces,
  opening: '',
  read(text) {
    const boxes = parseChecklist(text, items);
    const known = new Set(items.map(({ id }) => id));
    for (const id of Object.keys(boxes)) assert.ok(known.has(id), `${id} is no item`);
    const again = printChecklist(
      items.map(({ id, text: words }) => ({ id, text: words, done: boxes[id] ?? false, note: null })),
    );
    assert.deepEqual(changedItems(again, again, items), []);
    for (const [id, done] of Object.entries(boxes))
      assert.equal(parseChecklist(again, items)[id], done, 'printed as it was read');
    const before = mark('checklist', printed(false));
    const ticked = Object.values(parseChecklist(text, items)).filter(Boolean).length;
    assert.equal(changedItems(before, text, items).length, ticked);
    itemNamed(text, items);
    hear(edited(before, text), { entries: [], lostUntil: null }, handbook, now, composeMessage);
  },
};

/** Ada edits our checklist, so that it says this. */
function edited(before: string, after: string) {
  const bot = person('sitrep-bot');
  const revisions = [
    { id: 'E_1', by: bot, at: '2026-03-02T10:01:00Z', body: before },
    { id: 'E_2', by: person('ada'), at: '2026-03-02T10:05:00Z', body: after },
  ];
  const more = { mine: true, by: bot, editedAt: '2026-03-02T10:05:00Z', editor: person('ada'), revisions };
  return snapshotOf([['10:01', 'sitrep-bot', after, more]]);
}
