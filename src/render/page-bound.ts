// What a page may cost before it is compiled: Handlebars takes minutes over some texts of 96 KiB (measured: 77 s for a chain of `else if`).

/**
 * Our largest page has 93; a team's own may have twice as many. Measured: the slowest text of so many (a chain of `else if`, whose cost
 * grows faster than it) takes 20 ms of the processor, one of twice as many 56, one of four times as many 166.
 */
const mostFields = 200;
/** Characters between the braces: a path, or a helper with what it takes. */
const longestField = 80;
const mostCharacters = 96 * 1024;

/** A page that is not even compiled. `lineNumber` counts from 1, `column` from 0, as Handlebars' own errors have them. */
export class PageTooLarge extends Error {
  readonly lineNumber: number;
  readonly column: number;

  constructor(what: string, before: string) {
    super(what);
    this.lineNumber = before.split('\n').length;
    this.column = before.length - (before.lastIndexOf('\n') + 1);
  }
}

/** Nothing for a page of a bearable size. Comments may be long. @throws PageTooLarge at the first place that is too much */
export function boundPage(text: string): void {
  if (text.length > mostCharacters) throw new PageTooLarge('It is larger than 96 KiB', '');
  let count = 0;
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at + 2)) {
    count += 1;
    const before = text.slice(0, at);
    if (count > mostFields) throw new PageTooLarge(`It has more than ${mostFields} fields and blocks`, before);
    const inside = text.slice(at + 2, at + 2 + longestField + 3);
    if (!inside.startsWith('!') && !inside.includes('}}') && text.length - at > longestField)
      throw new PageTooLarge(`A field is longer than ${longestField} characters, or not closed`, before);
  }
}
