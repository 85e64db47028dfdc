// A text cut to a length where people would cut it: behind a word, never within a code span, a mention or a character.

/**
 * A text of one line, of at most `most` code points with its ellipsis. A word longer than all of that is cut between characters as
 * people see them, a code span without its marks. Nothing is made harmless: that is for whoever quotes it.
 */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (lengthOf(line) <= most) return line;
  const words = line.match(word) ?? [];
  const room = most - 1;
  let kept = '';
  for (const next of words) {
    const longer = kept === '' ? next : `${kept} ${next}`;
    if (lengthOf(longer) > room) break;
    kept = longer;
  }
  const begun = kept === '' ? beginningOf((words[0] ?? '').replaceAll('`', ''), room) : kept;
  return `${begun.replace(/[\s,;:.(–-]+$/u, '')}…`;
}

/** What stands between spaces; those of a code span are its own. */
const word = /(?:`[^`]*`|[^\s`]|`)+/g;

/** Of a text without spaces: whole words where its language writes none, else whole characters. */
function beginningOf(text: string, room: number): string {
  return fitting(text, 'word', room) || fitting(text, 'grapheme', room);
}

function fitting(text: string, granularity: 'word' | 'grapheme', room: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity }).segment(text)) {
    if (lengthOf(kept) + lengthOf(segment) > room) break;
    kept += segment;
  }
  return kept;
}

function lengthOf(text: string): number {
  return [...text].length;
}
