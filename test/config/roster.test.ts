// Who is on call, from the file beside the config: what is read, what is left out, and what should be mended.
import { onCallAt } from '../../src/oncall/rota-at.ts';
import { resolve, shown } from './ground.ts';

/** What a repository with this on-call file gets. */
function read(oncall: string, config = '', more: Readonly<Record<string, string>> = {}) {
  const { handbook, problems, doubts, sound } = resolve(config, { 'oncall.yml': oncall, ...more });
  const { rotas, file } = handbook.roster;
  return { handbook, rotas, file, sound, problems: problems.map(shown), doubts: doubts.map(shown) };
}

/** A rota with this layer, written on a line of its own: the fourth. */
const layer = (text: string) => `rotas:\n  pay:\n    layers:\n      primary: ${text}\n`;
const sound = layer('{people: [ada, bob], hand-over: Monday 09:00, starts: 2026-01-05}');

test('a rota with everything in it', () => {
  const { rotas, file, problems, doubts } = read(`rotas:
  pay:
    name: Payments
    zone: Europe/Berlin
    contact: "@acme/payments"
    cover: [Mon-Fri 08:00-20:00]
    layers:
      primary: {people: ["@ada", bob, cy], hand-over: Mondays 9:00, every: 2w, starts: 2026-01-05}
      secondary: {name: Second, people: [bob, cy], hand-over: "18:30", starts: 2026-01-06, hours: [Mon-Fri 08:00-18:00]}
      management: {people: [dee, eve], zone: America/New_York}
    overrides:
      - {from: 2026-03-29 02:30, until: 2026-03-29T03:00Z, layer: primary, who: ["@dee"]}
      - {from: 2026-12-24 09:00, until: 2026-12-24 10:00, layer: management, instead-of: eve, who: []}
    holidays:
      - {date: 2026-12-25, instead-of: cy, who: [dee, eve]}
      - {date: 2026-12-26}
`);
  const skipped =
    '12:16 2026-03-29 02:30 does not exist: the clocks of Europe/Berlin skip it. 03:00 is taken, when they are put forward.';
  expect([problems, doubts, file]).toEqual([[], [expect.stringContaining(skipped)], 'read']);
  const berlin = 'Europe/Berlin';
  expect(rotas).toEqual([
    {
      ...{ id: 'pay', name: 'Payments', zone: berlin, contact: 'acme/payments' },
      cover: [{ days: [1, 2, 3, 4, 5], from: '08:00', until: '20:00' }],
      layers: [
        {
          ...{ id: 'primary', name: 'Primary', zone: berlin, people: ['ada', 'bob', 'cy'], hours: [] },
          turns: { days: 14, time: '09:00', starts: '2026-01-05' },
        },
        {
          ...{ id: 'secondary', name: 'Second', zone: berlin, people: ['bob', 'cy'] },
          turns: { days: 1, time: '18:30', starts: '2026-01-06' },
          hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' }],
        },
        {
          id: 'management',
          name: 'Management',
          zone: 'America/New_York',
          people: ['dee', 'eve'],
          turns: null,
          hours: [],
        },
      ],
      overrides: [
        {
          from: '2026-03-29T01:00:00Z',
          until: '2026-03-29T03:00:00Z',
          layer: 'primary',
          insteadOf: null,
          who: ['dee'],
        },
        { from: '2026-12-24T14:00:00Z', until: '2026-12-24T15:00:00Z', layer: 'management', insteadOf: 'eve', who: [] },
      ],
      holidays: [
        { date: '2026-12-25', layer: null, insteadOf: 'cy', who: ['dee', 'eve'] },
        { date: '2026-12-26', layer: null, insteadOf: null, who: [] },
      ],
    },
  ]);
});

test("the handbook's zone and its names of the levels hold where a rota says nothing else", () => {
  const text = sound.replace('primary', 'secondary');
  const { rotas } = read(text, 'handbook: ims\nzone: Asia/Kolkata\n');
  expect(rotas).toMatchObject([{ zone: 'Asia/Kolkata', layers: [{ id: 'secondary', name: 'Secondary on-call' }] }]);
  expect(onCallAt(rotas[0]!, '2026-01-05T03:30:00Z')?.people).toEqual(['ada']);
  expect(read(layer('{people: [ada]}'), 'handbook: elimu\n').rotas).toMatchObject([{ layers: [{ name: 'Primary' }] }]);
});

test.each([
  ['rotas: {}', 'read'],
  ['', 'read'],
  ['# nothing yet\n', 'read'],
])('nothing in it (%j) is no fault', (text, file) => {
  expect(read(text)).toMatchObject({ file, rotas: [], problems: [], doubts: [] });
  expect(resolve('').handbook.roster).toEqual({ rotas: [], file: 'missing' });
});

const [head, fourth] = ['sitrep/oncall.yml:', 'sitrep/oncall.yml:4:'];

test.each([
  ['{people: []}', '25 `rotas.pay.layers.primary.people` must name at least one person.'],
  ['{people: ada}', '25 `rotas.pay.layers.primary.people` must be a list, not text. Write `people: [ada]`.'],
  [
    '{people: [acme/sre]}',
    "26 `rotas.pay.layers.primary.people` must be a person's login of GitHub. Write for example `people: [ada]`.",
  ],
  ['{peopel: [ada]}', '7 `rotas.pay.layers.primary.people` is missing.'],
  [
    '{people: [ada], zone: Europe/Berlim}',
    '38 `rotas.pay.layers.primary.zone` is not a time zone of the IANA list (perhaps `Europe/Berlin`). Write for example `zone: Europe/Berlin`.',
  ],
  [
    '{people: [ada], hours: [8-18]}',
    '40 `rotas.pay.layers.primary.hours` must be hours of the week, where a whole day is `00:00-24:00`. Did you mean `08:00-18:00`?',
  ],
  [
    '{people: [ada], hand-over: Mo 9, starts: 2026-01-05}',
    '43 `rotas.pay.layers.primary.hand-over` must be a time of day',
  ],
  [
    '{people: [ada, bob], hand-over: Mondy 09:00, starts: 2026-01-05}',
    '48 `rotas.pay.layers.primary.hand-over` names `Mondy`, which is no day of the week. Did you mean `Monday`?',
  ],
  [
    '{people: [ada, bob], hand-over: Montag 09:00, starts: 2026-01-05}',
    '48 `rotas.pay.layers.primary.hand-over` names `Montag`, which is no day of the week. Did you mean `Monday`?',
  ],
  ['{people: [ada, bob], hand-over: "24:00", starts: 2026-01-05}', '48 `rotas.pay.layers.primary.hand-over` must be'],
  ['{people: [ada, bob], hand-over: Monday 09:00}', '48 `rotas.pay.layers.primary` does not say whose turn it is.'],
  [
    '{people: [ada, bob], starts: 2026-01-05}',
    '45 `rotas.pay.layers.primary` takes turns, but nothing says when it is handed on.',
  ],
  ['{people: [ada, bob], every: 2w}', '44 `rotas.pay.layers.primary` takes turns, but nothing says when'],
  [
    '{people: [ada], hand-over: Monday 09:00, starts: 2026-02-30}',
    '65 `rotas.pay.layers.primary.starts` must be a date',
  ],
  [
    '{people: [ada], hand-over: Monday 09:00, starts: 2026-01-06}',
    '65 2026-01-06 is a Tuesday, and `rotas.pay.layers.primary` is handed on on Mondays. Write `starts: 2026-01-05`.',
  ],
  [
    '{people: [ada], hand-over: Monday 09:00, starts: 2026-01-05, every: 3d}',
    '84 `rotas.pay.layers.primary` is handed on on Mondays, and `every: 3d` is no number of weeks. Write weeks, such as `every: 2w`',
  ],
])('the layer %s is a problem with its place, and only its rota is left out', (text, told) => {
  const other = '  other:\n    layers: {primary: {people: [cy]}}\n';
  const { rotas, file, problems, sound: isSound, handbook } = read(`${layer(text)}${other}`, 'handbook: ims\n');
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toContain(`${fourth}${told}`);
  expect([rotas.map(({ id }) => id), file, isSound, handbook.id]).toEqual([['other'], 'partly', true, 'ims']);
});

test.each([
  ['rota: {}', '1:1 There is no key `rota` here. Did you mean `rotas`?'],
  ['rotas: [a]', '1:8 `rotas` must be a map, not a list.'],
  ['rotas:\n  pay: {}', '2:3 `rotas.pay.layers` is missing.'],
  ['rotas:\n  pay: {layers: {}}', '2:17 `rotas.pay.layers` must have at least one layer.'],
  ['rotas:\n  pay', '2:3 '],
  [
    'rotas: {pay: {layers: {a: {people: [ada]}}, overrides: [{from: 2026-01-05 09:00, until: 2026-01-05T09:00+99:00, who: []}]}}',
    '1:89 `rotas.pay.overrides.until` must be a date and a time',
  ],
  [
    'rotas: {pay: {layers: {a: {people: [ada]}}, overrides: [{from: 2026-02-29 09:00, until: 2026-03-05 09:00, who: []}]}}',
    '1:64 `rotas.pay.overrides.from` must be a date and a time',
  ],
  [
    'rotas: {pay: {layers: {a: {people: [ada]}}, holidays: [2026-12-25]}}',
    '1:56 `rotas.pay.holidays` must be a map, not text. Write for example `holidays: [{date: 2026-12-25, who: [dee]}]`.',
  ],
  ['rotas: {pay: *x}', '1:14 '],
  [
    'just words',
    '1:1 The file must be a map of keys and values, and a `:` is missing after `just`. Write `just: words`.',
  ],
  [
    `rotas: {${Array.from({ length: 101 }, (_, at) => `r${at}: {layers: {a: {people: [ada]}}}`).join(', ')}}`,
    '1:8 `rotas` has more than 100 rotas.',
  ],
])('a file such as %.40j is a problem, and nobody is on call by it', (text, told) => {
  const { rotas, file, problems, sound: isSound } = read(text);
  expect(problems[0]).toContain(`${head}${told}`);
  expect([rotas, file, isSound]).toEqual([[], 'partly', true]);
});

const with2 = (more: string) =>
  `${sound}      second: {people: [bob, ada], hand-over: Monday 09:00, starts: 2026-01-05}\n${more}`;

test.each([
  [
    layer('{people: [ada, bob, Ada], hand-over: "09:00", starts: 2026-01-05}'),
    [
      '4:26 `ada` has two turns in a row in `rotas.pay.layers.primary.people`: after the last one comes the first. Take one away, or put somebody between them.',
    ],
  ],
  [layer('{people: [ada, ada, bob], hand-over: "09:00", starts: 2026-01-05}'), ['4:31 `ada` has two turns in a row']],
  [layer('{people: [ada, bob, ada]}'), ['4:36 `ada` stands twice']],
  [
    with2('    holidays: [{date: 2026-01-07, layer: secnd}]\n'),
    ['6:42 There is no layer `secnd` here, so nobody is replaced. Did you mean `second`?'],
  ],
  [
    with2('    holidays: [{date: 2026-01-07, instead-of: adda}]\n'),
    ['6:47 `adda` is never on call here, so nobody is replaced. Did you mean `ada`?'],
  ],
  [with2('    holidays: [{date: 2026-01-07, who: [dee]}]\n'), ['6:35 This puts the same people into every layer']],
  [
    with2('    overrides: [{layer: primary, from: 2026-01-07 09:00, until: 2026-01-07 09:00, who: []}]\n'),
    ['6:65 This ends before it begins'],
  ],
  ...(
    [
      [
        '2026-03-29 02:10',
        '2026-03-29 02:50',
        ['until: The clocks of Europe/Berlin skip the time from 2026-03-29 02:10 until 2026-03-29 02:50'],
      ],
      [
        '2026-03-28 09:00',
        '2026-03-29 02:30',
        [
          'until: 2026-03-29 02:30 does not exist: the clocks of Europe/Berlin skip it. 03:00 is taken, when they are put forward. Write `2026-03-29T01:00Z`',
        ],
      ],
      [
        '2026-10-25 02:30',
        '2026-10-25 09:00',
        [
          'from: 2026-10-25 02:30 comes twice by the clocks of Europe/Berlin. The first one is taken, 00:30 UTC. Write `2026-10-25T00:30Z` for this one, `2026-10-25T01:30Z` for the second.',
        ],
      ],
      ['2026-03-29T00:10Z', '2026-03-29T00:50Z', []],
      ['2026-03-28 02:10', '2026-03-28 02:50', []],
    ] as const
  ).map(([from, until, told]): [string, string[]] => {
    const text = with2(`    overrides: [{layer: primary, from: ${from}, until: ${until}, who: [dee]}]\n`);
    const place = { from: '6:40', until: `6:${40 + from.length + 9}` };
    return [
      text.replace('layers:', 'zone: Europe/Berlin\n    layers:').replace(/^\n/, ''),
      told.map((one) => one.replace(/^(from|until):/, (_, key: 'from' | 'until') => place[key].replace('6:', '7:'))),
    ];
  }),
  [
    `${sound}    contact: "+49 30 1234567"\n`,
    ['5:14 `rotas.pay.contact` holds a number, and numbers do not belong in a repository. Write where it is found'],
  ],
  [`${sound}    contact: ask Ada\n`, ['5:14 `rotas.pay.contact` is neither an address nor a team, and is left out.']],
  [`${sound}# ada: +1 (555) 010-9999, bob: 0170 1234567\n`, ['5:8 This looks like a telephone number']],
])('%j holds, and what should be mended has its place', (text, expected) => {
  const { rotas, file, problems, doubts } = read(text);
  expect(doubts).toHaveLength(expected.length);
  for (const [at, told] of expected.entries()) expect(doubts[at]).toContain(`${head}${told}`);
  expect([rotas.length, file, problems]).toEqual([1, 'read', []]);
  expect(rotas[0]?.contact).toBeNull();
});

test('dates, times, zones, ids and addresses are no telephone numbers', () => {
  const { doubts, rotas } = read(`# From 2026-01-05 09:00 to 2026-12-31T00:00+01:00; see PD-100200300 and 20260105.
${sound}    contact: https://pages.example/view?id=0123456789&tel=+49301234567
    overrides:
      - {from: 2026-01-06 00:00, until: 2026-01-06T10:00+05:30, who: [cy]}
`);
  expect([doubts, rotas[0]?.contact]).toEqual([[], 'https://pages.example/view?id=0123456789&tel=+49301234567']);
});

describe("a service's rota", () => {
  const services = (rota: string) => ({ 'services.yml': `services:\n  payments: {on-call: ${rota}}\n` });

  test('is found by its id', () => {
    const { handbook, doubts } = read(sound, '', services('pay'));
    expect([handbook.services[0]?.onCall, doubts]).toEqual(['pay', []]);
  });

  test('that is not there is told where it is named, and the service holds', () => {
    const { handbook, doubts, problems } = read(sound, '', services('pya'));
    expect(handbook.services).toHaveLength(1);
    expect(problems).toEqual([]);
    expect(doubts).toEqual([
      'sitrep/services.yml:2:23 `services.payments.on-call` names the rota `pya`, which is not there. Write one of `pay`.',
    ]);
    expect(read(sound, 'services: {search: {on-call: sea-and-sun}}\n').doubts).toEqual([
      'sitrep.yml:1:30 `services.search.on-call` names the rota `sea-and-sun`, which is not there. Write one of `pay`.',
    ]);
    expect(resolve('services: {search: {on-call: pay}}\n').doubts.map(shown)).toEqual([
      'sitrep.yml:1:30 `services.search.on-call` names the rota `pay`, which is not there. Tell it under `rotas` in `.github/sitrep/oncall.yml`, or take it away here.',
    ]);
  });

  test('is not doubted where its rota is told and wrong, or the file cannot be read', () => {
    expect(read(layer('{people: []}'), '', services('pay')).doubts).toEqual([]);
    expect(read('rotas: [', '', services('pay')).doubts).toEqual([]);
  });
});

test('a broken config takes the handbook away, not who is on call', () => {
  const { handbook, rotas, sound: isSound } = read(sound, 'zonne: UTC\n');
  expect([isSound, handbook.id, rotas.map(({ id }) => id)]).toEqual([false, 'workflow-guide', ['pay']]);
});
