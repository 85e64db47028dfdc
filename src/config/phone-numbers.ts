// Telephone numbers in a file that everybody who may read the repository can read, its comments too.
import type { Problem } from '../core/snapshot.ts';

/**
 * With a country's code; `tel:`; as in North America; with a leading zero and a gap. Dates, times, offsets and long ids are
 * none: they have another shape.
 */
const shapes = [
  /(?<![\w+])\+[1-9]\d{0,2}(?:[ ()./-]*\d){7,13}(?!\d)/,
  /\btel:\+?[\d().-]{6,}/i,
  /(?<![\w-])\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])/,
  /(?<![\w:-])\(?0\d{2,4}\)?(?: ?[/-] ?| )\d{5,8}(?![\w-])/,
];

/** A problem for the first number of each line; what stands in an address of the web is none. */
export function phoneNumbers(file: string, text: string): readonly Problem[] {
  return text.split('\n').flatMap((whole, index) => {
    const line = whole.replace(/https?:\/\/\S+/g, (address) => ' '.repeat(address.length));
    const places = shapes.flatMap((shape) => shape.exec(line)?.index ?? []);
    if (places.length === 0) return [];
    const what = 'This looks like a telephone number, and numbers do not belong in a repository.';
    const suggestion = 'Write where it is found: a page that only those can open who need it.';
    return [{ file, line: index + 1, column: Math.min(...places) + 1, what, suggestion }];
  });
}
