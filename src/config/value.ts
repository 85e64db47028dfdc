// The kinds of value that handbooks and configs are made of, each with what it refuses in plain words.
import { z } from 'zod';
import { type Callee, readCallee } from '../core/callee.ts';
import { readDate } from '../time/local-moment.ts';
import { readTerm, type Term } from '../time/term.ts';
import { type Fault, hoursFault, percentFault, spanFault, termFault } from './time-faults.ts';
import { zoneMeant } from './zone-meant.ts';

/** A word that the engine, labels and commands know something by: `sev-1`, `technical-lead`. */
export const id = z
  .string()
  .max(40, { error: 'is longer than 40 characters' })
  .regex(/^[a-z][a-z0-9-]*$/, { error: 'must be small letters, digits and hyphens, and begin with a letter' });

/** One line of text for people, `most` characters at most, without control or bidi characters (they would be repeated in the thread). */
export function line(most: number) {
  return z
    .string()
    .min(1, { error: 'must not be empty' })
    .max(most, { error: `is longer than ${most} characters` })
    .refine((text) => !/[\p{Cc}\p{Bidi_Control}]/u.test(text), {
      error: 'must be one line without control characters',
    });
}

/** A label's colour as GitHub takes it. */
export const colour = z
  .string()
  .regex(/^#?[0-9a-fA-F]{6}$/, { error: 'must be six hex digits' })
  .meta({ examples: ['d73a4a'] });

/** An IANA time zone. */
export const zone = z
  .string()
  .refine(isZone, { error: ({ input }) => `is not a time zone of the IANA list${perhaps(input)}` });

/** A text that a fault is looked for in; what it was probably meant to be is told with it. */
export function faultless(faultOf: (text: string) => Fault | null) {
  return z.string().check(({ value, issues }) => {
    const fault = faultOf(value);
    if (fault)
      issues.push({
        code: 'custom',
        input: value,
        message: fault.what,
        params: { suggestion: fault.suggestion },
        continue: true,
      });
  });
}

/** A span of time, up to 30 days: `30m`, `2h`, `1h30m`. */
export const span = faultless(spanFault);

/** A longer span: minutes and hours, days, weeks, business days. */
export const term = faultless(termFault)
  .transform((text) => readTerm(text) as Term)
  .meta({ examples: ['15m', '4h', '3d', '5bd'] });

/** Somebody whom a level of the ladder calls. */
export const callee = z
  .string()
  .refine((text) => readCallee(text) !== null, {
    error:
      'must be `@login`, `org/team`, `role commander`, `on-call`, `on-call primary`, `rota payments`, `service checkout`, `owners`, `contact management` or `everyone`',
  })
  .transform((text) => readCallee(text) as Callee);

/** A span for each severity that has one. */
export const bySeverity = z.record(id, term);

/** A date of the calendar. */
export const date = z
  .string()
  .refine((text) => readDate(text) !== null, { error: 'must be a date such as `2026-12-25`' })
  .meta({ examples: ['2026-12-25'] });

/** Hours of the week. @param example is what a wrong one is answered with, and may be copied */
export function hoursLike(example: string) {
  return z
    .array(faultless(hoursFault).meta({ examples: [example] }))
    .max(20, { error: 'must not have more than 20 lines' });
}

/** Hours in which people work. */
export const hours = hoursLike('Mon-Fri 08:00-18:00');

/** Dates that are no working days. */
export const holidays = z.array(date).max(500, { error: 'has more than 500 dates: take away those that are over' });

/** Text of several lines for people, without control characters but line breaks, and without bidi characters. */
export function paragraphs(most: number) {
  return z
    .string()
    .min(1, { error: 'must not be empty' })
    .max(most, { error: `is longer than ${most} characters` })
    .refine((text) => !/(?!\n)[\p{Cc}\p{Bidi_Control}]/u.test(text), { error: 'must hold no control characters' });
}

/** An address of the web. */
export const url = z
  .string()
  .max(500, { error: 'is longer than 500 characters' })
  .refine((text) => /^https?:\/\/[^\s<>"`\\]+$/.test(text) && URL.canParse(text), {
    error: 'must be an address that begins with `https://`',
  });

/** A whole or decimal number, written without separators (numbers of a file arrive as text). */
export const number = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/, { error: 'must be a number' })
  .transform(Number);

/** A percentage of 1 to 1000. */
export const percent = faultless(percentFault)
  .meta({ pattern: '^([1-9]\\d{0,2}|1000)%?$' })
  .transform((text) => Number.parseInt(text, 10));

/** A login of a person or `org/team`. */
export const owner = z.string().regex(/^@?[\w.-]+(\/[\w.-]+)?$/, { error: 'must be a login or a team of GitHub' });

/** A repository of GitHub. */
export const repository = z.string().regex(/^[\w.-]+\/[\w.-]+$/, { error: 'must be `owner/name`' });

/** A login or `org/team` of GitHub. */
export const team = z.string().regex(/^@?[\w.-]+\/[\w.-]+$/, { error: 'must be an organisation and a team' });
/** A bot's login, with or without `[bot]`. */
export const login = z.string().regex(/^@?[A-Za-z0-9_-]+(\[bot\])?$/, { error: 'must be a login of GitHub' });

/** A path below some folder: no absolute ones, no `..`, nothing hidden. */
export const path = z
  .string()
  .max(200, { error: 'is longer than 200 characters' })
  .regex(/^(?!.*(^|\/)\.)[A-Za-z0-9_. -]+(\/[A-Za-z0-9_. -]+)*$/, {
    error: 'must be a relative path without `..` and without hidden folders',
  });

/** Whether a name is a time zone of the IANA list; offsets are not. */
function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function perhaps(written: unknown): string {
  const near = typeof written === 'string' ? zoneMeant(written) : null;
  return near === null ? '' : ` (perhaps \`${near}\`)`;
}
