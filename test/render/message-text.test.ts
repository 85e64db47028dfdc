// A message is made from the record: known fields filled in, others marked, and nothing inside for readers outside.
import fc from 'fast-check';
import { internalFields, messageFields } from '../../src/core/communication.ts';
import type { Entry } from '../../src/core/entry.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import { withoutInternals } from '../../src/render/left-out.ts';
import { composeMessage } from '../../src/render/message-text.ts';
import { ada, bob, handbook, incidentOf, issue, said } from './sample.ts';

const message = (text: string, audience = 'staff'): Handbook['messages'][number] => ({
  ...{
    id: 'm',
    name: 'M',
    aliases: [],
    audience,
    purpose: 'notice' as const,
    text,
    within: {},
    from: 'declared' as const,
  },
});
const audience = (id: string, external: boolean): Handbook['audiences'][number] => ({
  ...{
    id,
    name: id,
    external,
    channel: null,
    owner: null,
    cadence: { 'sev-2': { amount: 30, unit: 'minutes' as const } },
  },
  ...{ slowerAfter: null, approval: {}, review: {}, secondPerson: false },
});
const talking: Handbook = { ...handbook, audiences: [audience('staff', false), audience('customers', true)] };

function composed(text: string, who = 'staff', own = '', entries: readonly Entry[] = []) {
  const incident = incidentOf(...entries);
  return composeMessage({
    message: message(text, who),
    ...{ incident, handbook: talking, issue, at: '2026-03-02T11:00:00Z', own },
  });
}

const told = [
  said('10:02', ada, { kind: 'role', role: 'commander', change: 'taken', holder: ada, before: null }),
  said('10:03', bob, { kind: 'situation', field: 'impact', text: 'Nobody can pay @bob\u202E' }),
];

test.each([
  ['{{impact}}.', 'staff', '', 'Nobody can pay @bob.'],
  ['{{impact}}.', 'customers', '', 'Nobody can pay [left out].'],
  ['{{ workaround }}', 'staff', '', '[fill in: workaround]'],
  ['{{fill: the [number] of users}}', 'staff', '', '[fill in: the number of users]'],
  ['{{nonsense}}', 'staff', '', '[fill in: nonsense]'],
  ['Led by {{commander}}', 'staff', '', 'Led by ada'],
  ['Led by {{commander}}', 'customers', '', 'Led by [left out]'],
  ['{{update}}!', 'staff', 'On it', 'On it!'],
  ['We know.', 'staff', 'On it', 'We know.\n\nOn it'],
  ['{{next-update}}, {{cadence}}', 'staff', '', '11:30 UTC, every 30 minutes'],
  ['{{users-affected}} of {{id}}', 'staff', '', '[fill in: users affected] of #7'],
])('%s to %s with “%s”', (text, who, own, expected) => {
  expect(composed(text, who, own, told).text).toBe(expected);
});

test('every field has a value or is marked, and none that stays inside goes outside', () => {
  for (const field of messageFields) {
    expect(composed(`{{${field}}}`, 'staff', '', told).text).not.toMatch(/\{\{|undefined|^$/);
    if (internalFields.includes(field)) expect(composed(`{{${field}}}`, 'customers', '', told).text).toBe('[left out]');
  }
});

const inside = {
  logins: new Set(['ada', 'bo-b']),
  ids: new Set(['sev-1']),
  open: ['https://status.acme.com/', 'https://app.acme.com'],
};

test.each([
  ['ask @eve or Ada, not Adams', 'ask [left out] or [left out], not Adams', ['person']],
  ['mail ops@acme.com', 'mail [left out]', ['person']],
  ['bo-b says so', '[left out] says so', ['person']],
  ['db-prod-02 and web01 are down', '[left out] and [left out] are down', ['host']],
  ['pay.internal and a.b.acme.com:8080 too', '[left out] and [left out] too', ['host']],
  ['10.0.0.7:22, fe80::1, 2001:db8:0:0:0:0:0:1', '[left out]', ['address']],
  ['see https://grafana.acme.com/d?x=1.', 'see [left out].', ['link']],
  ['see https://status.acme.com/now.', 'see https://status.acme.com/now.', []],
  ['see https://app.acme.com.evil.example/', 'see [left out]', ['link']],
  ['see https://app.acme.com/now', 'see https://app.acme.com/now', []],
  ['fixed in about 20 minutes, we think', 'fixed [left out], we think', ['estimate']],
  ['done by 15:30 UTC or tomorrow', 'done [left out] or [left out]', ['estimate']],
  ['ETA: 3pm. Sorry', '[left out]. Sorry', ['estimate']],
  ['At 10:02:03 a sev-1 began: 50% of 1.5 million, v2, e.g. pay', null, []],
  ['Half an hour of data, one of three regions', null, []],
])('outside: %s', (text, expected, kinds) => {
  const { text: shown, leftOut } = withoutInternals(text, inside);
  expect(shown).toBe(expected ?? text);
  expect(leftOut).toEqual(kinds);
});

test('a word without end is no word for outside', () => {
  expect(withoutInternals(`a ${'b-'.repeat(20_000)} c`, inside)).toEqual({ text: 'a [left out] c', leftOut: ['link'] });
});

test('no mention, login or known host survives, wherever it stands', () => {
  const secret = fc.constantFrom(
    '@eve',
    'ada',
    'ADA',
    'bo-b',
    'db-prod-02',
    '10.1.2.3',
    'x.y.acme.com',
    'https://a.b/c',
  );
  const around = fc.constantFrom(' ', '(', ')', ', ', '. ', '\n', '“', '”', ' is ', '!');
  fc.assert(
    fc.property(fc.array(fc.tuple(around, secret, around), { minLength: 1, maxLength: 6 }), (parts) => {
      const { text } = withoutInternals(parts.flat().join(''), inside);
      expect(text).not.toMatch(/@|\bada\b|bo-b|db-prod|10\.1\.2|acme|https/i);
    }),
  );
});
