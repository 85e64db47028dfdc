// A type and a level in one word, as people write them together: `IN-3`, `SR major`.
import type { IncidentType } from '../core/classification.ts';
import type { Handbook, Severity } from '../core/handbook.ts';
import { named } from './named.ts';

/** What a word names; a level alone has no type. */
export interface TypeAndLevel {
  readonly type: IncidentType | null;
  readonly level: Severity;
}

/** A level by its own words, else a type and a level with a hyphen or space between them, in either order; null for anything else. */
export function typeAndLevel(word: string, { severities, types }: Handbook): TypeAndLevel | null {
  const level = named(severities, word);
  if (level) return { type: null, level };
  for (const gap of word.slice(0, 100).matchAll(/[\s-]+/g)) {
    const [head, tail] = [word.slice(0, gap.index), word.slice(gap.index + gap[0].length)];
    for (const [kind, rest] of [
      [head, tail],
      [tail, head],
    ] as const) {
      const [type, of] = [named(types, kind), named(severities, rest)];
      if (type && of) return { type, level: of };
    }
  }
  return null;
}

/** The same of an answer: the whole of it, or its first words (`IN-3: the disk is full`). */
export function leading<T>(answer: string, read: (words: string) => T | null | undefined): T | null {
  const words = answer.split(/[\s:,(–—]+/).filter(Boolean);
  const heads = [answer.slice(0, 60), words.slice(0, 2).join(' '), words[0] ?? ''];
  for (const head of heads) {
    const found = read(head);
    if (found) return found;
  }
  return null;
}
