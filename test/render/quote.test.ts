// What people write is repeated visibly and does nothing.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import {
  quoteBlock,
  quoteCode,
  quoteOurs,
  quotePlain,
  quoteText,
  quoteTitle,
  quoteToCopy,
} from '../../src/render/quote.ts';
import { here, leastOf } from '../processor-time.ts';

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...[
          '@org/team',
          '&#64;org/team',
          '&#x40;a',
          '&commat;everyone',
          '&amp;#64;x',
          '#1',
          '&num;1',
          'a/b#12',
          'GH-4',
        ],
        ...['closes #1', 'https://github.com/a/b/issues/1', '<!-- sitrep:card -->', '<details>', '`', '```', '|', '\\'],
        ...[
          '![x](https://e.vil/p.png)',
          '[a](b)',
          '[x]: http://y',
          '\u202E',
          '\u200B',
          '\uE000pull\uE001',
          '\n',
          '\r\n',
        ],
        ...['\u001B[31mred', '&', '&lt;b&gt;', '#', '@', 'GH-', '/pull/', '7', 'me', ';', '~~~', '- [x] done'],
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test.each([
  ['@org/team', '@\u200Borg/team'],
  ['&#64;org/team and &commat;everyone', '@\u200Borg/team and @\u200Beveryone'],
  ['closes #1, o/r#22, GH-3', 'closes #\u200B1, o/r#\u200B22, GH-\u200B3'],
  ['fixes https://github.com/o/r/pull/7', 'fixes https://github.com/o/r/pull/\u200B7'],
  ['see https://status.example.com/a?b=1&copy=2', 'see https://status.example.com/a?b=1&copy=2'],
  ['<details><summary>x', '&lt;details>&lt;summary>x'],
  ['a | b \\| c \\\\| d', 'a \\| b \\| c \\| d'],
  ['one\r\ntwo\u2028three', 'one two three'],
  ['```sh\nrm', "'''sh rm"],
  ['the `api` pods', 'the `api` pods'],
  ['an open ` tick', "an open ' tick"],
  ['![p](http://x/y.png)', '!\u200B[p]\u200B(http://x/y.png)'],
  ['\u001B[31mred\u001B[0m \u202Eevil', 'red evil'],
  ['\uE000pull\uE001', 'pull'],
  ['ends in \\\\', 'ends in'],
  ['[FIRING:1] checkout_api *5xx*', '[FIRING:1] checkout_api *5xx*'],
])('%j is repeated as %j', (text, quoted) => {
  expect(quoteText(text)).toBe(quoted);
});

test('cuts at the limit by characters, not inside one', () => {
  expect(quoteText('🔥🔥🔥🔥', { limit: 3 })).toBe('🔥🔥…');
  expect(quoteText('🔥🔥🔥', { limit: 3 })).toBe('🔥🔥🔥');
});

test('nothing in quoted text mentions, links, opens a tag or splits a table', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const quoted = quoteText(text);
      expect(quoted).not.toMatch(/@[^\u200B]|@$/u);
      expect(quoted).not.toMatch(/<|#\d|\bGH-\d|!\[|\][([:]|\/(?:issues|pull|commit)\/\w/i);
      expect(quoted).not.toMatch(/(?<!\\)\||\\\\\||[\n\r]|\\$/);
      expect(quoted).not.toMatch(/[\p{Co}\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/u);
      expect(quoteText(quoted)).toBe(quoted);
    }),
    { numRuns: 2000 },
  );
});

test('a title with all that makes it harmless is no longer than it may be, and never cut inside a character', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.constantFrom('@'.repeat(300), '🔥'.repeat(200), '#7'.repeat(200))), (text) => {
      const title = quoteTitle(text, 220);
      expect(title.length).toBeLessThanOrEqual(220);
      expect(title.isWellFormed()).toBe(true);
      expect(title).not.toMatch(/@[^\u200B…]|#\d|[<>`]/u);
    }),
    { numRuns: 500 },
  );
});

test('a quoted text stays as quoted under the same limit', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const quoted = quoteText(text, { limit });
      expect(quoteText(quoted, { limit })).toBe(quoted);
    }),
  );
});

test('every line of a block quote is quoted, and holds nothing that works', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 200 }), (text, limit) => {
      const block = quoteBlock(text, limit);
      for (const line of block.split('\n')) {
        expect(line).toMatch(/^>/);
        expect(line).not.toMatch(/@[^\u200B]|@$|<|#\d|!\[|\][([:]/u);
        expect(line).not.toMatch(/^> *(?:#|```|~~~|- |\d+\. |>)/);
      }
    }),
  );
});

function parse(markdown: string) {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function kinds(markdown: string): readonly string[] {
  const found: string[] = [];
  visit(parse(markdown), (node) => {
    found.push(node.type);
  });
  return found;
}

test('a Markdown parser sees one cell, one item, one quote, and neither HTML nor images nor links by name', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const table = kinds(`| a | b |\n|---|---|\n| ${quoteText(text)} | \`/done\` |\n`);
      expect(table.filter((kind) => kind === 'tableCell')).toHaveLength(4);
      expect(table).toContain('inlineCode');
      const item = kinds(`- who: ${quoteText(text)} \`/done\`\n- next`);
      expect(item.filter((kind) => kind === 'listItem')).toHaveLength(2);
      expect(item).toContain('inlineCode');
      const quote = parse(`before\n\n${quoteBlock(text, 300)}\n\n- after`).children.map(({ type }) => type);
      expect(quote).toEqual(['paragraph', 'blockquote', 'list']);
      for (const kind of ['html', 'image', 'heading', 'code', 'footnoteReference'])
        expect([...table, ...item, ...kinds(quoteBlock(text, 300))]).not.toContain(kind);
    }),
    { numRuns: 1000 },
  );
});

test('a block quote keeps the lines apart', () => {
  expect(quoteBlock('one\n\n\n\n- [ ] two\n```', 100)).toBe("> one\n>\n> \u200B- [ ] two  \n> '''");
});

test('titles and code spans are as harmless', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const quoted of [quotePlain(text), quoteCode(text, 1000)]) {
        expect(quoted).not.toMatch(/@[^\u200B]|@$|<|#\d|\bGH-\d|\n/iu);
      }
      expect(quotePlain(text)).not.toContain('`');
      expect(quoteCode(text, 1000).slice(1, -1)).not.toContain('`');
    }),
  );
});

test.each(['\\', '`', '&', '&#', '|', '\u001B[', '@', '#', '[', '\u0301', '<', '\n', ' \n', '&amp;', '!['])(
  'takes linear time over 65,536 times %j',
  (piece) => {
    const text = piece.repeat(65_536);
    const took = leastOf(2, () => {
      quoteText(text, { limit: 1_000_000 });
      quoteBlock(text, 1_000_000);
      quotePlain(text);
    });
    expect(took).toBeLessThan(here(1000));
  },
);

test.each([
  [
    'Hand over with `/handover commander @who`, ask @acme',
    'Hand over with `/handover commander @who`, ask @\u200Bacme',
  ],
  ['Type `/role <role>` <b>', 'Type `/role <role>` &lt;b>'],
  ['an open ` tick @a', "an open ' tick @\u200Ba"],
  ['`<!-- sitrep:card -->`', '`‹!-- sitrep:card -->`'],
  ['`/role scribe @acme/sre`', '`/role scribe @\u200Bacme/sre`'],
])('of a handbook %j is printed as %j', (text, quoted) => {
  expect(quoteOurs(text)).toBe(quoted);
});

test('what stands in our code spans is code, whatever it is, and the rest is as harmless as any text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const line of [`before ${quoteOurs(text)}`, `before ${quoteToCopy(text)} after`]) {
        expect(line).not.toMatch(/<!--|[\n\r]|\p{Co}/u);
        visit(fromMarkdown(line, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), (node) => {
          if (node.type === 'text') expect(node.value).not.toMatch(/@[^\u200B]|#\d/u);
          expect(['html', 'image', 'definition']).not.toContain(node.type);
        });
      }
    }),
    { numRuns: 1000 },
  );
});
