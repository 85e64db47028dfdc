// Whether the webhooks of a repository arrive: GitHub keeps each delivery for three days and sends none again by itself.
import { plain } from '../plain.ts';
import type { Finding } from './finding.ts';

/** A delivery as GitHub lists it; a redelivery has the same guid. */
export interface Delivery {
  readonly guid: string;
  readonly delivered_at: string;
  readonly status: string;
  readonly status_code: number;
  readonly repository_id: number | null;
}

/** @param repository its id; @param page of the App's settings */
export function deliveryFindings(all: readonly Delivery[], repository: number, page: string): readonly Finding[] {
  const here = all
    .filter(({ repository_id }) => repository_id === repository)
    .toSorted((one, other) => one.delivered_at.localeCompare(other.delivered_at));
  const arrived = new Set(here.filter(hasArrived).map(({ guid }) => guid));
  const guids = new Set(here.map(({ guid }) => guid));
  const last = here.findLast(({ guid }) => !arrived.has(guid));
  if (!last) return [];
  const count = `${guids.size - arrived.size} of the last ${guids.size} webhooks of this repository did not arrive`;
  const what = `${count} (last: ${plain(last.status, 60)}, ${last.status_code}, ${last.delivered_at}): what they told waits for the next sweep.`;
  return [{ what, mend: `See why, and send them again: ${page}/advanced` }];
}

function hasArrived({ status_code }: Delivery): boolean {
  return status_code >= 200 && status_code < 400;
}
