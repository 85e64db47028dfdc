// Whose card another Sitrep's is, and which one is none.
import type { IssueEvent } from '../../src/core/issue-event.ts';
import { encodeLedger } from '../../src/core/ledger.ts';
import { mark } from '../../src/core/marker.ts';
import { otherSitrep } from '../../src/core/other-sitrep.ts';
import type { Person } from '../../src/core/person.ts';
import { recall } from '../../src/core/recall.ts';
import { sealWith } from '../../src/core/seal.ts';
import type { Comment, Snapshot } from '../../src/core/snapshot.ts';
import { ada, at, bob, comment, entry, revision, sitrep, snapshot } from './builder.ts';

const [ours, theirs] = [sealWith('ours'), sealWith('theirs')];
const old: Person = { id: 'BOT_2', login: 'old-sitrep', bot: true };
const pinned = { id: 'workflow-guide', oid: null, folder: null };
const said = [
  entry('10:00', {
    ...{ kind: 'declared', severity: 'sev-2', assumed: false, backfilled: false, title: 'Down' },
    handbook: pinned,
  }),
  entry('10:05', { kind: 'note', note: 'note', text: 'It rains' }),
];

function bodyOf(entries: unknown, issue = 'I_1', seal = theirs): string {
  const ledger = { block: 'card', revision: 2, records: 0, pinned: true, entries: entries as typeof said };
  return mark('card', `The card\n\n${encodeLedger(ledger, issue, seal)}`);
}

function card(more: Partial<Comment> = {}): Comment {
  return comment({ id: 'IC_old', by: old, at: at('10:01'), body: bodyOf(said), ...more });
}

function seen(...thread: Snapshot['thread']) {
  const look = snapshot({ thread });
  return otherSitrep(look, recall(look, ours));
}

const labelled = (time: string): IssueEvent => ({
  ...{ kind: 'labeled', id: `LE_${time}`, at: at(time), by: sitrep, label: 'incident' },
});

test("another bot's card of this issue is one, whatever its seal", () => {
  expect(seen(card())).toEqual({ by: old, entries: said });
  expect(seen(card({ body: bodyOf(said, 'I_1', ours) }))).toEqual({ by: old, entries: said });
});

test('what somebody else wrote into it since does not count', () => {
  const forged = bodyOf(said.slice(0, 1));
  const revisions = [revision('E_1', old, '10:01', bodyOf(said)), revision('E_2', bob, '10:30', forged)];
  expect(seen(card({ body: forged, editor: bob, editedAt: at('10:30'), revisions }))?.entries).toEqual(said);
  const gone = [revision('E_1', old, '10:01', bodyOf(said)), revision('E_2', bob, '10:30', 'gone')];
  expect(seen(card({ body: 'gone', editor: bob, editedAt: at('10:30'), revisions: gone }))?.entries).toEqual(said);
});

test.each([
  ['a person wrote it', card({ by: ada })],
  ['it is of another issue', card({ body: bodyOf(said, 'I_2') })],
  ['it declares nothing', card({ body: bodyOf(said.slice(1)) })],
  ['it has no record in it', card({ body: mark('card', 'The card') })],
  ['its record holds what is no entry', card({ body: bodyOf([null, 7, { source: 1 }]) })],
  ['its mark is not its own', card({ body: bodyOf(said).replace('sitrep:card', 'sitrep:reply:1') })],
])('it is none where %s', (_, one) => {
  expect(seen(one)).toBeNull();
});

test('it is none where we were here before: what echoes us comes later, even when our card is deleted', () => {
  expect(seen(labelled('10:00'), card())).toBeNull();
  expect(seen(labelled('10:01'), card())).toBeNull();
  expect(seen(labelled('10:02'), card())).not.toBeNull();
  const reply = comment({ id: 'IC_reply', by: sitrep, mine: true, at: at('10:00'), body: mark('reply:1', 'Hello') });
  expect(seen(reply, card())).toBeNull();
  const own = comment({ id: 'IC_card', by: sitrep, mine: true, at: at('10:20'), body: bodyOf(said, 'I_1', ours) });
  expect(seen(card(), own)).toBeNull();
});

test('what we say about it makes it none of ours', () => {
  const body = mark('other-sitrep', 'Another Sitrep keeps this');
  expect(seen(card(), comment({ id: 'IC_own', by: sitrep, mine: true, at: at('10:01'), body }))).not.toBeNull();
});
