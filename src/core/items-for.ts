// Which items of the checklist an incident owes.
import type { ChecklistItem } from './checklist-item.ts';
import { type Handbook, typeOf } from './handbook.ts';
import type { Incident } from './incident.ts';
import { hasGate } from './required.ts';

type Judged = Pick<Incident, 'severity' | 'type'>;

/**
 * The items that hold for an incident as it stands, in the handbook's order: by its severity and its type. An item that names
 * no type holds for all but private ones; a type without a gate owes none.
 */
export function itemsFor(incident: Judged, handbook: Handbook): readonly ChecklistItem[] {
  if (!hasGate(incident, handbook)) return [];
  return handbook.checklist.filter((item) => holdsFor(item, incident, handbook));
}

/** Whether a handbook's entry with severities and types is meant for an incident as it stands. */
export function holdsFor(
  { severities, types }: Pick<ChecklistItem, 'severities' | 'types'>,
  { severity, type }: Judged,
  handbook: Handbook,
): boolean {
  if (severities.length > 0 && !severities.includes(severity.current)) return false;
  return types.length > 0 ? types.includes(type.current) : !isPrivate({ type }, handbook);
}

/** Whether an incident is not to be spoken of in public; its items come in their order, from the beginning on. */
export function isPrivate({ type }: { readonly type: Pick<Incident['type'], 'current'> }, handbook: Handbook): boolean {
  return typeOf(handbook, type.current)?.private ?? false;
}
