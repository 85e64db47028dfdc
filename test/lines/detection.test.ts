// Whether customers noticed: by the handbook's own words, and by no guess.
import type { Incident } from '../../src/core/incident.ts';
import { detectionOf } from '../../src/lines/detection.ts';
import { resolve, shipped } from '../config/ground.ts';

function noticed(handbook: string, how: string): boolean | null | undefined {
  const incident = { reported: { 'how-detected': how } } as unknown as Incident;
  return detectionOf(incident, resolve(`handbook: ${handbook}\n`).handbook)?.byCustomers;
}

test.each([
  ['Customer', true],
  ['two CUSTOMERS called us', true],
  ['alert', false],
  ["by chance, in Bob's browser", false],
  ['Alert (PagerDuty)', false],
  ['an alert, then a customer', null],
  ['customersupport', null],
  ['nobody knows', null],
])('under the workflow guide, %j: %j', (how, byCustomers) => {
  expect(noticed('workflow-guide', how)).toBe(byCustomers);
});

test.each(Object.keys(shipped))('%s tells its own words apart, and has some that are customers', (id) => {
  const { reportedBy } = resolve(`handbook: ${id}\n`).handbook;
  expect(reportedBy.map(({ customers }) => customers)).toContain(true);
  for (const { name, aliases, customers } of reportedBy)
    for (const word of [name, ...aliases]) expect([word, noticed(id, word)]).toEqual([word, customers]);
});

test('nothing was told: nothing is known', () => {
  expect(detectionOf({ reported: {} } as unknown as Incident, resolve('handbook: ims\n').handbook)).toBeNull();
});
