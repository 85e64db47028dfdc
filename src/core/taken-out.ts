// What is left of an entry whose words are taken out.
import type { Entry } from './entry.ts';

/** What stands where people's words stood. */
export const takenOut = '[taken out]';

/**
 * Keys of facts and refusals whose values are the handbook's or ours, never people's words. What is not named here is taken for
 * words: a new fact is masked until somebody says that it need not be.
 */
const plain = new Set(
  [
    'kind reason severity status type role change milestone note field item how id login handbook oid folder link issue',
    'was gone labels marks segments team teams held',
    'question right command needs from to than sources missing anyway legal current holder before who by usage task clock owner hash audience purpose as template comment onCall people knowing lost unasked levels passed trigger',
  ].flatMap((keys) => keys.split(' ')),
);

/**
 * An entry without people's words: who did what kind of thing, and when, stays.
 * @param kept further keys whose values are left as they are
 */
export function withoutWords({ fact, refusal, typed, ...entry }: Entry, kept: ReadonlySet<string> = new Set()): Entry {
  return {
    ...entry,
    ...(typed !== undefined && { typed: takenOut }),
    ...(fact && { fact: emptied(fact, kept) }),
    ...(refusal && { refusal: emptied(refusal, kept) }),
  };
}

function emptied<Value extends object>(value: Value, kept: ReadonlySet<string>): Value {
  const pairs = Object.entries(value).map(([key, inner]) => [
    key,
    plain.has(key) || kept.has(key) ? inner : hidden(inner, kept),
  ]);
  return Object.fromEntries(pairs) as Value;
}

function hidden(value: unknown, kept: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return isMoment(value) ? value : takenOut;
  if (Array.isArray(value)) return value.map((one) => hidden(one, kept));
  return typeof value === 'object' && value !== null ? emptied(value, kept) : value;
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z$/.test(text);
}
