// A line as it is written: JSON whose texts a terminal may show.
import type { IncidentLine } from './line.ts';

/** One line, without its end; escaped as {@link printable} says. */
export function lineText(line: IncidentLine): string {
  return printable(JSON.stringify(line));
}

/** JSON leaves bidi and zero-width characters as they are; here they are escaped as control characters are. */
export function printable(json: string): string {
  return json.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
