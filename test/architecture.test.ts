// The house: who may import what, how deep, how long, and what a pure room never touches.
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8');
const roomOf = (file: string) => (file.includes('/') ? `${file.split('/')[0]}/` : file);

/** What a file imports: a path below src, or a package. Types count as well. */
function importsOf(file: string): readonly string[] {
  const code = textOf(file).replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? new URL(name, new URL(file, root)).pathname.slice(root.pathname.length) : name,
  );
}

/** The table of docs/architecture.md; a room may always import itself. Packages with a `/` at the end stand for all below. */
const markdown = ['mdast', 'mdast-util-from-markdown', 'mdast-util-gfm', 'mdast-util-to-string', 'unist-util-visit'];
const table: Readonly<Record<string, readonly string[]>> = {
  'time/': ['temporal-polyfill'],
  'oncall/': ['time/'],
  'core/': ['time/', 'oncall/', 'node:crypto', 'node:zlib'],
  'clocks/': ['time/', 'oncall/', 'core/'],
  'thread/': ['core/', ...markdown, 'micromark-extension-gfm', 'node:crypto'],
  // `hear` is the room's front door: it reads what the thread said.
  'commands/': ['time/', 'oncall/', 'core/', 'clocks/', 'thread/', 'fastest-levenshtein'],
  'rules/': ['time/', 'core/', 'clocks/'],
  'render/': ['time/', 'oncall/', 'core/', 'clocks/', 'handlebars', 'html-entities'],
  'config/': ['time/', 'oncall/', 'core/', 'yaml', 'zod', 'fastest-levenshtein'],
  'plan.ts': ['time/', 'core/', 'clocks/', 'thread/', 'commands/', 'rules/', 'render/'],
  'github/': ['time/', 'oncall/', 'core/', '@octokit/', 'probot', 'node:crypto'],
  'queue/': ['core/'],
  'lines/': ['time/', 'core/', 'clocks/', 'zod'],
  'metrics/': ['time/', 'core/', 'lines/', 'simple-statistics', 'temporal-polyfill'],
  'report/': ['time/', 'core/', 'lines/', 'metrics/', 'render/', 'csv-stringify/sync'],
  // What the command line does to a repository: a part of that shell, and the only room that writes files.
  'setup/': [
    ...[
      'oncall/',
      'core/',
      'clocks/',
      'config/',
      'github/',
      'commands/hear-severity.ts',
      'commands/named.ts',
      'thread/report.ts',
      'cli-table3',
      'yaml',
    ],
    ...['terminal.ts', 'plain.ts', 'shipped.ts', 'files-to-check.ts', 'log.ts'],
    ...['node:fs', 'node:path', 'node:child_process'],
  ],
};
const pure = [
  'time/',
  'oncall/',
  'core/',
  'clocks/',
  'thread/',
  'commands/',
  'rules/',
  'render/',
  'config/',
  'lines/',
  'metrics/',
  'report/',
  'plan.ts',
];

test.each(files.filter((file) => roomOf(file) in table))('%s imports only what its room may', (file) => {
  const allowed = [roomOf(file), ...table[roomOf(file)]!];
  const strange = importsOf(file).filter(
    (name) => !allowed.some((one) => name === one || (one.endsWith('/') && name.startsWith(one))),
  );
  expect(strange).toEqual([]);
});

test('only hear reads the thread among the commands, and only for its types and readers', () => {
  const readers = files.filter(
    (file) => roomOf(file) === 'commands/' && importsOf(file).some((name) => name.startsWith('thread/')),
  );
  expect(readers.filter((file) => !/^commands\/hear/.test(file))).toEqual([]);
});

test('nobody imports a shell', () => {
  const shells = ['app.ts', 'start.ts', 'sweep.ts', 'cli.ts'];
  const importers = files.filter((file) => importsOf(file).some((name) => shells.includes(name)));
  expect(importers.filter((file) => !shells.includes(file))).toEqual([]);
});

test('every room of the house is in the table, and src is never deeper than one folder', () => {
  const rooms = new Set(files.map(roomOf).filter((room) => room.endsWith('/')));
  expect([...rooms].filter((room) => !(room in table))).toEqual([]);
  expect(files.filter((file) => file.split('/').length > 2 && !file.startsWith('render/replies/'))).toEqual([]);
});

test('nothing is called utils, helpers, types, services or constants', () => {
  expect(files.filter((file) => /(^|[/-])(utils?|helpers?|types|services|constants)(\/|\.ts$)/.test(file))).toEqual([]);
});

test('no file is longer than 200 lines', () => {
  expect(files.filter((file) => textOf(file).trimEnd().split('\n').length > 200)).toEqual([]);
});

test('every file says on top what it is for', () => {
  expect(files.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(textOf(file)))).toEqual([]);
});

test.each(files.filter((file) => pure.includes(roomOf(file))))(
  '%s knows no clock, no chance and no network',
  (file) => {
    const code = textOf(file).replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
    expect(code).not.toMatch(
      /\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bset(Timeout|Interval)\b|\bfetch\(|Temporal\.Now\b|(?<![-\w])process\./,
    );
  },
);
