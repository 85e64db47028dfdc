// What nothing proves is told as it is where we could have written it, and brings nothing down where we could not.
import { replay } from '../../src/core/replay.ts';
import type { LineIssue } from '../../src/lines/line-of.ts';
import { lineOf } from '../../src/lines/line-of.ts';
import { lineUnproved } from '../../src/lines/line-unproved.ts';
import { declaration, handbook, said, story } from '../render/sample.ts';

const issue: LineIssue = {
  ...{ repository: 'acme/ops', number: 3, url: 'https://github.com/acme/ops/issues/3', title: 'Down', state: 'open' },
  ...{ reason: null, at: '2026-03-02T10:00:00Z', closedAt: null, by: null, labels: ['incident'] },
};
const entries = [declaration, ...story];

test('a record of ours makes the line that it makes with a proof', () => {
  const incident = replay(entries, handbook);
  expect(lineUnproved(issue, entries, handbook)).toEqual(incident && lineOf(issue, { incident, entries }, handbook));
  expect(lineUnproved(issue, [], handbook)).toBeNull();
});

test.each([
  ['a role of nobody', { kind: 'role', role: 'commander', change: 'taken', holder: 7, before: null }],
  ['a situation without a text', { kind: 'situation', field: 'impact', text: { at: 1 } }],
  ['services that are none', { kind: 'services', add: 7, remove: null }],
])('%s is no line', (_, fact) => {
  expect(lineUnproved(issue, [...entries, said('10:30', null, fact as never)], handbook)).toBeNull();
});
