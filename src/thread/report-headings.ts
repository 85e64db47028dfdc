// Which line of a report begins which field: headings as people and templates write them.
import { type Field, fields, type Handbook } from '../core/handbook.ts';

/** Known headings, as {@link headingKey} writes them, and the field each begins. */
export type KnownHeadings = ReadonlyMap<string, Field>;

/** A line that begins a field, and what stands behind its heading on the same line. */
export interface FieldStart {
  readonly field: Field;
  readonly style: 'heading' | 'bold';
  readonly rest: string;
}

/**
 * The handbook's headings made comparable. `Already over? (Resolved at)` is also known by either of its halves, as long as no
 * other field has that name. Made once for each handbook: every report is asked for them several times a pass.
 */
export function knownHeadings(headings: Handbook['headings']): KnownHeadings {
  const known = kept.get(headings) ?? comparable(headings);
  kept.set(headings, known);
  return known;
}

const kept = new WeakMap<Handbook['headings'], KnownHeadings>();

function comparable(headings: Handbook['headings']): KnownHeadings {
  const known = new Map<string, Field>();
  const add = (text: string, field: Field) => {
    const key = headingKey(text);
    if (key && !known.has(key)) known.set(key, field);
  };
  for (const field of fields) for (const heading of headings[field] ?? []) add(heading, field);
  for (const field of fields) {
    for (const heading of headings[field] ?? []) for (const half of halves(heading)) add(half, field);
  }
  return known;
}

/** A heading without what does not matter: case, emoji, stars, trailing colons and question marks, doubled spaces. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Join_Control}|\p{Variation_Selector}|:[a-z\d_+-]{1,40}:/giu,
      ' ',
    )
    .replace(/[*_`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[ :?.]{1,8}$/, '')
    .toLowerCase();
}

/** The field that a line begins: `### Heading`, `## Heading ##`, `**Heading:** value`, `**Heading**: value`. Null for any other line. */
export function fieldStart(line: string, known: KnownHeadings): FieldStart | null {
  const hashes = line.length <= 200 ? /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line) : null;
  if (hashes) {
    const field = fieldOf(hashes[1]!.trimEnd().replace(/(?<=\s)#{1,6}$/, ''), known);
    return field && { field, style: 'heading', rest: '' };
  }
  const bold = /^ {0,3}(?:[-+*][ \t]{1,3})?(\*\*|__)([^*_]{1,120}):?\1[ \t]?:?/.exec(line.slice(0, 200));
  const field = bold && fieldOf(bold[2]!, known);
  return field && { field, style: 'bold', rest: line.slice(bold[0].length).trim() };
}

function fieldOf(text: string, known: KnownHeadings): Field | null {
  const bare = text.replace(/\([^()]*\)\s*:?\s*$/, '');
  return known.get(headingKey(text)) ?? known.get(headingKey(bare)) ?? null;
}

function halves(heading: string): readonly string[] {
  const parts = /^([^()]{1,100})\(([^()]{1,100})\)[\s:*]*$/.exec(heading);
  return parts ? [parts[1]!, parts[2]!] : [];
}
