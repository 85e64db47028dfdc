// A line as it is written: JSON whose texts a terminal may show.
import type { IncidentLine } from './line.ts';

/** One line, without its end. JSON leaves bidi and zero-width characters as they are; here they are escaped as control characters are. */
export function lineText(line: IncidentLine): string {
  return JSON.stringify(line).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
