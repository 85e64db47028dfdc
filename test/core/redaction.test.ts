// Whose words are taken out: of what somebody names, and of what is gone for certain.
import type { Entry } from '../../src/core/entry.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import type { IssueEvent } from '../../src/core/issue-event.ts';
import type { Memory } from '../../src/core/recall.ts';
import { deletedComments, redactionsOf, tellsRedacted, withoutRedacted } from '../../src/core/redaction.ts';
import { takenOut } from '../../src/core/taken-out.ts';
import { ada, at, bob, comment, entry, sitrep, snapshot } from './builder.ts';

const handbook = { services: [{ id: 'shop', name: 'Shop', aliases: [] }] } as unknown as Handbook;
const memory: Memory = {
  ...{ card: null, twins: [], revision: 0, pinned: false, records: [], entries: [], interferences: [] },
  lostUntil: null,
};
const note = (number: number, time: string, by = bob): Entry =>
  entry(time, { kind: 'note', note: 'note', text: `swordfish ${number}` }, { source: `comment:${number}:a`, by });
const deletion = (id: string, author = bob): IssueEvent => ({
  ...{ kind: 'comment-deleted', id, at: at('11:00'), by: ada },
  author,
});
const look = (standing: readonly number[], events: readonly IssueEvent[]) =>
  snapshot({
    thread: [...standing.map((number) => comment({ id: `IC_${number}`, number: String(number) })), ...events],
  });
const quiet = (entries: readonly Entry[], seen: ReturnType<typeof look>) =>
  withoutRedacted({ entries, fresh: new Set(), composed: new Map() }, { ...memory, entries }, seen, handbook);

test('a comment is deleted where it is missing and one of its author was deleted', () => {
  const entries = [note(7, '10:05'), note(8, '10:06')];
  expect(deletedComments(entries, look([8], [deletion('E_1')]))).toEqual(['7']);
  expect(deletedComments(entries, look([8], []))).toEqual([]);
  expect(deletedComments(entries, look([8], [deletion('E_1', ada)]))).toEqual([]);
  expect(deletedComments(entries, look([8], [deletion('E_1', sitrep)]))).toEqual([]);
});

test('where more are missing than were deleted nobody can tell which: nothing is taken out', () => {
  const entries = [note(7, '10:05'), note(8, '10:06'), note(9, '10:07', ada)];
  expect(deletedComments(entries, look([9], [deletion('E_1')]))).toEqual([]);
  expect(deletedComments(entries, look([9], [deletion('E_1'), deletion('E_2')]))).toEqual(['7', '8']);
  expect(quiet(entries, look([9], [deletion('E_1')])).record.entries).toEqual(entries);
});

test('words go and the fact stays, in the record and in our memory; twice changes nothing', () => {
  const told = entry(
    '10:07',
    { kind: 'services', add: ['shop', 'swordfish'], remove: [] },
    { source: 'comment:7:b', by: bob },
  );
  const entries = [note(7, '10:05'), note(8, '10:06'), told];
  const seen = look([8], [deletion('E_1')]);
  const once = quiet(entries, seen);
  expect(once.record.entries).toEqual([
    { ...entries[0], fact: { kind: 'note', note: 'note', text: takenOut } },
    entries[1],
    { ...told, fact: { kind: 'services', add: ['shop'], remove: [] } },
  ]);
  expect(once.memory.entries).toEqual(once.record.entries);
  expect(once.redacted.deletedWords).toEqual(['swordfish 7']);
  expect(quiet(once.record.entries, seen).record.entries).toEqual(once.record.entries);
});

test('a redaction names what was said before it, in the comment and in notes that took it over; what is said later stays', () => {
  const of = { url: 'https://github.com/acme/ops/issues/1#issuecomment-7', by: 'bob' };
  const taken = entry('10:06', { kind: 'note', note: 'note', text: 'swordfish', of });
  const other = entry('10:06', { kind: 'note', note: 'note', text: 'swordfish', of: { ...of, url: `${of.url}7` } });
  const redacted = entry('10:10', { kind: 'redacted', comment: '7', because: 'it tells' });
  const later = { ...note(7, '10:20'), source: 'comment:7:later' };
  const entries = [note(7, '10:05'), taken, other, redacted, later];
  expect([...(redactionsOf(entries)[0]?.sources ?? [])]).toEqual(['comment:7:a', taken.source]);
  const { record } = quiet(entries, look([7], []));
  expect(record.entries.slice(2)).toEqual([other, redacted, later]);
  expect(record.silent).toEqual(new Set(['comment:7:a', taken.source]));
});

test('the report is named by the issue: its fields and every title said before', () => {
  const { source: _, ...form } = entry('10:00', { kind: 'situation', field: 'impact', text: 'swordfish' });
  const title = entry('10:05', { kind: 'title', title: 'Swordfish' });
  const redacted = entry('10:10', { kind: 'redacted', comment: null, because: 'it tells' });
  const { record } = quiet([{ ...form, source: 'form+impact' }, title, note(7, '10:06'), redacted], look([7], []));
  expect(record.entries.map(({ fact }) => fact && Object.values(fact).includes(takenOut))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a card is made anew when any version of it is older than a redaction', () => {
  const ledger = '<!-- sitrep-ledger v1 card of I_1 …';
  const card = (...bodies: readonly string[]) =>
    comment({
      body: bodies.at(-1) ?? '',
      revisions: bodies.map((body, index) => ({ id: `E_${index}`, by: sitrep, at: at('10:00'), body })),
    });
  expect(tellsRedacted(card('one moment', ledger), 0)).toBe(false);
  expect(tellsRedacted(card('one moment', ledger), 1)).toBe(true);
  expect(tellsRedacted(card('one moment', `<!-- sitrep without 1 -->\n${ledger}`), 1)).toBe(false);
  expect(tellsRedacted(card(ledger, `<!-- sitrep without 1 -->\n${ledger}`), 1)).toBe(true);
});
