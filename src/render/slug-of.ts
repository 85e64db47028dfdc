// A title as the part of a file's name: nothing in it can leave the folder or be misread by a shell.

/**
 * At most 60 of `a-z`, `0-9` and `-`, neither beginning nor ending with `-`. Accents fall off; a title without any such
 * character (empty, emoji, another script) becomes `incident`.
 */
export function slugOf(title: string): string {
  const words = title
    .slice(0, 1000)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join('-').slice(0, 60);
  return (slug.endsWith('-') ? slug.slice(0, -1) : slug) || 'incident';
}
