// A time by which something is to be done, as far as it may be promised that Sitrep will look then.
import { type Footing, isPromisable } from '../core/footing.ts';
import type { Term } from '../time/term.ts';

/** `by 14:30`, or `due 14:30` where nobody watches so short a span. @param time as it is shown @param term null: not known */
export function byTime(time: string, term: Term | null, { footing }: { readonly footing: Footing }): string {
  return term === null || isPromisable(term, footing) ? `by ${time}` : `due ${time}`;
}
