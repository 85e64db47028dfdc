// `sitrep check` of every kind of file a person may name: sound or not, a config or a handbook, or nothing to check.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/check.ts';
import { isMajor } from '../../src/core/handbook.ts';
import { sealWith } from '../../src/core/seal.ts';
import { asConfig } from '../../src/files-to-check.ts';
import { createServices } from '../../src/footing.ts';
import { readShipped } from '../../src/shipped.ts';
import type { Term } from '../../src/time/term.ts';
import { root } from './spawned.ts';

const shipped = readShipped();

/** What is said where nobody could be called. */
const nobodyCalled = (severities: string, levels: string, file = '.github/sitrep.yml', place = '1:1') =>
  `${file}:${place}: Warning: The ladder calls nobody at ${severities}: nobody is told for any of its levels (${levels}), and without a paging wire nothing would ring. Tell who is on call in \`.github/sitrep/oncall.yml\`, or whom to call under \`escalation: {levels: {${levels.split(',')[0]}: {calls: [...]}}}\`; where nobody is to be called, write \`escalation: null\`.`;
const guideLevels = 'on-call, technical-lead, service-owner, management';

/** Checks in a folder of these files. */
function checked(files: Readonly<Record<string, string>>, named?: string, from = '') {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-'));
  mkdirSync(join(folder, from), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return check(named, join(folder, from), createServices(shipped, sealWith(null)));
}

test.each(Object.keys(shipped.handbooks))('our own %s is checked as a handbook, and is sound', (id) => {
  const named = `handbooks/${id}.yml`;
  const lines = [`${named} is sound. Checked as a handbook: ${id}.`];
  expect(check(named, root, createServices(shipped, sealWith(null)))).toEqual({ sound: true, lines });
});

test('what is wrong in a handbook of ours is told at its own lines', () => {
  const text = shipped.handbooks['workflow-guide']?.replace('zone: UTC', 'zonne: UTC') ?? '';
  const line = text.split('\n').indexOf('zonne: UTC') + 1;
  expect(checked({ 'handbooks/yours.yml': text }, 'handbooks/yours.yml')).toEqual({
    sound: false,
    lines: [
      `handbooks/yours.yml:${line}:1: There is no key \`zonne\` here. Did you mean \`zone\`?`,
      'handbooks/yours.yml: 1 problem. Checked as a handbook.',
    ],
  });
});

const chain = {
  '.github/sitrep/ours.yml': 'extends: workflow-guide\nname: Ours\n',
  '.github/sitrep/teams/pay.yml': 'extends: ours.yml\nname: Pay\nroles:\n  nobody: null\n  scribe: {aliases: [ic]}\n',
  '.github/sitrep.yml': 'handbook: teams/pay.yml\n',
};

test("a repository's handbook is read with what it extends, from wherever the person stands", () => {
  const sound = checked(chain, '../.github/sitrep/ours.yml', 'src');
  const lines = ['../.github/sitrep/ours.yml is sound. Checked as a handbook: ours.'];
  expect(sound).toEqual({ sound: true, lines });
  const wrong = checked(chain, '.github/sitrep/teams/pay.yml');
  expect(wrong).toMatchObject({ sound: false });
  expect('lines' in wrong && wrong.lines[0]).toMatch(/^\.github\/sitrep\/teams\/pay\.yml:5:\d+: /);
});

test('a config tells what is wrong below it, at the file it is in', () => {
  const wrong = checked(chain, '../.github/sitrep.yml', 'src');
  expect('lines' in wrong && wrong.lines[0]).toMatch(/^\.\.\/\.github\/sitrep\/teams\/pay\.yml:5:\d+: /);
  expect('lines' in wrong && wrong.lines.at(-1)).toBe(
    '../.github/sitrep/teams/pay.yml: 1 problem. Checked ../.github/sitrep.yml as a config.',
  );
});

test.each([
  ['handbook: workflow-guide\n', true, 'Checked as a config; its handbook is workflow-guide.'],
  ['zone: UTC\n', true, 'Checked as a config; its handbook is workflow-guide.'],
  ['extends: workflow-guide\nname: Ours\n', false, 'Checked as a handbook: draft.'],
])('elsewhere the keys of %j tell what it is', (text, isConfig, told) => {
  const warned = isConfig ? [nobodyCalled('sev-1', guideLevels, 'draft.yml')] : [];
  expect(checked({ 'draft.yml': text }, 'draft.yml')).toEqual({
    sound: true,
    lines: [...warned, `draft.yml is sound. ${told}`],
  });
});

test('a key that is nearly ours makes a file ours, and what was meant is told', () => {
  expect(checked({ 'ours.yml': 'lables: { name: x }\n' }, 'ours.yml')).toEqual({
    sound: false,
    lines: [
      'ours.yml:1:1: There is no key `lables` here. Did you mean `label`?',
      'ours.yml: 1 problem. Checked as a config.',
    ],
  });
});

test.each([
  ['gone.yml', {}, /^There is no file gone\.yml\. /],
  ['a.yml/b.yml', { 'a.yml': '' }, /^There is no file a\.yml\/b\.yml\. /],
  ['.github', { '.github/sitrep.yml': '' }, /^\.github is a folder\. /],
  ['README.md', { 'README.md': '# Hello' }, /^README\.md is no YAML file\. /],
  ['package.json', { 'package.json': '{}' }, /^package\.json is no YAML file\. /],
  ['ci.yml', { 'ci.yml': 'name: CI\non: push\njobs: {}\n' }, /^ci\.yml is neither a config nor a handbook/],
])('%s is refused in one sentence', (named, files, why) => {
  expect(checked(files, named)).toEqual({ refused: expect.stringMatching(why) });
});

test.each([
  ['zone: UTC\nannounce: [raised, commander\nhandbook: workflow-guide\n', '2:11', 'this `[` is never closed'],
  ['label:\n  {name: outage\nzone: UTC\n', '2:3', 'this `{` is never closed'],
  ['label: {name: "outage}\nzone: UTC\n', '1:15', 'this `"` is never closed'],
  ['zone: UTC\n  roles: 1\n    who: [\n', '1:7', 'Nested mappings are not allowed'],
  ['\u0000\u0001', '1:1', 'The file is not text'],
  ['# Notes\n\nsome *text*\n- and: more\n', '3:1', 'a `:` is missing after `some`. Write `some: *text*`.'],
  ['zone: UTC\nclocks\nhours: []\n', '2:1', 'a `:` is missing after `clocks`. Write `clocks:`.'],
  ['hours: []\nzone Europe/Berlin\n', '2:1', 'a `:` is missing after `zone`. Write `zone: Europe/Berlin`.'],
  ['zone Europe/Berlin\n', '1:1', 'a `:` is missing after `zone`. Write `zone: Europe/Berlin`.'],
  ['clocks\n', '1:1', 'a `:` is missing after `clocks`. Write `clocks:`.'],
  ['a: {people: [ada, eve, hand-over: x}\nb: c\n', '1:13', 'this `[` is never closed. Write `]` where it ends.'],
  ['a: [{b: c, d: "}", e: f]\n', '1:5', 'this `{` is never closed. Write `}` where it ends.'],
])('%j is told once, where it begins', (text, place, what) => {
  const found = checked({ '.github/sitrep.yml': text }, '.github/sitrep.yml');
  const lines = 'lines' in found ? found.lines : [];
  expect(lines).toEqual([
    expect.stringContaining(`.github/sitrep.yml:${place}: `),
    '.github/sitrep.yml: 1 problem. Checked as a config.',
  ]);
  expect(lines[0]).toContain(what);
});

test('without a name the config here is checked, and none is no problem', () => {
  expect(checked({})).toEqual({
    sound: true,
    lines: [
      nobodyCalled('sev-1', guideLevels),
      'There is no .github/sitrep.yml here: the default handbook workflow-guide holds.',
    ],
  });
  const own = { '.github/sitrep/handbook.yml': 'extends: elimu\nname: Ours\n' };
  expect(checked(own)).toEqual({
    sound: true,
    lines: [
      nobodyCalled('sev-1, sev-2', 'primary, backup, team, commander'),
      'There is no .github/sitrep.yml here: the one in this repository holds: Ours. Checked .github/sitrep/handbook.yml.',
    ],
  });
  expect(checked({ '.github/sitrep/handbook.yml': 'extends: elimu\nzonne: UTC\n' })).toEqual({
    sound: false,
    lines: [
      '.github/sitrep/handbook.yml:2:1: There is no key `zonne` here. Did you mean `zone`?',
      '.github/sitrep/handbook.yml: 1 problem. Checked .github/sitrep/handbook.yml; there is no .github/sitrep.yml here.',
    ],
  });
  const catalog = 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: payments\n';
  expect(checked({ '.github/sitrep.yml': 'zone: UTC\n', 'catalog-info.yaml': catalog })).toMatchObject({
    sound: false,
    lines: [expect.stringMatching(/^catalog-info\.yaml:3:/), nobodyCalled('sev-1', guideLevels), expect.anything()],
  });
  expect(checked({ '.github/sitrep/services.yml': 'servcies: {}\n' })).toMatchObject({ sound: false });
  expect(checked({ '.github/sitrep.yml': 'zonne: UTC\n' })).toMatchObject({ sound: false });
});

const monday = '{people: [ada, bob], hand-over: Monday 09:00, starts: 2026-01-05}';

test('services and who is on call are checked with the config beside which they stand', () => {
  const files = {
    '.github/sitrep.yml': 'services: {search: {on-call: search}}\n',
    '.github/sitrep/oncall.yml': `rotas:\n  serch: {zone: Mars/Olympus, layers: {primary: ${monday}}}\n`,
  };
  const faults = ['.github/sitrep/oncall.yml:2:17: `rotas.serch.zone` is not a time zone of the IANA list. Write'];
  const doubts = [
    '.github/sitrep.yml:1:30: `services.search.on-call` names the rota `search`, which is not there. Did',
  ];
  for (const named of ['.github/sitrep.yml', '.github/sitrep/oncall.yml']) {
    const { lines } = checked(files, named) as { lines: readonly string[] };
    expect(lines).toEqual([
      ...[...faults, ...doubts].map((line) => expect.stringContaining(line)),
      nobodyCalled('sev-1', guideLevels),
      `.github/sitrep/oncall.yml: 1 problem, .github/sitrep.yml: 1 problem. Checked ${named} as a config.`,
    ]);
  }
});

test('without a config the files are named that were checked all the same', () => {
  const file = '.github/sitrep/oncall.yml';
  const sound = { [file]: `rotas:\n  search: {layers: {primary: ${monday}}}\n`, 'catalog-info.yaml': '# none\n' };
  const { lines } = checked(sound) as { lines: readonly string[] };
  expect(lines.at(-1)).toBe(
    `There is no .github/sitrep.yml here: the default handbook workflow-guide holds. Checked ${file}, catalog-info.yaml.`,
  );
  const broken = checked({ [file]: 'rotas: {pay: {}}\n' }) as { lines: readonly string[] };
  expect(broken.lines.at(-1)).toBe(`${file}: 1 problem. Checked ${file}; there is no .github/sitrep.yml here.`);
});

test('an on-call file without a config is checked by itself', () => {
  const files = { '.github/sitrep/oncall.yml': `rotas:\n  search: {layers: {primary: ${monday}}}\n` };
  const lines = [
    '.github/sitrep.yml:1:1: Warning: Nothing rings when the ladder calls somebody at sev-1: without a paging wire a page is a mention on GitHub. Keep your pager beside it.',
    '.github/sitrep.yml:1:1: Warning: The ladder passes over levels that nobody is told for: service-owner, management. Tell who is on call in `.github/sitrep/oncall.yml`, or whom to call under `escalation: {levels: {service-owner: {calls: [...]}}}`.',
    '.github/sitrep/oncall.yml is sound. Checked as a config; its handbook is workflow-guide.',
  ];
  expect(checked(files, '.github/sitrep/oncall.yml')).toEqual({ sound: true, lines });
});

test.each(Object.keys(shipped.handbooks))('%s without a server: every clock that nobody watches is named', (id) => {
  const text = `handbook: ${id}\nruns-on: actions\n`;
  const { lines } = checked({ '.github/sitrep.yml': text }) as { lines: readonly string[] };
  const told = lines.find((line) => line.includes('nobody watches')) ?? '';
  const { files } = asConfig('.github/sitrep.yml', text);
  const { clocks, audiences } = createServices(shipped, sealWith(null)).resolve(files).handbook;
  const isShort = (terms: object) =>
    Object.values(terms).some(({ amount, unit }: Term) => unit === 'minutes' && amount < 360);
  const short = [
    ...clocks.filter(({ within }) => isShort(within)),
    ...audiences.filter(({ cadence }) => isShort(cadence)),
  ];
  for (const one of short) expect(told).toMatch(new RegExp(`[ ,]${one.id}[,;.]`));
  expect(told).not.toMatch(/ more\b/);
});

test('a contract is among what nobody watches without a server', () => {
  const contract = (term: string) =>
    `customers: {acme: {name: Acme, contract: {sev-1: {response: ${term}}}}}\nservices: {shop: {customers: [acme]}}\n`;
  const told = (term: string) =>
    JSON.stringify(checked({ '.github/sitrep.yml': `runs-on: actions\n${contract(term)}` }));
  expect(told('30m')).toMatch(/nobody watches these .*; contracts of acme;/);
  expect(told('6h')).not.toContain('contracts of');
});

test('without a server it warns of what nobody watches in time, at the line that says so, and is sound', () => {
  const text = 'handbook: workflow-guide\nresponders: [acme/on-call]\nruns-on: actions\n';
  const { sound, lines } = checked({ '.github/sitrep.yml': text }) as { sound: boolean; lines: readonly string[] };
  expect([sound, lines.length]).toEqual([true, 4]);
  expect(lines[0]).toMatch(
    /^\.github\/sitrep\.yml:3:1: Warning: Without a server nobody watches these in time.*: clocks \w/,
  );
  expect(lines[1]).toMatch(/^\.github\/sitrep\.yml:3:1: Warning: .* who is in acme\/on-call: .*App’s token\.$/);
  expect(lines[2]).toBe(nobodyCalled('sev-1', guideLevels));
  const served = checked({ '.github/sitrep.yml': text.replace('actions', 'server') }) as { lines: readonly string[] };
  expect(served.lines).toEqual([lines[2], lines[3]]);
  expect(checked({ '.github/sitrep.yml': 'runs-on: mars\n' })).toMatchObject({ sound: false });
});

describe('a major ladder without a wire', () => {
  const warningsOf = (files: Readonly<Record<string, string>>) => {
    const { sound, lines } = checked(files) as { sound: boolean; lines: readonly string[] };
    expect(sound).toBe(true);
    return lines.filter((line) => line.includes('Warning: '));
  };

  test.each(Object.keys(shipped.handbooks))('%s, where nobody was told of yet: one line', (id) => {
    const { files } = asConfig('.github/sitrep.yml', `handbook: ${id}\n`);
    const { handbook } = createServices(shipped, sealWith(null)).resolve(files);
    const major = handbook.severities.map((one) => one.id).filter((one) => isMajor(handbook, one, ''));
    const levels = handbook.escalation.levels.map((level) => level.id);
    expect([major.length > 0, levels.length > 0]).toEqual([true, true]);
    expect(warningsOf({ '.github/sitrep.yml': `# Ours.\nhandbook: ${id}\n` })).toEqual([
      nobodyCalled(major.join(', '), levels.join(', '), undefined, '2:1'),
    ]);
  });

  test.each(Object.keys(shipped.handbooks))('%s, where nobody is to be called: nothing', (id) => {
    expect(warningsOf({ '.github/sitrep.yml': `handbook: ${id}\nescalation: null\n` })).toEqual([]);
  });

  test('where somebody can be called, it is still no pager', () => {
    const calls = 'escalation: {levels: {management: {calls: ["@ada"]}, service-owner: null, on-call: null}}\n';
    expect(warningsOf({ '.github/sitrep.yml': calls })).toEqual([
      expect.stringMatching(
        /^\.github\/sitrep\.yml:1:1: Warning: Nothing rings .* at sev-1: .* Keep your pager beside it\.$/,
      ),
    ]);
  });

  test('a config that is wrong has another handbook meanwhile, whose ladder is not spoken of', () => {
    expect(checked({ '.github/sitrep.yml': 'handbook: elimu\nzonne: UTC\n' })).toMatchObject({
      lines: [expect.stringContaining('`zonne`'), expect.stringContaining('1 problem')],
    });
  });
});
