// Who is counted: what stays out and why, and which sub-incidents count with which incident.
import fc from 'fast-check';
import type { IncidentLine } from '../../src/lines/line.ts';
import { addressOf, readAddress } from '../../src/metrics/address.ts';
import { populationOf } from '../../src/metrics/population.ts';
import { week } from './asked.ts';
import { line, marks } from './line.ts';
import { randomLines } from './random-line.ts';

const now = '2026-04-12T12:00:00Z';
const recursWithin = { amount: 90, unit: 'days' } as const;
const of = (lines: readonly IncidentLine[], id = '2026-W14') =>
  populationOf(lines, { period: week(id), now, starts: {}, recursWithin });
const links = (parent: string | null): IncidentLine['links'] => ({ duplicate: null, related: [], parent });
const closed = (more: Partial<NonNullable<IncidentLine['closed']>>): IncidentLine['closed'] => ({
  ...{ reason: 'completed', at: '2026-03-02T11:00:00Z', anyway: [], carriedOver: false },
  ...more,
});
const request = { id: 'request', name: 'Service request', counted: false };

/** Numbers of who is counted, and of whose parts. */
function families(lines: readonly IncidentLine[]): string {
  const { counted, children } = of(lines);
  return counted
    .map((one) => {
      const parts = (children.get(addressOf(one)) ?? []).map(({ issue }) => issue).sort();
      return parts.length === 0 ? `${one.issue}` : `${one.issue}(${parts.join(' ')})`;
    })
    .join(' ');
}

test.each<[string, Partial<IncidentLine>, string | null]>([
  ['an ordinary one', {}, null],
  ['a drill', { drill: true }, 'drill'],
  ['what is said to be no drill', { drill: false }, null],
  ['closed as a duplicate', { closed: closed({ reason: 'duplicate' }) }, 'duplicate'],
  ['linked as a duplicate, still open', { closed: null, links: { ...links(null), duplicate: '#2' } }, 'duplicate'],
  ['closed as not planned', { closed: closed({ reason: 'not_planned' }) }, 'not-an-incident'],
  ['carried over into an ordinary issue', { closed: closed({ carriedOver: true }) }, 'not-an-incident'],
  ['reported by an outsider, confirmed by nobody', { confirmed: false }, 'unconfirmed'],
  ['a service request', { type: request }, 'other-type'],
  ['a drill that was a duplicate too', { drill: true, closed: closed({ reason: 'duplicate' }) }, 'drill'],
  [
    'a duplicate of a type that is not counted',
    { type: request, closed: closed({ reason: 'duplicate' }) },
    'duplicate',
  ],
  ['a false alarm of such a type', { type: request, closed: closed({ reason: 'not_planned' }) }, 'not-an-incident'],
  ['recorded afterwards', { backfilled: true }, null],
  ['from the issue only', { source: 'issue', severity: null, active: [] }, null],
])('%s', (_, more, why) => {
  const { counted, excluded } = of([line(1, more)]);
  expect(excluded.map((one) => one.why)).toEqual(why ? [why] : []);
  expect(counted).toHaveLength(why ? 0 : 1);
});

test.each([
  ['#12', 'acme/ops#12'],
  ['12', 'acme/ops#12'],
  ['Acme/Shop#7', 'acme/shop#7'],
  ['https://github.com/acme/shop/issues/7', 'acme/shop#7'],
  ['https://ghe.example.com/acme/shop/issues/7#issuecomment-1', 'acme/shop#7'],
  ['#012', 'acme/ops#12'],
  ['shop#7', null],
  ['the other one', null],
  ['', null],
])('the address %j is %j', (words, address) => {
  expect(readAddress(words, 'Acme/ops')).toBe(address);
});

test.each<[string, readonly (string | null)[], string]>([
  ['a part counts with the whole', [null, '#1'], '1(2)'],
  ['whatever the form of its address', [null, 'acme/ops#1', 'https://github.com/ACME/ops/issues/1'], '1(2 3)'],
  ['a part of a part counts with the top one', [null, '#1', '#2', '#3'], '1(2 3 4)'],
  ['named before the whole', ['#2', '#3', null], '3(1 2)'],
  ['a parent that nobody knows is none', ['#77', null], '1 2'],
  ['nobody is part of themselves', ['#1', null], '1 2'],
  ['of two that are parts of each other one is counted, once', ['#2', '#1'], '1(2)'],
  ['of a circle of three one, and who leads into it goes with it', ['#2', '#3', '#1', '#3'], '1(2 3 4)'],
  ['the first of a circle need not be the first that is asked', [null, '#4', '#2', '#3', '#4'], '1 2(3 4 5)'],
  ['two families', [null, '#1', null, '#3'], '1(2) 3(4)'],
])('%s', (_, parents, expected) => {
  const lines = parents.map((parent, index) => line(index + 1, { links: links(parent) }));
  expect(families(lines)).toBe(expected);
  expect(families(lines.toReversed())).toBe(expected);
});

test('the part of a drill or duplicate counts by itself, as does that of an incident declared after the period', () => {
  const part = line(2, { links: links('#1') });
  expect(families([line(1, { drill: true }), part])).toBe('2');
  const later = line(1, { milestones: marks({ declared: '2026-04-06T10:00:00Z' }) });
  expect(families([later, part])).toBe('2');
});

test('a part says that it counts with its parent, but a drill stays a drill', () => {
  const { excluded } = of([line(1), line(2, { links: links('#1') }), line(3, { drill: true, links: links('#1') })]);
  expect(excluded.map((one) => [one.line.issue, one.why])).toEqual([
    [2, 'counts-with-parent'],
    [3, 'drill'],
  ]);
});

test('ten thousand in one chain', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => line(index + 1, { links: links(`#${index + 2}`) }));
  expect(of(lines).counted.map(({ issue }) => issue)).toEqual([10_000]);
});

test('everybody is counted, excluded or not there yet, and once only', () => {
  fc.assert(
    fc.property(randomLines(), fc.constantFrom('2026-W03', '2026-W08', '2026-W14'), (lines, id) => {
      const { counted, excluded, children, asOf } = of(lines, id);
      const there = [...counted, ...excluded.map((one) => one.line)].map(({ url }) => url);
      const declared = lines.filter(({ milestones }) => (milestones.declared?.at ?? '') < asOf);
      expect(there.toSorted()).toEqual(declared.map(({ url }) => url).sort());
      const parts = [...children.values()].flat();
      expect(parts.length).toBe(excluded.filter(({ why }) => why === 'counts-with-parent').length);
      for (const address of children.keys()) expect(counted.map(addressOf)).toContain(address);
    }),
  );
});

test('of what happened after the week it knows nothing, and what did not happen later stays the very same', () => {
  const began = { started: '2026-03-02T09:50:00Z', declared: '2026-03-02T10:00:00Z' };
  const later = line(1, {
    milestones: marks({
      ...began,
      mitigated: '2026-03-08T23:59:59Z',
      resolved: '2026-03-09T00:00:00Z',
      closed: '2026-03-10T00:00:00Z',
    }),
    active: [
      { from: '2026-03-02T09:50:00Z', until: '2026-03-03T00:00:00Z' },
      { from: '2026-03-04T00:00:00Z', until: '2026-03-09T00:00:00Z' },
      { from: '2026-03-11T00:00:00Z', until: null },
    ],
    reopened: 2,
    closed: closed({ at: '2026-03-10T00:00:00Z' }),
    postMortem: { required: true, dueAt: '2026-03-16T00:00:00Z', pull: 7, owner: 'ada' },
    clocks: [
      {
        id: 'a',
        name: 'A',
        startedAt: '2026-03-02T10:00:00Z',
        dueAt: '2026-03-02T10:15:00Z',
        stoppedAt: '2026-03-10T00:00:00Z',
      },
      { id: 'b', name: 'B', startedAt: '2026-03-09T10:00:00Z', dueAt: '2026-03-09T10:15:00Z', stoppedAt: null },
    ],
    cadence: [{ audience: 'all', dueAt: '2026-03-08T22:00:00Z', givenAt: '2026-03-09T00:00:00Z' }],
  });
  const same = line(2);
  const { counted } = of([later, same], '2026-W10');
  expect(counted[1]).toBe(same);
  expect(counted[0]).toMatchObject({
    state: 'open',
    milestones: { mitigated: { at: '2026-03-08T23:59:59Z' }, resolved: null, closed: null },
    active: [
      { from: '2026-03-02T09:50:00Z', until: '2026-03-03T00:00:00Z' },
      { from: '2026-03-04T00:00:00Z', until: null },
    ],
    reopened: 1,
    closed: null,
    postMortem: { required: true, dueAt: null, pull: null, owner: 'ada' },
    clocks: [{ id: 'a', stoppedAt: null }],
    cadence: [{ dueAt: '2026-03-08T22:00:00Z', givenAt: null }],
  });
});
