import type { Entry } from '../../src/core/entry.ts';
import { encodeLedger } from '../../src/core/ledger.ts';
import { mark } from '../../src/core/marker.ts';
import { recall } from '../../src/core/recall.ts';
import { sealWith } from '../../src/core/seal.ts';
import { at, bob, comment, entry, revision, sitrep, snapshot } from './builder.ts';

const seal = sealWith('secret');
const said = [
  entry('10:00', { kind: 'note', note: 'note', text: 'first' }),
  entry('10:05', { kind: 'note', note: 'note', text: 'second' }),
];

function cardBody(entries: readonly Entry[], revisionNumber = 1, issue = 'I_1', under = seal, records = 0): string {
  const ledger = { block: 'card', revision: revisionNumber, records, pinned: true, entries };
  return mark('card', `The card\n\n${encodeLedger(ledger, issue, under)}`);
}

const card = { id: 'IC_card', by: sitrep, mine: true };

describe('recall', () => {
  test('remembers what our card says', () => {
    const memory = recall(snapshot({ thread: [comment({ ...card, body: cardBody(said) })] }), seal);
    expect(memory).toMatchObject({ entries: said, revision: 1, pinned: true, lostUntil: null });
  });

  test.each([
    ['somebody else wrote it', comment({ body: cardBody(said), mine: false })],
    ['it is bound to another issue', comment({ ...card, body: cardBody(said, 1, 'I_2') })],
    ['it is sealed with another secret', comment({ ...card, body: cardBody(said, 1, 'I_1', sealWith('other')) })],
  ])('does not believe a card when %s', (_, spoof) => {
    expect(recall(snapshot({ thread: [spoof] }), seal).entries).toEqual([]);
  });

  test('a card that we wrote under another key is lost as of its last writing, and nobody is named', () => {
    const other = comment({
      ...card,
      editor: sitrep,
      editedAt: at('10:06'),
      body: cardBody(said, 2, 'I_1', sealWith('other')),
    });
    const memory = recall(snapshot({ thread: [other] }), seal);
    expect(memory).toMatchObject({ entries: [], interferences: [], lostUntil: at('10:06') });
  });

  test('a card that somebody edited is read from our own last revision, and the editor is named', () => {
    const older = cardBody(said.slice(0, 1));
    const edited = comment({
      ...card,
      body: older,
      editor: bob,
      editedAt: at('11:00'),
      revisions: [
        revision('E_1', sitrep, '10:00', older),
        revision('E_2', sitrep, '10:06', cardBody(said, 2)),
        revision('E_3', bob, '11:00', older),
      ],
    });
    const memory = recall(snapshot({ thread: [edited] }), seal);
    expect(memory.entries).toEqual(said);
    expect(memory.revision).toBe(2);
    expect(memory.interferences).toMatchObject([{ by: bob, saidAt: at('11:00'), fact: { kind: 'interference' } }]);
  });

  test('a card whose marker was edited away is still the card', () => {
    const edited = comment({
      ...card,
      body: 'gone',
      editor: bob,
      editedAt: at('11:00'),
      revisions: [revision('E_1', sitrep, '10:00', cardBody(said)), revision('E_2', bob, '11:00', 'gone')],
    });
    expect(recall(snapshot({ thread: [edited] }), seal)).toMatchObject({ card: { id: 'IC_card' }, entries: said });
  });

  test('two cards are united by source; the older stays', () => {
    const thread = [
      comment({ ...card, body: cardBody(said.slice(0, 1)) }),
      comment({ ...card, id: 'IC_twin', body: cardBody(said, 2) }),
    ];
    const memory = recall(snapshot({ thread }), seal);
    expect(memory.entries).toEqual(said);
    expect(memory.card?.id).toBe('IC_card');
    expect(memory.twins.map(({ id }) => id)).toEqual(['IC_twin']);
  });

  test('a deleted card is lost until its deletion, and who deleted it is named', () => {
    const gone = { kind: 'comment-deleted', id: 'CD_1', at: at('11:00'), by: bob, author: sitrep } as const;
    const memory = recall(snapshot({ thread: [gone] }), seal);
    expect(memory.lostUntil).toBe(at('11:00'));
    expect(memory.interferences).toMatchObject([{ by: bob, fact: { what: 'card-deleted' } }]);
  });

  test('entries of continuation comments come first, as they were heard', () => {
    const record = { block: 'record:1', revision: 1, records: 0, pinned: false, entries: said.slice(0, 1) };
    const thread = [
      comment({ ...card, body: cardBody(said.slice(1)) }),
      comment({ ...card, id: 'IC_record', body: mark('record:1', encodeLedger(record, 'I_1', seal)) }),
    ];
    expect(recall(snapshot({ thread }), seal).entries).toEqual(said);
  });

  test('a continuation comment that somebody deleted is missed: what it held was heard before our last writing', () => {
    const body = cardBody(said.slice(1), 7, 'I_1', seal, 1);
    const standing = comment({ ...card, body, editor: sitrep, editedAt: at('11:30') });
    const gone = { kind: 'comment-deleted', id: 'CD_1', at: at('11:40'), by: bob, author: sitrep } as const;
    const memory = recall(snapshot({ thread: [standing, gone] }), seal);
    expect(memory.entries).toEqual(said.slice(1));
    expect(memory.lostUntil).toBe(at('11:30'));
    expect(memory.interferences).toMatchObject([{ by: bob, fact: { what: 'record-deleted' } }]);
  });

  test('a card whose last editor is gone is not believed for that: our own last revision is', () => {
    const newest = cardBody(said, 2);
    const pasted = comment({
      ...card,
      body: cardBody(said.slice(0, 1)),
      editor: null,
      editedAt: at('11:00'),
      revisions: [revision('E_1', sitrep, '10:06', newest), { ...revision('E_2', bob, '11:00', 'old'), by: null }],
    });
    expect(recall(snapshot({ thread: [pasted] }), seal).entries).toEqual(said);
  });
});
