// The generated parts of a page that people write: what stands between two HTML comments.

/**
 * A page with its generated parts put in.
 * @throws when a part has no place in the page, or a place no part
 */
export function fill(file: string, page: string, parts: Readonly<Record<string, string>>): string {
  const places = [...page.matchAll(/<!-- generated:([\w-]+) -->/g)].map((match) => match[1] ?? '');
  for (const name of Object.keys(parts)) {
    if (places.filter((place) => place === name).length !== 1)
      throw new Error(`${file} needs one <!-- generated:${name} -->`);
  }
  return page.replace(/<!-- generated:([\w-]+) -->[\s\S]*?<!-- \/generated -->/g, (_all, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${file}: nothing is generated for ${name}`);
    return `<!-- generated:${name} -->\n${part}\n<!-- /generated -->`;
  });
}
