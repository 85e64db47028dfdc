// The record hidden in a card: believed as we wrote it or not at all, and what reads it without our key is not brought down by it.
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeLedger, encodeLedger, holdsCardLedger } from '../../src/core/ledger.ts';
import { pinnedConfig } from '../../src/core/recall.ts';
import { incidentLine } from '../../src/lines/line.ts';
import type { LineIssue } from '../../src/lines/line-of.ts';
import { lineUnproved } from '../../src/lines/line-unproved.ts';
import { plan } from '../../src/plan.ts';
import { snapshotOf } from '../commands/thread.ts';
import { declaration, story, templates } from '../render/sample.ts';
import { handbook, now, seal } from './ground.ts';
import type { Reader } from './reader.ts';
import { comments, examples } from './samples.ts';
import { textsOf } from './texts.ts';

/** What we wrote of a thread in which much was said. */
function cardOf(said: readonly string[]): string {
  const lines = said.map((words, index) => [`10:${String(index + 1).padStart(2, '0')}`, 'ada', words] as const);
  const { effects } = plan(snapshotOf(lines), handbook, now, { seal, templates });
  return effects.flatMap((effect) => (effect.kind === 'write-card' ? effect.body : []))[0] ?? '';
}

const cards = [
  cardOf(['/ack', '/note it began at noon']),
  cardOf(examples.slice(0, 40)),
  cardOf(comments.slice(0, 50)),
];
const own = new Set(cards.map((card) => JSON.stringify(decodeLedger(card, 'I_7', seal)?.entries)));
const records: readonly unknown[] = [
  [declaration, ...story],
  ...cards.map((card) => decodeLedger(card, 'I_7', seal)?.entries),
];

const pieces = [
  ...[
    '<!-- sitrep-ledger v1 card of I_7 r3 n0 p1 ',
    '<!-- sitrep-ledger v1 record:1 of I_7 r1 n0 p0 ',
    '0123456789abcdef0123456789abcdef',
    '\n',
    '\n-->',
    '-->',
  ],
  ...['AAAA', '=', '/+', 'v2', 'r99999999999999999999', 'n-1', '<!-- sitrep without 3 -->', '<!-- sitrep:card -->'],
];
const junk: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1e300,
    '',
    'x',
    'toString',
    '__proto__',
    '9999-99-99T99:99:99Z',
    '2026-03-02T11:00:00Z',
    [],
    [null],
    [[]],
    {},
  ],
  ...[
    { kind: 'note' },
    { kind: 'constructor' },
    { kind: 'of-a-newer-version', text: 'x' },
    { id: 'U_1', login: 'ada', bot: false },
  ],
];

/** The value with something else in one place; the way there is chosen by numbers. */
function twisted(value: unknown, [step = 0, ...way]: readonly number[], put: unknown): unknown {
  if (typeof value !== 'object' || value === null || step % 17 === 16) return put;
  const keys = Object.keys(value);
  const key = keys[step % keys.length];
  if (key === undefined) return put;
  const inner = twisted((value as Readonly<Record<string, unknown>>)[key], way, put);
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...value, [key]: inner };
}

const twist = fc.tuple(fc.array(fc.nat(99), { minLength: 3, maxLength: 6 }), fc.constantFrom(...junk));
const odd = fc
  .tuple(fc.constantFrom(...records), fc.array(twist, { minLength: 1, maxLength: 2 }))
  .map(([record, twists]) => twists.reduce<unknown>((entries, [way, put]) => twisted(entries, way, put), record));

/** A record of any JSON, or of nothing like it, with a proof that anybody can make who has no key. */
const forged = fc
  .oneof(
    odd.map((entries) => JSON.stringify(entries)),
    textsOf({ pieces: ['{', '[', '"', ',', '0'], samples: records.map((one) => JSON.stringify(one)) }, 80),
  )
  .map((text) => {
    const hidden = deflateRawSync(text, { level: 1 }).toString('base64');
    return `Above\n<!-- sitrep-ledger v1 card of I_7 r3 n0 p1 ${'0'.repeat(32)}\n${hidden}\n-->`;
  });

const issue: LineIssue = {
  ...{ repository: 'acme/ops', number: 7, url: 'https://github.com/acme/ops/issues/7', title: 'Down', state: 'open' },
  ...{ reason: null, at: '2026-03-02T10:00:00Z', closedAt: null, by: null, labels: [] },
};

export const ledgerReader: Reader = {
  name: 'ledger',
  texts: fc.oneof({ arbitrary: textsOf({ pieces, samples: cards }, 60), weight: 2 }, { arbitrary: forged, weight: 3 }),
  pieces: [...pieces, 'AAAA\n', 'A'],
  opening: '<!-- sitrep-ledger v1 card of I_7 r3 n0 p1 0123456789abcdef0123456789abcdef\n',
  read(text) {
    const believed = decodeLedger(text, 'I_7', seal);
    if (believed) assert.ok(own.has(JSON.stringify(believed.entries)), 'what is believed is what we wrote');
    const unproved = decodeLedger(text, null, null);
    if (unproved) assert.ok(holdsCardLedger(text) || unproved.block !== 'card');
    if (!unproved) return;
    const again = encodeLedger(unproved, 'I_7', seal);
    assert.deepEqual(decodeLedger(again, 'I_7', seal), unproved, 'written again it is the same');
    const pinned = pinnedConfig(unproved);
    if (pinned) assert.equal(typeof pinned.id, 'string');
    const line = lineUnproved(issue, unproved.entries, handbook);
    if (line) assert.equal(incidentLine.safeParse(JSON.parse(JSON.stringify(line))).success, true, 'a line is a line');
  },
};
