// `sitrep oncall` and what `sitrep check` says of who is on call: from a folder, and from a repository over real HTTP.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settingsForPerson } from '../../sandbox/settings-for.ts';
import { main } from '../../src/cli.ts';
import { repo, type Stage, stage } from './running.ts';

const oncall = `rotas:
  pay:
    name: Payments
    zone: Europe/Berlin
    contact: "@acme/payments"
    layers:
      primary: {people: [ada, bob, cy], hand-over: Monday 09:00, starts: 2026-03-02}
      secondary: {people: [bob, cy, ada], hand-over: Sunday 02:30, starts: 2026-03-22}
    holidays: [{date: 2026-03-29, layer: secondary}]
  mail:
    cover: [Mon-Fri 08:00-18:00]
    layers:
      everybody: {people: [ada, dee], hours: [Mon-Fri 08:00-18:00]}
`;
const files = {
  '.github/sitrep.yml': 'services: {checkout: {aliases: [shop], on-call: pay}, search: {}}\n',
  '.github/sitrep/oncall.yml': oncall,
};

let running: Stage;
beforeAll(async () => {
  running = await stage((world) => void world.as('ada').push(repo, files));
});
afterAll(() => running.end());

interface Where {
  readonly files?: Readonly<Record<string, string>>;
  readonly token?: true;
  readonly now?: string;
}

async function sitrep(
  words: readonly string[],
  { files: there = files, token, now = '2026-03-28T12:00:00.123Z' }: Where = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-'));
  for (const [path, text] of Object.entries(there)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(words, {
    env: token ? settingsForPerson(running.sandbox, 'ada') : {},
    ...{ folder, now: () => now },
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  // Columns apart by two spaces or more are cells.
  const rows = out
    .join('\n')
    .split('\n')
    .map((line) => line.replace(/[│─┌┐└┘┬┴┼├┤]+/g, '|').replace(/ *\| */g, '|'));
  return { code, out: out.join('\n'), rows: rows.filter((row) => /[^|]/.test(row)), err: err.join('\n') };
}

describe('who is on call', () => {
  test('now, in all rotas', async () => {
    expect(await sitrep(['oncall'])).toMatchObject({
      code: 1,
      err: '',
      rows: [
        'At 2026-03-28 12:00 UTC:',
        '|rota|layer|who|until|',
        '|Payments|Primary|ada|2026-03-30 09:00 Europe/Berlin (07:00 UTC)|',
        '|Payments|Secondary|bob|2026-03-29 00:00 Europe/Berlin (2026-03-28 23:00 UTC)|',
        '|mail|Everybody|nobody|2026-03-30 08:00 UTC|',
      ],
    });
  });

  test.each(['pay', 'Payments', 'checkout', 'SHOP'])(
    'for %s, at the moment at which the clocks skip an hour',
    async (about) => {
      const { code, rows } = await sitrep(['oncall', about, '--at', '2026-03-29T01:00Z']);
      expect([code, rows.slice(2)]).toEqual([
        0,
        [
          '|Payments|Primary|ada|2026-03-30 09:00 Europe/Berlin (07:00 UTC)|',
          '|Payments|Secondary|nobody|2026-03-30 00:00 Europe/Berlin (2026-03-29 22:00 UTC)|',
        ],
      ]);
    },
  );

  test("at a moment by the handbook's clocks, as JSON", async () => {
    const zoned = { ...files, '.github/sitrep.yml': 'zone: Asia/Kolkata\n' };
    const { code, out } = await sitrep(['oncall', 'pay', '--at', '2026-03-30 12:30', '--json'], { files: zoned });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      at: '2026-03-30T07:00:00Z',
      rotas: [
        {
          ...{ id: 'pay', name: 'Payments', contact: 'acme/payments' },
          layers: [
            { id: 'primary', name: 'Primary', people: ['bob'], until: '2026-04-06T07:00:00Z', why: null },
            { id: 'secondary', name: 'Secondary', people: ['cy'], until: '2026-04-05T00:30:00Z', why: null },
          ],
        },
      ],
    });
  });

  test.each([
    ['2026-03-30', 'At 2026-03-30 00:00 Asia/Kolkata (2026-03-29 18:30 UTC):'],
    ['2026-03-30 00:00 Europe/Berlin', 'At 2026-03-30 00:00 Europe/Berlin (2026-03-29 22:00 UTC):'],
    ['2026-03-30 Europe/Berlin', 'At 2026-03-30 00:00 Europe/Berlin (2026-03-29 22:00 UTC):'],
    ['2026-03-30 09:00 UTC', 'At 2026-03-30 09:00 UTC:'],
    ['2026-03-30T09:00Z', 'At 2026-03-30 09:00 UTC:'],
    ['2026-03-30T09:00+02:00', 'At 2026-03-30 07:00 UTC:'],
  ])('at %s: by whose clocks is told', async (at, head) => {
    const zoned = { ...files, '.github/sitrep.yml': 'zone: Asia/Kolkata\n' };
    expect((await sitrep(['oncall', 'pay', '--at', at], { files: zoned })).rows[0]).toBe(head);
  });

  test.each([
    ['', 'holds no rota'],
    ['rotas: {}\n', 'holds no rota'],
    ['rotas: {pay: {}}\n', 'holds no rota that can be used'],
  ])('by a file such as %j nobody is', async (text, why) => {
    const there = { '.github/sitrep/oncall.yml': text };
    for (const words of [['oncall'], ['oncall', 'pay'], ['oncall', '--gaps']]) {
      const { code, out, err } = await sitrep(words, { files: there });
      expect([code, out]).toEqual([1, '']);
      expect(err.split('\n').at(-1)).toBe(`Nobody is on call: .github/sitrep/oncall.yml ${why} (docs/on-call.md).`);
    }
    const { code, out } = await sitrep(['oncall', '--json'], { files: there });
    expect([code, JSON.parse(out).rotas]).toEqual([1, []]);
  });

  test('a file that is no YAML is told as check tells it', async () => {
    const there = { '.github/sitrep/oncall.yml': 'rotas: {pay: {layers: {a: {people: [ada, eve}}}}\n' };
    const told = '.github/sitrep/oncall.yml:1:36: This is not YAML: this `[` is never closed. Write `]` where it ends.';
    expect((await sitrep(['oncall'], { files: there })).err).toContain(told);
    expect((await sitrep(['check'], { files: there })).out).toContain(told);
  });

  test('of a repository on GitHub, which is only read', async () => {
    const before = JSON.stringify(running.world.dump());
    const { code, rows } = await sitrep(['oncall', 'shop', '--from', 'acme/ops'], { files: {}, token: true });
    expect([code, rows.length]).toEqual([0, 4]);
    expect(JSON.stringify(running.world.dump())).toBe(before);
  });
});

describe('gaps', () => {
  test('in the next thirty days, with their place', async () => {
    const { code, rows } = await sitrep(['oncall', '--gaps']);
    expect([code, rows]).toEqual([
      1,
      [
        '|rota|layer|nobody from|until|clocks of|why|where|',
        '|pay|secondary|2026-03-29 00:00|2026-03-30 00:00|Europe/Berlin|holiday|.github/sitrep/oncall.yml:9|',
      ],
    ]);
  });

  test('none in the next hours, nor in a rota that has none', async () => {
    expect(await sitrep(['oncall', '--gaps', '--next', '4h'])).toMatchObject({
      code: 0,
      out: 'Somebody is on call from 2026-03-28 12:00 UTC until 2026-03-28 16:00 UTC: no gaps.',
    });
    expect(await sitrep(['oncall', 'mail', '--gaps', '--next', '4w'])).toMatchObject({ code: 0 });
  });

  test('from a date on', async () => {
    const later = ['oncall', '--gaps', '--at', '2026-03-30T00:00Z', '--next', '7d'];
    expect(await sitrep(later)).toMatchObject({
      code: 0,
      out: 'Somebody is on call from 2026-03-30 00:00 UTC until 2026-04-06 00:00 UTC: no gaps.',
    });
    const before = await sitrep(['oncall', '--gaps', '--at', '2026-03-28', '--next', '2d']);
    expect([before.code, before.rows.length]).toEqual([1, 2]);
  });

  test('as JSON', async () => {
    const { code, out } = await sitrep(['oncall', '--gaps', '--next', '1d', '--json']);
    const span = { from: '2026-03-28T12:00:00Z', until: '2026-03-29T12:00:00Z' };
    const gap = { rota: 'pay', layer: 'secondary', from: '2026-03-28T23:00:00Z', until: span.until, why: 'holiday' };
    const place = { file: '.github/sitrep/oncall.yml', line: 9, column: 16 };
    expect([code, JSON.parse(out)]).toEqual([1, { ...span, gaps: [{ ...gap, ...place }] }]);
  });
});

test.each([
  [['oncall', 'serch'], /^There is no service and no rota serch\. There are pay, mail\./],
  [['oncall', 'search'], /^The service search names no rota that there is\. There are pay, mail\./],
  [['oncall', '--at', '2026-02-30T00:00Z'], /^2026-02-30T00:00Z is no moment: write /],
  [['oncall', '--at', '2026-03-30T00:00+99:00'], /is no moment/],
  [['oncall', '--gaps', '--next', 'month'], /^month is no span of time: write 30d/],
  [['oncall', '--gaps', '--next', '1y'], /^1y is no span of time: .* 3660d \(ten years\) at most\.$/m],
  [['oncall', '--at', '2026-03-29 02:30 Europe/Brelin'], /is no moment: .*2026-03-29 02:30 Europe\/Berlin/],
  [['oncall', '--at', '2026-03-29T02:30Z Europe/Berlin'], /is no moment/],
  [['oncall', '--next', '30d'], /^Say --gaps with --next\./],
  [['oncall', '--gaps', '--at', 'tomorrow'], /^tomorrow is no moment: write 2026/],
  [['oncall', '--from', 'nowhere'], /^nowhere is neither a folder nor a repository/],
  [['oncall', 'a', 'b'], /takes one thing at a time/],
])('%j is not understood', async (words, why) => {
  expect(await sitrep(words)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(why) });
});

test('without a file, and with a wrong one, it says so and ends with 1', async () => {
  expect(await sitrep(['oncall'], { files: {} })).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^There is no \.github\/sitrep\/oncall\.yml/),
  });
  const broken = oncall.replace('[ada, dee]', '[]');
  const { code, err, rows } = await sitrep(['oncall', '--at', '2026-03-30T12:00Z'], {
    files: { '.github/sitrep/oncall.yml': broken },
  });
  expect(code).toBe(1);
  expect(err).toMatch(
    /^\.github\/sitrep\/oncall\.yml:13:27: `rotas\.mail\.layers\.everybody\.people` must name at least one person\./,
  );
  expect(rows).toHaveLength(4);
});

describe('sitrep check', () => {
  test('warns of gaps, and is content with the rest', async () => {
    const nights = oncall.replace('    cover: [Mon-Fri 08:00-18:00]\n', '');
    const { code, out } = await sitrep(['check'], { files: { ...files, '.github/sitrep/oncall.yml': nights } });
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        '.github/sitrep/oncall.yml:9:16: Warning: Nobody is on call for `secondary` of `pay` from 2026-03-29 00:00 Europe/Berlin (2026-03-28 23:00 UTC) until 2026-03-30 00:00 Europe/Berlin (2026-03-29 22:00 UTC): a holiday. Name somebody under `who`.',
        '.github/sitrep/oncall.yml:12:46: Warning: Nobody is on call for `mail` from 2026-03-28 12:00 UTC until 2026-03-30 08:00 UTC: outside the hours of all layers. And 20 more like it. Give a layer other hours, or tell under `cover` when somebody must be there, such as `cover: ["Mon-Fri 08:00-18:00"]`.',
        '.github/sitrep.yml:1:1: Warning: Nothing rings when the ladder calls somebody at sev-1: without a paging wire a page is a mention on GitHub. Keep your pager beside it.',
        '.github/sitrep.yml:1:1: Warning: The ladder passes over levels that nobody is told for: service-owner, management. Tell who is on call in `.github/sitrep/oncall.yml`, or whom to call under `escalation: {levels: {service-owner: {calls: [...]}}}`.',
        '.github/sitrep.yml is sound. Checked as a config; its handbook is workflow-guide.',
      ],
    ]);
  });

  test("tells where the handbook's rules of rest are broken", async () => {
    const two = oncall
      .replace('[ada, bob, cy]', '[ada, bob]')
      .replace(
        '    holidays: [{date: 2026-03-29, layer: secondary}]',
        '    overrides: [{layer: secondary, from: 2026-03-29 08:00, until: 2026-03-30 08:00, who: [bob]}]',
      );
    const { code, out } = await sitrep(['check'], {
      files: { '.github/sitrep.yml': 'handbook: ims\n', '.github/sitrep/oncall.yml': two },
    });
    expect([code, out.split('\n')]).toEqual([
      1,
      [
        '.github/sitrep/oncall.yml:7:25: `ada` rests between two turns in `primary` of `pay` only from 2026-03-09 09:00 Europe/Berlin (08:00 UTC) until 2026-03-16 09:00 Europe/Berlin (08:00 UTC); the handbook says 14 days. Let more people take turns.',
        '.github/sitrep/oncall.yml:9:17: `bob` rests between two turns in `secondary` of `pay` only from 2026-03-29 03:00 Europe/Berlin (01:00 UTC) until 2026-03-29 08:00 Europe/Berlin (06:00 UTC); the handbook says 14 days. Let somebody else step in.',
        '.github/sitrep.yml:1:1: Warning: Nothing rings when the ladder calls somebody at sev-1, sev-2: without a paging wire a page is a mention on GitHub. Keep your pager beside it.',
        '.github/sitrep.yml:1:1: Warning: The ladder passes over levels that nobody is told for: level-3. Tell who is on call in `.github/sitrep/oncall.yml`, or whom to call under `escalation: {levels: {level-3: {calls: [...]}}}`.',
        '.github/sitrep/oncall.yml: 2 problems. Checked .github/sitrep.yml as a config.',
      ],
    ]);
  });

  test('says once that nobody was looked up without a token', async () => {
    expect((await sitrep(['check'])).err).toBe('Note: logins were not looked up, because GITHUB_TOKEN is not set.');
    expect((await sitrep(['check'], { files: { '.github/sitrep.yml': 'zone: UTC\n' } })).err).toBe('');
  });

  test('asks GitHub, where it has a token, whether the people are there', async () => {
    for (const login of ['ada', 'bob', 'cy']) running.world.addUser(login);
    const { code, out, err } = await sitrep(['check', '.github/sitrep/oncall.yml'], { token: true });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(
      '.github/sitrep/oncall.yml:13:33: GitHub knows nobody called `dee`. Write the login as it is on GitHub.',
    );
    expect(out).toContain('1 problem.');
    expect((await sitrep(['check'])).code).toBe(0);
  });
});
