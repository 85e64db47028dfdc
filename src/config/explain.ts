// What zod found wrong, in words for people: what, where, and what to write instead.
import { z } from 'zod';
import { didYouMean } from './nearest.ts';
import type { Step } from './place.ts';
import { shown } from './shown.ts';

/** Something wrong at a path of a file. `of`: whether the key or its value is to be looked at. */
export interface Finding {
  readonly path: readonly Step[];
  /** The other place that it may come from, where two do not fit together. */
  readonly or?: readonly Step[];
  readonly of: 'key' | 'value';
  readonly what: string;
  readonly suggestion: string;
}

/** A value by its schema, defaults filled in; or what is wrong with it. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
):
  | { readonly data: z.output<Schema>; readonly findings: readonly [] }
  | { readonly data: null; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, findings: [] };
  return { data: null, findings: result.error.issues.flatMap((issue) => explain(schema, value, issue)) };
}

function explain(schema: z.ZodType, value: unknown, issue: z.core.$ZodIssue): readonly Finding[] {
  const path = issue.path.filter((step): step is Step => typeof step !== 'symbol');
  const name = path.length === 0 ? 'The file' : nameOf(path);
  const given = valueAt(value, path);
  const here = schemaAt(schema, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, here));
  if (issue.code === 'invalid_key') {
    const why = issue.issues[0]?.message ?? 'is not a key here';
    return [{ path, of: 'key', what: `${name}: the key ${why}.`, suggestion: keyLike(path.at(-1)) }];
  }
  if (given === undefined) {
    return [{ path, of: 'value', what: `${name} is missing.`, suggestion: exampleOf(path, here) }];
  }
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String);
    const written = typeof given === 'string' ? given : null;
    const what = `${name} cannot be ${written === null ? kindOf(given) : `\`${shown(written)}\``}.`;
    return [{ path, of: 'value', what, suggestion: didYouMean(written ?? '', options) }];
  }
  if (given === null) {
    const what = `${name} is empty, and a handbook needs it.`;
    return [{ path, of: 'value', what, suggestion: exampleOf(path, here) }];
  }
  if (issue.code === 'invalid_type') {
    const what = `${name} must be ${kind(issue.expected)}, not ${kindOf(given)}.`;
    return [{ path, of: 'value', what, suggestion: asKind(issue.expected, path, given) ?? exampleOf(path, here) }];
  }
  const meant = issue.code === 'custom' ? issue.params?.suggestion : null;
  const suggestion = typeof meant === 'string' ? meant : exampleOf(path, here);
  return [{ path, of: 'value', what: `${name} ${issue.message}.`, suggestion }];
}

/** One text where a list is wanted, or texts where one is wanted: the same, as it should be written; null: neither. */
function asKind(expected: string, path: readonly Step[], given: unknown): string | null {
  const key = path.at(-1);
  if (typeof key !== 'string') return null;
  const written = (value: unknown): string => `Write \`${key}: ${shown(flow(value), 120)}\`.`;
  if (expected === 'array' && typeof given === 'string' && given !== '') return written([given]);
  const isTexts = Array.isArray(given) && given.length > 0 && given.every((one) => typeof one === 'string');
  return expected === 'string' && isTexts ? written(given.join(', ')) : null;
}

function unknownKey(path: readonly Step[], key: string, here: z.ZodType | null): Finding {
  const known = here instanceof z.ZodObject ? Object.keys(here.shape) : namesOf(here);
  const where = path.length === 0 ? 'here' : `in ${nameOf(path)}`;
  return {
    path: [...path, key],
    of: 'key',
    what: `There is no key \`${shown(key)}\` ${where}.`,
    suggestion: didYouMean(key, known),
  };
}

/** The keys of a table that has only certain ones. */
function namesOf(here: z.ZodType | null): readonly string[] {
  return here instanceof z.ZodRecord && here.keyType instanceof z.ZodEnum ? here.keyType.options.map(String) : [];
}

/** A path as people read it: keys joined by dots, without the places in lists. */
export function nameOf(path: readonly Step[]): string {
  return `\`${shown(path.filter((step) => typeof step === 'string').join('.'))}\``;
}

/** The schema of what a path names, without its wrappers; null where there is none. */
function schemaAt(schema: z.ZodType, path: readonly Step[]): z.ZodType | null {
  let here: z.ZodType = bare(schema);
  for (const step of path) {
    const next: unknown =
      here instanceof z.ZodObject
        ? Object.entries(here.shape).find(([key]) => key === step)?.[1]
        : here instanceof z.ZodRecord
          ? here.valueType
          : here instanceof z.ZodArray
            ? here.element
            : null;
    if (!(next instanceof z.ZodType)) return null;
    here = bare(next);
  }
  return here;
}

/** A schema without what makes it optional. */
export function bare(schema: z.ZodType): z.ZodType {
  let here: unknown = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodNullable || here instanceof z.ZodDefault)
    here = here.unwrap();
  return here as z.ZodType;
}

function exampleOf(path: readonly Step[], here: z.ZodType | null): string {
  const key = path.findLast((step) => typeof step === 'string');
  const meta = here?.meta();
  const example = (meta?.examples as readonly unknown[] | undefined)?.[0];
  const isOfList = typeof path.at(-1) === 'number';
  if (example !== undefined && key !== undefined)
    return `Write for example \`${key}: ${flow(isOfList ? [example] : example)}\`.`;
  const shape = isOfList ? '[first, second]' : shapeOf(here);
  const fallback = key === undefined ? '' : `Write it as \`${key}: ${shape}\`, or take the line away.`;
  return meta?.description ?? fallback;
}

/** A key that is allowed, as near as can be to one that is not. */
function keyLike(key: Step | undefined): string {
  const near = String(key)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return near === '' || near.length > 40 ? 'Write for example `sev-1`.' : `Write for example \`${near}\`.`;
}

/** The least that a key without an example can hold. */
function shapeOf(here: z.ZodType | null): string {
  if (here instanceof z.ZodArray) return '[first, second]';
  if (here instanceof z.ZodBoolean) return 'true';
  return here instanceof z.ZodObject || here instanceof z.ZodRecord ? '{key: value}' : 'text';
}

/** A value as YAML writes it on one line. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, one]) => `${key}: ${flow(one)}`)
      .join(', ')}}`;
  }
  const text = String(value);
  return /^[\w./-][\w ./-]*$/.test(text) && text === text.trim() ? text : JSON.stringify(text);
}

function valueAt(value: unknown, path: readonly Step[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<Step, unknown>)[step];
  }
  return here;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function kind(expected: string): string {
  return kinds[expected] ?? expected;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : typeof value === 'boolean' ? `\`${value}\`` : 'text';
}
