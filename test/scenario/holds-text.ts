// Whether a text of ours says something, as a person reads it.

/** What breaks mentions and references in people's words (render/quote) is invisible, so it does not count; `never` looks at it raw. */
export function holdsText(text: string, part: string): boolean {
  return text.includes(part) || text.replaceAll('\u200B', '').includes(part);
}
