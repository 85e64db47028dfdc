// A span at the beginning of a text: how long something may take.
import { readDuration } from '../time/time.ts';

/** `15m`, `2 hours` at the beginning; `minutes` null for one that is nothing, less or too long, `span` null where there is none. */
export function timeBox(rest: string): {
  readonly span: string | null;
  readonly minutes: number | null;
  readonly text: string;
} {
  const found = /^[-−]?(?:\d{1,9}\s?(?:d|days?|h|hrs?|hours?|m|mins?|minutes?)(?=[\s\d:,]|$)\s?)+/i.exec(rest);
  if (!found) return { span: null, minutes: null, text: rest };
  const span = found[0].trim();
  const text = rest.slice(found[0].length).replace(/^[:,]\s*/, '');
  return { span, minutes: readDuration(span), text: text.trim() };
}
