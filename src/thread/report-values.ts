// Answers of a report that are lists.

/**
 * The services that an answer names: split at commas, semicolons and line ends, without bullets, boxes (unticked ones are left
 * out) and code marks; each once whatever its case. At most 50, each cut at 100 characters.
 */
export function readServices(text: string): string[] {
  const named = text
    .slice(0, 65_536)
    .split(/[,;\r\n]/)
    .map((part) => part.trim())
    .filter((part) => !/^(?:[-+*•]\s+)?\[ ?\]/.test(part))
    .map((part) =>
      part.replace(/^(?:[-+*•]\s+|\d{1,3}[.)]\s+)?(?:\[[xX]\]\s*)?/, '').replace(/^[`*]{1,3}|[`*]{1,3}$/g, ''),
    )
    .map((part) => [...part.trim()].slice(0, 100).join(''))
    .filter((part) => !/^(?:|none|n\/a|-+|—|–|_no response_)$/i.test(part));
  const once = new Map(named.map((name) => [name.toLowerCase(), name] as const).reverse());
  return named.filter((name) => once.get(name.toLowerCase()) === name && once.delete(name.toLowerCase())).slice(0, 50);
}
