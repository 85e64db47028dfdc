// Where a handbook's entries come from, and what was decided where its source is silent: the comments of its file.
import { entriesOf } from './provenance.ts';
import { table } from './table.ts';

/** One sentence on how much of a handbook is its source's. */
export function provenance(text: string): string {
  const tagged = entriesOf(text).filter(({ tags }) => tags.length > 0);
  const count = (tag: 'S' | 'L') => tagged.filter(({ tags }) => tags.includes(tag)).length;
  const linked = count('L') > 0 ? ` and ${count('L')} pages that it links to` : '';
  return `Of the ${tagged.length} places in the file whose comments tell where they come from, ${count('S')} name the source itself${linked}; the rest are defaults that a team can change.`;
}

/** What was decided, and why; nothing where nothing was. */
export function decided(text: string): readonly string[] {
  const rows = entriesOf(text).flatMap(({ path, decisions }) => decisions.map((why) => [`\`${path}\``, why]));
  if (rows.length === 0) return [];
  return ['## Decided where the source is silent or contradicts itself', table(['where', 'why'], rows)];
}
