// Who is told of a new report: logins and teams that GitHub could have, and nothing that could be read as anything else.

/** A word that is neither a login nor a team; or more of them than a report calls. */
export interface NotifiedFault {
  readonly fault: 'strange' | 'many';
  readonly word: string;
}

/** GitHub tells nobody where very many are called. */
const most = 10;

// GitHub: letters, digits and single hyphens inside, at most 39; an enterprise's people have `_short` behind.
const login = '[a-z\\d](?:-?[a-z\\d]){0,38}(?:_[a-z\\d]{1,20})?';
const named = new RegExp(`^@?(${login}(?:/[a-z\\d](?:[\\w.-]{0,98}[\\w])?)?)$`, 'i');

/** @param words separated by spaces, commas or lines; an `@` in front may stand or not */
export function notifiedIn(words: string): { readonly names: readonly string[] } | NotifiedFault {
  const asked = words.split(/[\s,]+/).filter(Boolean);
  const names = asked.map((word) => named.exec(word)?.[1] ?? null);
  const strange = names.indexOf(null);
  if (strange >= 0) return { fault: 'strange', word: asked[strange] ?? '' };
  const different = [...new Map(names.map((name) => [name?.toLowerCase(), name ?? ''])).values()];
  return different.length > most ? { fault: 'many', word: String(different.length) } : { names: different };
}
