// What a file that changes another one may hold: the same tables, every key optional, `null` where an entry is taken out.
import { z } from 'zod';
import { bare } from './explain.ts';

/** The schema of changes to what another schema describes. Lists and single values stay as they are: they replace. */
export function overriding(schema: z.ZodObject): z.ZodObject {
  const shape = Object.entries(schema.shape).map(([key, value]) => [key, changed(value as z.ZodType).optional()]);
  return withMeta(z.strictObject(Object.fromEntries(shape)), schema);
}

/** `null` takes out whatever a handbook may do without: an entry, or a key that has a default. */
function changed(schema: z.ZodType): z.ZodType {
  const nullable = mayBeMissing(schema);
  const inner = bare(schema);
  const result = inner instanceof z.ZodObject ? overriding(inner) : inner instanceof z.ZodRecord ? table(inner) : inner;
  return nullable ? result.nullable() : result;
}

/** A table by id: entries are changed, added, and taken out by `null`. */
function table(schema: z.ZodRecord): z.ZodType {
  const entry = changed(schema.valueType as z.ZodType).nullable();
  // Keys of a list of words may be missing; so they may in every table.
  return withMeta(z.partialRecord(schema.keyType as z.ZodString, entry), schema);
}

function mayBeMissing(schema: z.ZodType): boolean {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodNullable;
}

function withMeta<Schema extends z.ZodType>(schema: Schema, like: z.ZodType): Schema {
  const meta = like.meta();
  return meta ? (schema.meta(meta) as Schema) : schema;
}
