// Services and customers from the files beside the config, ours and Backstage's.
import { resolveHandbook } from '../../src/config/parse.ts';
import { shipped, shown } from './ground.ts';

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
