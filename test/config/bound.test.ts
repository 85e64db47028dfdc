// Whatever a file holds, reading it ends soon and never throws.
import fc from 'fast-check';
import { here, leastOf } from '../processor-time.ts';
import { ours, resolve } from './ground.ts';

const kib = (unit: string) => unit.repeat(Math.floor((96 * 1024) / unit.length));
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const bombs: Readonly<Record<string, string>> = {
  'open lists': kib('['),
  'open maps': kib('{'),
  'maps in maps': kib('{a: '),
  'lists in lists': kib('- '),
  'keys in keys': kib('a: '),
  'explicit keys': kib('? '),
  'lists on lines': kib('- [\n'),
  'steps inwards': lines(300, (at) => `${' '.repeat(at)}k:`),
  'empty lists': kib('[],'),
  'empty texts': kib('""'),
  'open text': `a: "${kib('x\n\n')}`.slice(0, 96 * 1024),
  anchors: kib('&a '),
  'a billion laughs': `a: &a [x,x,x]\n${lines(20, (at) => `a${at}: &a${at} [*a, *a, *a, *a]`)}`,
  'empty lines': kib('\n'),
  spaces: kib(' '),
  tabs: kib('\t'),
  documents: kib('---\n'),
  tags: kib('!'),
  'many keys': lines(7000, (at) => `k${at}: 1`),
  'one key many times': lines(9000, () => 'k: {}'),
  'many roles': `roles:\n${lines(1500, (at) => `  r${at}: {name: R${at}}`)}`,
  'many questions': `triage:\n${lines(440, (at) => `  q${at}: {text: x, answers: {"yes": q${at + 1}, "no": sev-1}}`)}`,
  'many wrong things': `announce:\n${lines(5000, () => '  - x')}`,
  'many headings': `headings:\n  summary:\n${lines(4000, (at) => `    - h${at}`)}`,
  'long line': `zone: ${'x'.repeat(60_000)}`,
  'long key': `${'x'.repeat(900)}: 1`,
  'folded text': `zone: >\n${kib(' x\n\n')}`.slice(0, 96 * 1024),
  // Ten thousand errors of the parser's each.
  'fields of a page': '{{title}}'.repeat(2_300),
  'texts in texts': '"'.repeat(26_000),
  'ten megabytes': 'x: [\n'.repeat(2_000_000),
};

// Read once before: the first reading of a process compiles the schemas.
resolve('zone: UTC');
resolve('zoen: UTC');

// Without the bounds these take from seconds to minutes; how far below that is for a soak to measure, not for a test's timer.
test.each(Object.keys(bombs))('%s: a problem, and nothing is held up', (name) => {
  const text = bombs[name]!;
  const least = leastOf(4, () => expect(resolve(text).handbook.id).toBe('workflow-guide'));
  expect(least).toBeLessThan(here(500));
});

test('a long text in a block is no depth', () => {
  const block = `messages:\n  told:\n    name: Told\n    audience: users\n    text: |\n${'      words: of it\n'.repeat(60)}`;
  const { problems } = resolve(
    `audiences: {users: {name: Users}}\n${block}  again:\n    name: Again\n    audience: users\n    text: x\n`,
  );
  expect(problems).toEqual([]);
});

test('any text is read without an exception', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      expect(resolve(text).handbook.id).toBe('workflow-guide');
    }),
  );
});

test('our own handbook with any one piece cut out is read without an exception, and each problem has a place in it', () => {
  const text = ours('handbooks/workflow-guide.yml');
  const lineCount = text.split('\n').length;
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(40), (from, length) => {
      const cut = text.slice(0, from) + text.slice(from + length);
      const { problems } = resolve('handbook: h.yml', { 'h.yml': cut });
      for (const { line, column, file } of problems) {
        expect(line >= 1 && line <= lineCount && column >= 1).toBe(true);
        expect(file).toMatch(/^\.github\/sitrep(\.yml|\/h\.yml)$/);
      }
    }),
    { numRuns: 200 },
  );
});

test('what stands behind a text of several lines is no deeper for it', () => {
  const long = lines(20, () => '      forty letters and more of a description');
  for (const sign of ['|', '>-']) {
    const text = `post-mortem:\n  required-at: [sev-1]\nseverities:\n  sev-1:\n    name: ${sign}\n${long}\n    color: '000000'\n`;
    // It is read: what is wrong is the name, and not the nesting.
    const said = resolve(text).problems.map(({ what }) => what);
    expect([said.length > 0, said.filter((what) => !what.includes('`severities.sev-1.name`'))]).toEqual([true, []]);
  }
});
