// An incident that another Sitrep kept, once somebody took it over: its record is ours.
import type { Entry } from '../core/entry.ts';
import type { OtherSitrep } from '../core/other-sitrep.ts';
import { said } from '../core/unsaid.ts';

/** The other's record as ours: its entries keep their sources, so that what it heard is not heard again. */
export function adoptedFrom({ entries }: OtherSitrep): readonly Entry[] {
  return entries.map((entry) => ({ ...said(entry), adopted: true }));
}
