// One file over another: what the upper one names wins.

type Table = Readonly<Record<string, unknown>>;
/**
 * What a file makes of the one it builds on. Maps are merged key by key, new keys at the end; `null` takes out what was there;
 * lists and single values replace; headings are added in front. Both are data that was validated (no keys of objects).
 * @param replaced tables of the upper file that are taken whole
 */
export function merge(below: Table, above: Table, replaced: readonly string[]): Table {
  const result: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = replaced.includes(key) ? undefined : below[key];
    if (value === null) delete result[key];
    else if (key === 'headings') result[key] = addHeadings(old, value);
    else result[key] = over(old, value);
  }
  return result;
}

function over(below: unknown, above: unknown): unknown {
  if (!isTable(above)) return above;
  const result: Record<string, unknown> = isTable(below) ? { ...below } : {};
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete result[key];
    else result[key] = over(result[key], value);
  }
  return result;
}

function addHeadings(below: unknown, above: unknown): unknown {
  if (!isTable(below) || !isTable(above)) return above;
  const result: Record<string, unknown> = { ...below };
  for (const [field, words] of Object.entries(above)) {
    const old = below[field];
    result[field] = Array.isArray(words) && Array.isArray(old) ? [...new Set([...words, ...old])] : words;
  }
  return result;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
