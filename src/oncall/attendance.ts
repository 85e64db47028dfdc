// When people are there, and when they are reminded, as a handbook tells it.
import type { Calendar } from '../time/calendar.ts';

export interface Attendance {
  /** The team's working time, by the clocks of the handbook's zone, and the dates on which there is none. */
  readonly hours: Calendar['hours'];
  readonly holidays: Calendar['holidays'];
  /** Hours in which nobody is reminded of what is less severe than `below` (null: than the line); none: there are no such hours. */
  readonly quiet: { readonly hours: Calendar['hours']; readonly below: string | null };
  /** Minutes after which a role that must be held and that nobody holds is asked for, again and again; null: never. */
  readonly unstaffedAfterMinutes: number | null;
  /** Minutes after which somebody is asked to confirm or decline an outsider's report; null: never. */
  readonly unconfirmedAfterMinutes: number | null;
}
