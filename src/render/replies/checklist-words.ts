// The sentences around the checklist.
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { isPrivate, itemsFor } from '../../core/items-for.ts';
import { toType } from '../names.ts';

/** What stands above and below the items. */
export function checklistWords(incident: Incident, handbook: Handbook): { readonly why: string; readonly how: string } {
  const [first] = itemsFor(incident, handbook);
  if (!first)
    return { why: 'Nothing has to be ticked at this severity and for this type.', how: 'To close it: `/close`' };
  const order = isPrivate(incident, handbook) ? ' They are worked off in this order.' : '';
  return {
    why: `All of these must be true before this incident is closed. Some tick themselves when the record proves them.${order}`,
    how: `Tick a box, or type e.g. ${toType(`/done ${first.id}`)}; to take a tick back: ${toType(`/undone ${first.id}`)}. When all are ticked: \`/close\``,
  };
}
