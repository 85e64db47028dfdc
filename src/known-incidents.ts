// Issues that this process knows to be open incidents, by name: they are looked at even while the label is gone.
import type { Incident } from './core/incident.ts';
import { forgetBeyond } from './core/keep-newest.ts';

/** Names (`owner/name#12`, lower case), the one looked at last at the end. */
export type KnownIncidents = Set<string>;

const most = 5000;

/** Notes what a look showed; one whose record is closed is forgotten, and beyond the bound those looked at longest ago. */
export function noteIncident(known: KnownIncidents, name: string, incident: Incident | null): void {
  known.delete(name);
  if (!incident || incident.closed) return;
  known.add(name);
  forgetBeyond(known, most);
}
