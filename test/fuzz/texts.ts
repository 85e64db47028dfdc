// Texts by chance: put together from pieces of a language, real ones that were damaged, and short ones repeated until they are long.
import fc from 'fast-check';

/** As long as GitHub lets a comment be, and longer than most files. */
export const longest = 65_536;

/** What texts are made of. */
export interface Material {
  readonly pieces: readonly string[];
  /** Whole texts as people write them. */
  readonly samples: readonly string[];
}

/** Letters, marks and signs that are more, or less, than they seem. */
const strange = [
  ...['\u202E', '\u2066', '\u200B', '\u200D', '\uFEFF', '\u0000', '\u001B[31m', '\u007F', '\u0085', '\u2028', '\u034F'],
  ...[
    '\uD800',
    '\uDC00',
    '👩‍👩‍👧‍👦',
    'z̷̢̧̛̛͎̹',
    'İ',
    'ß',
    'ﬃ',
    'ᾳ',
    '\u1E9E',
    '１２',
    '٣',
    'е',
    '\u00A0',
    '\u3000',
    '\r',
    '\r\n',
    '\t',
  ],
  ...['__proto__', 'constructor', 'toString', 'null', 'NaN', '-0', '1e999', '\\', '%00', '$&', "$'"],
];

/** What makes Markdown slow or deep. */
export const marks = [
  ...[
    '> ',
    '>> ',
    '- ',
    '* ',
    '1. ',
    '1) ',
    '# ',
    '    ',
    '*',
    '**',
    '_',
    '__',
    '***a',
    '~~',
    '`',
    '``',
    '```',
    '```sh',
    '~~~',
  ],
  ...[
    '[',
    ']',
    '](',
    '[a](',
    '![',
    '[a]: ',
    '[^1]',
    '[^1]: ',
    '<',
    '<a',
    '<a href="',
    '</a>',
    '<div>',
    '</div>',
    '<!--',
    '-->',
  ],
  ...[
    '<![CDATA[',
    '<?',
    '<pre>',
    '</pre>',
    '<details>',
    '<script>',
    '| a ',
    '|-',
    '| --- |',
    '---',
    '===',
    '- [ ] ',
    '- [x] ',
  ],
  ...[
    'https://a.example/',
    'www.a',
    'a@b.example',
    '@ada',
    '#1',
    '&amp;',
    '&#x2F;',
    '\\/',
    '\n\n',
    '\n',
    '\n',
    ' ',
    ' ',
  ],
];

/** Texts of some material; `many`: of a hundred, so many are whole samples with damages. */
export function textsOf({ pieces, samples }: Material, many = 25): fc.Arbitrary<string> {
  const anything = fc.array(fc.nat(0x10ffff), { maxLength: 6 }).map((points) => String.fromCodePoint(...points));
  const piece = fc.oneof(
    { arbitrary: fc.constantFrom(...pieces), weight: 14 },
    { arbitrary: fc.constantFrom(...strange), weight: 1 },
    { arbitrary: anything, weight: 1 },
  );
  const composed = fc
    .tuple(fc.array(piece, { maxLength: 12, size: 'max' }), fc.constantFrom('', '', ' ', '\n'))
    .map(([parts, between]) => parts.join(between));
  const sample = fc.constantFrom(...samples);
  const wound = fc.record({
    at: fc.nat(),
    cut: fc.constantFrom(0, 1, 1, 2, 7, 40),
    put: fc.oneof(piece, fc.constant('')),
  });
  const damaged = fc
    .tuple(sample, fc.array(wound, { minLength: 1, maxLength: 5, size: 'max' }))
    .map(([text, wounds]) => wounds.reduce((whole, { at, cut, put }) => wounded(whole, at, cut, put), text));
  const cutOff = fc
    .tuple(sample, fc.nat(), fc.boolean())
    .map(([text, at, end]) => (end ? text.slice(0, at % (text.length + 1)) : text.slice(at % (text.length + 1))));
  const long = fc
    .tuple(composed, fc.array(piece, { minLength: 1, maxLength: 4, size: 'max' }), fc.nat(16), composed)
    .map(([before, unit, halvings, after]) => repeated(unit.join(''), longest >> halvings, before, after));
  return fc.oneof(
    { arbitrary: composed, weight: 90 - many },
    { arbitrary: damaged, weight: Math.ceil(many * 0.6) },
    { arbitrary: cutOff, weight: Math.floor(many * 0.4) },
    { arbitrary: long, weight: 2 },
  );
}

/** A piece as often as a text of that length holds it, between two others. */
export function repeated(unit: string, length: number, before = '', after = ''): string {
  const room = Math.max(0, length - before.length - after.length);
  return `${before}${unit.repeat(Math.ceil(room / Math.max(1, unit.length)))}`.slice(0, length - after.length) + after;
}

function wounded(text: string, at: number, cut: number, put: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + put + text.slice(place + cut);
}
