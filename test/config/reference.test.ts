// Services and customers from the files beside the config, ours and Backstage's.
import { resolveHandbook } from '../../src/config/parse.ts';
import { resolve, shipped, shown } from './ground.ts';

interface Texts {
  readonly config?: string;
  readonly services?: string;
  readonly catalog?: string;
}

function read({ config = '', services, catalog = undefined }: Texts) {
  const files: Readonly<Record<string, string>> =
    services === undefined ? {} : { '.github/sitrep/services.yml': services };
  const { handbook, problems } = resolveHandbook({
    config: { path: '.github/sitrep.yml', text: config },
    ...{ files, shipped, catalog: catalog ?? null },
  });
  return { handbook, services: handbook.services, problems: problems.map(shown) };
}

const catalog = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: Payments_API
  title: Payments
  description: "Takes money: \${{ values.what }}"
  annotations:
    github.com/project-slug: acme/payments
    pagerduty.com/service-id: PABC123
    pagerduty.com/integration-key: s3cret
  labels: {tier: gold}
  links:
    - {url: "https://run.example/payments", title: Payments runbook}
    - {url: "https://graphs.example/p", title: Main, type: dashboard}
    - {url: "ftp://old.example", title: Old dashboard}
spec:
  type: service
  owner: group:default/money
  system: shop
---
kind: Group
metadata: {name: money, annotations: {github.com/team-slug: acme/payments-team}}
spec: {type: team, children: []}
---
kind: System
metadata: {name: shop, annotations: {backstage.io/source-location: "url:https://github.com/acme/shop/tree/main/"}}
spec: {owner: user:default/Ada}
---
kind: API
metadata: {name: ledger-api, annotations: {github.com/project-slug: acme/ledger}}
spec: {type: openapi, owner: platform}
---
kind: Location
metadata: {name: "Not our business!"}
---
`;

test("Backstage's components, systems and APIs become services", () => {
  const { services, problems } = read({ catalog });
  expect(problems).toEqual([]);
  expect(services.map(({ id, owners, repository }) => ({ id, owners, repository }))).toEqual([
    { id: 'payments-api', owners: ['acme/payments-team'], repository: 'acme/payments' },
    { id: 'shop', owners: ['ada'], repository: 'acme/shop' },
    { id: 'ledger-api', owners: ['acme/platform'], repository: 'acme/ledger' },
  ]);
  expect(services[0]).toMatchObject({
    name: 'Payments',
    aliases: ['Payments_API'],
    rota: 'PagerDuty PABC123',
    runbook: 'https://run.example/payments',
    dashboards: ['https://graphs.example/p'],
    tier: 'gold',
  });
  expect(JSON.stringify(services)).not.toContain('s3cret');
});

test('the config goes over our file, and that over the catalog; null takes a service out', () => {
  const { services } = read({
    catalog,
    services: 'services: {payments-api: {name: Paying, tier: silver}, mail: {}}',
    config: 'services: {payments-api: {tier: bronze}, shop: null, search: {}}',
  });
  const [payments] = services;
  expect(payments).toMatchObject({ name: 'Paying', tier: 'bronze', repository: 'acme/payments' });
  expect(services.map(({ id }) => id)).toEqual(['payments-api', 'ledger-api', 'mail', 'search']);
});

test("our own file may hold Backstage's entities too", () => {
  expect(read({ services: catalog }).services).toHaveLength(3);
});

test.each([
  [
    { services: 'services:\n  payments: {runbok: "https://run.example"}' },
    ['sitrep/services.yml:2:14 There is no key `runbok` in `services.payments`. Did you mean `runbook`?'],
  ],
  [
    { services: 'services: {payments: {customers: [acmee]}}\ncustomers: {acme: {name: Acme}}' },
    [
      'sitrep/services.yml:1:35 `services.payments.customers` names the customer `acmee`, which is not there. Did you mean `acme`?',
    ],
  ],
  [{ services: 'customers: {acme: {name: Acme, contract: {huge: {response: 1h}}}}' }, ['sitrep/services.yml:1:43 ']],
  [{ catalog: 'kind: Component\nmetadata: {title: Nameless}' }, ['catalog-info.yaml:2:1 `metadata.name` is missing.']],
  [
    { catalog: 'kind: Component\nmetadata: {name: a}\n---\nkind: API\nmetadata:\n  name: "a b"' },
    ['catalog-info.yaml:6:9 '],
  ],
  [{ catalog: 'a: &x 1\nb: *x' }, ['catalog-info.yaml:1:4 Anchors']],
  [{ catalog: `kind: Component\n# ${'x'.repeat(300_000)}` }, ['catalog-info.yaml:1:1 The file is larger']],
] as const)('a broken file is a problem with its place, and the handbook holds without it: %#', (texts, expected) => {
  const { handbook, services, problems } = read({ ...texts, config: 'services: {search: {}}' });
  expect(problems).toHaveLength(expected.length);
  for (const [at, text] of expected.entries()) expect(problems[at]).toContain(text);
  expect(handbook.id).toBe('workflow-guide');
  expect(services.map(({ id }) => id)).toEqual(['search']);
});

test('services whose file has nothing in it are none', () => {
  for (const services of ['', '---\n---\n', '# nothing yet\n'])
    expect(read({ services })).toMatchObject({ services: [], problems: [] });
});

test('the working time of a team, and of the contracts of its customers', () => {
  const config = `zone: Europe/Berlin
hours: [Mon-Thu 09:00-17:00, "Fri 09:00-15:00"]
holidays: [2026-12-25]
customers:
  acme: {name: Acme, hours: "Mon-Fri 08:00-18:00, Sat 10:00-14:00 America/New_York", holidays: [2026-07-04]}
  globex: {name: Globex, hours: Mon-Fri 08:00-18:00}
  initech: {name: Initech}
  umbrella: {name: Umbrella, hours: business hours}
`;
  const { handbook, doubts, problems } = resolve(config);
  const office = { from: '08:00', until: '18:00' };
  const [acme, globex, initech, umbrella] = handbook.customers;
  expect(problems).toEqual([]);
  expect([handbook.hours, handbook.holidays]).toEqual([
    [
      { days: [1, 2, 3, 4], from: '09:00', until: '17:00' },
      { days: [5], from: '09:00', until: '15:00' },
    ],
    ['2026-12-25'],
  ]);
  expect(acme?.calendar).toEqual({
    zone: 'America/New_York',
    hours: [
      { days: [1, 2, 3, 4, 5], ...office },
      { days: [6], from: '10:00', until: '14:00' },
    ],
    holidays: ['2026-07-04'],
  });
  const berlin = { zone: 'Europe/Berlin', hours: [{ days: [1, 2, 3, 4, 5], ...office }], holidays: ['2026-12-25'] };
  expect(globex?.calendar).toEqual(berlin);
  expect([initech?.calendar, umbrella?.calendar]).toEqual([null, null]);
  expect(doubts.map(shown)).toEqual([
    'sitrep.yml:8:37 `customers.umbrella.hours` cannot be read as hours of the week: the time of this contract always runs. ' +
      'Write e.g. `Mon-Fri 08:00-18:00, Sat 10:00-14:00 Europe/Berlin`.',
  ]);
});

test.each([
  [
    'Mon-Fri 08:00-18:00 Europe/Brelin',
    'names `Europe/Brelin`, which is no time zone of the IANA list: the time of this contract always runs. Did you mean `Europe/Berlin`?',
  ],
  ['Mon-Fri 08:00-18:00 (Berlin)', expect.stringMatching(/^names `Berlin`, .* Did you mean `Europe\/Berlin`\?$/)],
  ['Mondy-Fri 08:00-18:00 Europe/Berlin', expect.stringMatching(/^names `Mondy`, .* Did you mean `Monday`\?$/)],
  ['24/7', expect.stringMatching(/^cannot be read as hours/)],
])('hours of a contract %j: what of them cannot be read is named', (hours, told) => {
  const { doubts } = resolve(`customers: {acme: {name: A, hours: '${hours}'}}`);
  expect(doubts.map(shown)).toEqual([expect.stringMatching(/^sitrep\.yml:1:36 /)]);
  expect(shown(doubts[0]!).replace(/^.*?`customers\.acme\.hours` /, '')).toEqual(told);
});

test.each([
  ['quiet: {below: sev-2}', ['sitrep.yml:1:9 `quiet` has no `hours`, so it is never quiet.']],
  ['quiet: {below: sev-2, hours: ["22:00-07:00"]}', []],
  ['hours: []', ['sitrep.yml:1:1 `hours` is empty, so all of Monday to Friday is working time.']],
  ['hours: ["Mon-Fri 18:00-08:00"]', []],
  [
    'hours: ["Mon-Fri 08:00-18:00", "Sat 08:00-12:00", "mon-fri 8:00-18:00"]',
    ['sitrep.yml:1:51 The same hours stand twice in `hours`. Keep one of the two.'],
  ],
  [
    'clocks: {response: {within: {sev-1: 3h, sev-2: 90m}}}',
    [
      'sitrep.yml:1:37 The clock `response` gives 3 hours at `sev-1`, and at `sev-2`, which is less severe, 1 h 30 min. Swap the two,',
    ],
  ],
  ['clocks: {response: {within: {sev-1: 1h, sev-2: 1h, sev-3: 1bd}}}', []],
  [
    `services: {pay: {customers: [acme]}}
customers: {acme: {name: A, contract: {sev-1: {response: 4h, resolution: 30m}, sev-2: {response: 4h, resolution: 4h}}}}`,
    [
      'sitrep.yml:2:58 `customers.acme.contract.sev-1` promises a response within 4 hours, and the resolution within 30 minutes already.',
    ],
  ],
])('%j holds, and is told as what cannot be meant', (text, told) => {
  const { problems, doubts } = resolve(text);
  expect(problems).toEqual([]);
  expect(doubts.map(shown)).toEqual(told.map((one) => expect.stringContaining(one)));
});

test.each(Object.keys(shipped))('our handbook %s has no such doubt', (id) => {
  expect(resolve(`handbook: ${id}`).doubts).toEqual([]);
});

test("a contract that nobody can keep is told with its place: no service is its customer's", () => {
  const config = `services: {checkout: {customers: [acme]}}
customers:
  acme: {name: Acme, contract: {sev-1: {response: 10m}}}
  globex: {name: Globex, contract: {sev-1: {resolution: 2h}}}
  initech: {name: Initech, contract: {sev-1: {}}}
`;
  const { doubts, problems } = resolve(config);
  expect(problems).toEqual([]);
  expect(doubts.map(shown)).toEqual([
    'sitrep.yml:4:26 Nobody keeps what `customers.globex.contract` promises: no service names `globex` among its customers. ' +
      'Write `customers: [globex]` at each service that they use.',
  ]);
  const silent = resolve('customers: {acme: {name: Acme, contract: {sev-1: {update: 30m}}}}');
  expect(silent.problems.map(shown)).toEqual([expect.stringMatching(/^sitrep.yml:1:51 .*update/)]);
});

test.each([
  [
    'hours: [8-18]',
    'sitrep.yml:1:9 `hours` must be hours of the week, where a whole day is `00:00-24:00`. Did you mean `08:00-18:00`?',
  ],
  [
    'quiet: {hours: [night]}',
    'sitrep.yml:1:17 `quiet.hours` must be hours of the week, where a whole day is `00:00-24:00`. Write for example `hours: ["22:00-07:00"]`.',
  ],
  [
    'hours: [Mondy-Fri 08:00-18:00]',
    'sitrep.yml:1:9 `hours` names `Mondy`, which is no day of the week. Did you mean `Monday`?',
  ],
  [
    'quiet: {hours: [Son 08:00-18:00]}',
    'sitrep.yml:1:17 `quiet.hours` names `Son`, which is no day of the week. Did you mean `Mon`?',
  ],
  ['hours: [Mon-Fri 9-17]', expect.stringMatching(/Did you mean `Mon-Fri 09:00-17:00`\?$/)],
  [
    'hours: ["Mon-Fri 09:00-17:00 Europe/Berlin"]',
    'sitrep.yml:1:9 `hours` holds the time zone `Europe/Berlin`, which is told by itself. Write `zone: Europe/Berlin`.',
  ],
  [
    'hours: Mon-Fri 09:00-17:00',
    'sitrep.yml:1:8 `hours` must be a list, not text. Write `hours: ["Mon-Fri 09:00-17:00"]`.',
  ],
  [
    'customers: {acme: {name: A, hours: [Mon-Fri 09:00-17:00, Sat 09:00-12:00]}}',
    'sitrep.yml:1:36 `customers.acme.hours` must be text, not a list. Write `hours: "Mon-Fri 09:00-17:00, Sat 09:00-12:00"`.',
  ],
  [
    'customers: {acme: {name: A, contract: {sev-1: {resolve: 4h}}}}',
    'sitrep.yml:1:48 There is no key `resolve` in `customers.acme.contract.sev-1`. Write one of `response`, `resolution`.',
  ],
  [
    'holidays: [2026-02-30]',
    'sitrep.yml:1:12 `holidays` must be a date such as `2026-12-25`. Write for example `holidays: [2026-12-25]`.',
  ],
])('%j is a problem with its place', (config, problem) => {
  expect(resolve(config).problems.map(shown)).toEqual([problem]);
});
