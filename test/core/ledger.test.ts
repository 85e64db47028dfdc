import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { Entry } from '../../src/core/entry.ts';
import { decodeLedger, encodedLength, encodeLedger, type Ledger, longestBlock } from '../../src/core/ledger.ts';
import { sealWith } from '../../src/core/seal.ts';
import { shelve } from '../../src/core/shelves.ts';

const seal = sealWith('a webhook secret');
const issue = 'I_1';

function noted(text: string, number = 1): Entry {
  return {
    source: `comment:${number}:0a1b2c3d`,
    by: { id: 'U_1', login: 'ada', bot: false },
    saidAt: '2026-03-02T10:00:00Z',
    order: number,
    fact: { kind: 'note', note: 'note', text },
  };
}

function ledgerOf(entries: readonly Entry[]): Ledger {
  return { block: 'card', revision: 3, records: 0, pinned: true, entries };
}

describe('the ledger', () => {
  test('reads what it wrote, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 })), (texts) => {
        const ledger = ledgerOf(texts.map((text, index) => noted(text.toWellFormed(), index)));
        const body = `Above\r\n${encodeLedger(ledger, issue, seal)}\nbelow`;
        expect(decodeLedger(body, issue, seal)).toEqual(ledger);
      }),
    );
  });

  test('nothing in it ends the hidden comment early', () => {
    const body = encodeLedger(ledgerOf([noted('--> <script> -->')]), issue, seal);
    expect(body.indexOf('-->')).toBe(body.length - 3);
  });

  test('is not believed when one character of it changed, anywhere', () => {
    const body = encodeLedger(ledgerOf([noted('Checkout is down')]), issue, seal);
    fc.assert(
      fc.property(fc.nat(body.length - 5), fc.constantFrom('A', 'b', '7', '='), (at, letter) => {
        fc.pre(body[at] !== letter && at >= '<!-- '.length);
        const changed = body.slice(0, at) + letter + body.slice(at + 1);
        expect(decodeLedger(changed, issue, seal)).toBeNull();
      }),
    );
  });

  test.each([
    ['of another issue', 'I_2', seal],
    ['under another secret', issue, sealWith('another secret')],
    ['under no secret at all', issue, sealWith(null)],
  ])('is not believed %s', (_, otherIssue, otherSeal) => {
    const body = encodeLedger(ledgerOf([noted('x')]), otherIssue, otherSeal);
    expect(decodeLedger(body, issue, seal)).toBeNull();
  });

  test.each([
    ['no list', { entries: [] }],
    ['no entries', [null, 7, 'x']],
    ['nobody knows when', [{ ...noted('x'), saidAt: 'at tea time' }]],
    ['nobody knows where from', [{ ...noted('x'), source: null }]],
    ['said by a number', [{ ...noted('x'), by: 7 }]],
    ['no place among others', [{ ...noted('x'), order: 'first' }]],
    ['a fact without its kind', [{ ...noted('x'), fact: {} }]],
    ['a refusal that is a text', [{ ...noted('x'), refusal: 'no' }]],
    ['a declaration by no handbook', [{ ...noted('x'), fact: { kind: 'declared', handbook: { id: 7, oid: {} } } }]],
  ])('what nobody proved is none where it has no such shape: %s', (_, entries) => {
    const hidden = deflateRawSync(JSON.stringify(entries)).toString('base64');
    const body = `<!-- sitrep-ledger v1 card of ${issue} r1 n0 p0 ${'0'.repeat(32)}\n${hidden}\n-->`;
    expect(decodeLedger(body, issue, null)).toBeNull();
  });

  test('what nobody proved is read where it has their shape', () => {
    const body = encodeLedger(ledgerOf([noted('x')]), issue, seal).replace(/[0-9a-f]{32}/, '0'.repeat(32));
    expect([decodeLedger(body, issue, seal), decodeLedger(body, issue, null)?.entries]).toEqual([null, [noted('x')]]);
  });

  test('a bomb that inflates without end is not believed', () => {
    const entries = [noted('0'.repeat(5_000_000))];
    expect(decodeLedger(encodeLedger(ledgerOf(entries), issue, seal), issue, seal)).toBeNull();
  });
});

describe('shelves', () => {
  const memory = {
    card: null,
    twins: [],
    revision: 0,
    pinned: false,
    records: [],
    entries: [],
    interferences: [],
    lostUntil: null,
  };
  const random = fc.sample(fc.string({ minLength: 150, maxLength: 200 }), { numRuns: 900, seed: 1 });
  const entries = random.map((text, index) => noted(text.toWellFormed(), index));

  test('a short ledger stays in the card', () => {
    expect(shelve(memory, entries.slice(0, 10))).toEqual({ card: entries.slice(0, 10), records: [] });
  });

  test('a long one moves its older entries to sealed records, all of them kept in order', () => {
    const { card, records } = shelve(memory, entries);
    expect(records.length).toBeGreaterThan(0);
    expect(encodedLength(card)).toBeLessThanOrEqual(longestBlock);
    for (const record of records) expect(encodedLength(record.entries)).toBeLessThanOrEqual(longestBlock);
    expect([...records.flatMap((record) => record.entries), ...card]).toEqual(entries);
  });

  test('what is sealed is never written again', () => {
    const { records } = shelve(memory, entries);
    const later = shelve({ ...memory, records }, [...entries, noted('one more', 5000)]);
    expect(later.records.slice(0, records.length)).toEqual(records);
    expect(later.card.at(-1)).toEqual(noted('one more', 5000));
  });

  test('a block that somebody deleted is not written over by another: numbers go on', () => {
    const { records } = shelve(memory, entries);
    const [, ...left] = records;
    const anew = shelve({ ...memory, records: left }, entries);
    const numbers = anew.records.map(({ block }) => block);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(anew.records.slice(0, left.length)).toEqual(left);
    expect([...anew.records.flatMap((record) => record.entries), ...anew.card]).toHaveLength(entries.length);
  });
});
