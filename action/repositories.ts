// Which repositories a report is about.

/** A word that names neither a repository nor an organisation. */
export interface RepositoriesFault {
  readonly fault: 'strange';
  readonly word: string;
}

const repository = /^[\w.-]{1,100}\/(?:[\w.-]{1,100}|\*)$/;
const organisation = /^[a-z\d](?:-?[a-z\d]){0,38}$/i;

/**
 * @param words `owner/name`, `organisation/*` or `organisation`, separated by spaces, commas or lines; none: the home
 * @returns each `owner/name` or `owner/*`, once
 */
export function repositoriesIn(words: string, home: string): { readonly names: readonly string[] } | RepositoriesFault {
  const asked = words.split(/[\s,]+/).filter(Boolean);
  const names = asked.map((word) => (organisation.test(word) ? `${word}/*` : word));
  const strange = names.find((name) => !repository.test(name));
  if (strange !== undefined) return { fault: 'strange', word: strange };
  const different = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  return { names: different.length === 0 ? [home] : different };
}
