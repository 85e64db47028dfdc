// The sentences around the checklist.
import type { Handbook } from '../../core/handbook.ts';
import { toType } from '../names.ts';

/** What stands above and below the items. */
export function checklistWords(handbook: Handbook): { readonly why: string; readonly how: string } {
  const example = handbook.checklist[0]?.id ?? 'item';
  return {
    why: 'All of these must be true before this incident is closed. Some tick themselves when the record proves them.',
    how: `Tick a box, or type e.g. ${toType(`/done ${example}`)}; to take a tick back: ${toType(`/undone ${example}`)}. When all are ticked: \`/close\``,
  };
}
