// Numbers as people type them: `12k`, `$12,000`, `30 %`, `1.5 million`.

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
const number = /[-−]?[$€£]?\d[\d.,'_\u00A0\u202F]*(?:\s?(?:thousand|million|billion|mio|bn|[kmb])\b)?/giu;

/** A number where it stands in a text; `value` null for what cannot be read as one. */
export interface FoundNumber {
  readonly from: number;
  readonly until: number;
  readonly text: string;
  readonly value: number | null;
}

/** Every number of a text, in order. */
export function numbersIn(text: string): readonly FoundNumber[] {
  return [...text.matchAll(number)].map((found) => {
    const words = found[0].replace(/[.,']+$/, '');
    return { from: found.index, until: found.index + found[0].length, text: words, value: readNumber(words) };
  });
}

/**
 * `12.000` and `12,000` are twelve thousand (a separator before three digits, and when in doubt the higher number), `1,5` is one
 * and a half. Null for what is less than nothing or no number.
 */
function readNumber(text: string): number | null {
  const parts = /^[$€£]?([\d.,'_\u00A0\u202F]+)\s?([a-z]*)$/iu.exec(text);
  const scale = parts?.[2] ? scales[parts[2].toLowerCase()] : 1;
  if (!parts || scale === undefined) return null;
  const value = Number(plain(parts[1] ?? ''));
  return Number.isFinite(value * scale) ? value * scale : null;
}

const written = /^(?:\d+|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+[.,]\d+)$/;

/** Digits with a point for the decimals and nothing else. */
function plain(digits: string): string {
  const bare = digits.replace(/['_\u00A0\u202F]/g, '');
  if (!written.test(bare)) return 'NaN';
  const last = /[.,](?=\d*$)/.exec(bare);
  if (!last) return bare;
  const mark = last[0];
  const groups = bare.slice(0, last.index);
  const rest = bare.slice(last.index + 1);
  const thousands =
    rest.length === 3 && !/^0/.test(bare) && !(mark === '.' ? groups.includes(',') : groups.includes('.'));
  return thousands ? bare.replace(/[.,]/g, '') : `${groups.replace(/[.,]/g, '')}.${rest}`;
}
