// Things of the handbook by the words people type for them: `sev1`, `SEV-1`, `1`, `critical`, `technical lead`.
import { nearest } from './near-miss.ts';

/** What has an id, a name and other names. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The one of that id, name or alias; case, spaces, hyphens and a trailing `:` do not matter. */
export function named<T extends Named>(list: readonly T[], word: string): T | undefined {
  const wanted = plain(word);
  if (wanted === '') return undefined;
  return (
    list.find((one) => plain(one.id) === wanted) ?? list.find((one) => namesOf(one).some((name) => name === wanted))
  );
}

/** The id that a mistyped word meant: the beginning of one thing's name only, or near to one thing's name only. Null otherwise. */
export function meant(list: readonly Named[], word: string): string | null {
  const wanted = plain(word);
  const begun = wanted.length < 3 ? [] : list.filter((one) => namesOf(one).some((name) => name.startsWith(wanted)));
  if (begun.length === 1) return begun[0]?.id ?? null;
  return misspelt(list, word);
}

/** The id of the one thing to whose name a word is near; null otherwise. The beginning of a name is not near to it. */
export function misspelt(list: readonly Named[], word: string): string | null {
  const near = list.filter((one) => nearest(plain(word), namesOf(one)) !== null);
  return near.length === 1 ? (near[0]?.id ?? null) : null;
}

function namesOf(one: Named): readonly string[] {
  return [one.id, one.name, ...one.aliases].map(plain);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_.:–-]+/g, '');
}
