// The headings that a handbook wants in every post-mortem.

/** The page with each heading that it lacks added at its end, for people to fill in. Case and level do not matter. */
export function withSections(page: string, sections: readonly string[]): string {
  const headings = new Set([...page.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, text = '']) => plain(text)));
  const missing = sections.filter((section) => !headings.has(plain(section)));
  return missing.length === 0 ? page : `${page.trimEnd()}\n\n${missing.map((section) => `## ${section}\n`).join('\n')}`;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
