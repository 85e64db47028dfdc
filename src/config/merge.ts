// One file over another: what the upper one names wins.
import { z } from 'zod';
import { bare } from './explain.ts';

type Table = Readonly<Record<string, unknown>>;

/**
 * What a file makes of the one it builds on. Maps are merged key by key, new keys at the end; lists and single values replace;
 * headings are added in front. `null` stays where the schema takes it for a value, which then says *none* whatever stood below or
 * the default is; anywhere else it takes out what was there. Both are data that was validated (no keys of objects).
 * @param replaced tables of the upper file that are taken whole
 * @param schema of what the files make together
 */
export function merge(below: Table, above: Table, replaced: readonly string[], schema: z.ZodType): Table {
  const result: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = replaced.includes(key) ? undefined : below[key];
    const here = schemaOf(schema, key);
    if (value === null && !mayBeNull(here)) delete result[key];
    else if (key === 'headings') result[key] = addHeadings(old, value, here);
    else result[key] = over(old, value, here);
  }
  return result;
}

function over(below: unknown, above: unknown, schema: z.ZodType | null): unknown {
  if (!isTable(above)) return above;
  const result: Record<string, unknown> = isTable(below) ? { ...below } : {};
  for (const [key, value] of Object.entries(above)) {
    const here = schemaOf(schema, key);
    if (value === null && !mayBeNull(here)) delete result[key];
    else result[key] = over(result[key], value, here);
  }
  return result;
}

/** The schema of a key or entry; null: it has none. */
function schemaOf(table: z.ZodType | null, key: string): z.ZodType | null {
  const here = table && bare(table);
  const found: unknown =
    here instanceof z.ZodObject ? here.shape[key] : here instanceof z.ZodRecord ? here.valueType : null;
  return found instanceof z.ZodType ? found : null;
}

function mayBeNull(schema: z.ZodType | null): boolean {
  return schema?.safeParse(null).success ?? false;
}

function addHeadings(below: unknown, above: unknown, schema: z.ZodType | null): unknown {
  const replaced = over(below, above, schema);
  if (!isTable(below) || !isTable(replaced)) return replaced;
  const all = Object.entries(replaced).map(([field, words]) => {
    const old = below[field];
    return [field, Array.isArray(words) && Array.isArray(old) ? [...new Set([...words, ...old])] : words];
  });
  return Object.fromEntries(all);
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
