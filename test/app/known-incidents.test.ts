// Which issues are remembered as open incidents.
import { expect, test } from '@jest/globals';
import type { Incident } from '../../src/core/incident.ts';
import { noteIncident } from '../../src/known-incidents.ts';

const open = { closed: null } as Incident;
const closed = { closed: { reason: 'completed' } } as Incident;

test('open incidents are remembered, closed ones and others are not, and the set is bounded', () => {
  const known = new Set<string>();
  noteIncident(known, 'a/b#1', open);
  noteIncident(known, 'a/b#2', null);
  expect([...known]).toEqual(['a/b#1']);
  noteIncident(known, 'a/b#1', closed);
  expect(known.size).toBe(0);
  for (let number = 1; number <= 5001; number += 1) noteIncident(known, `a/b#${number}`, open);
  expect([known.size, known.has('a/b#1'), known.has('a/b#5001')]).toEqual([5000, false, true]);
});
