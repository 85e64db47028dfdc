// The title that a workflow asks for: fixed words around the period, its days, the repository.
import { quotePlain } from '../render/quote.ts';

export interface TitleFault {
  readonly fault: 'placeholder' | 'long';
  /** The placeholder; the whole title where a brace opens or ends nothing. */
  readonly word: string;
}

/** What placeholders stand for. */
export interface TitleValues {
  /** `2026-W10`. */
  readonly period: string;
  /** `2–8 March`. */
  readonly days: string;
  /** `owner/name`. */
  readonly repository: string;
}

const placeholder = /\{([^{}]*)\}/g;
const known: readonly string[] = ['period', 'days', 'repository'] satisfies (keyof TitleValues)[];
/** GitHub takes 256; what placeholders become needs the rest. */
const longest = 200;

/** What is wrong with a title as it was typed; null: nothing. */
export function titleFault(words: string): TitleFault | null {
  const names = [...words.matchAll(placeholder)].map(([, name = '']) => name);
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined) return { fault: 'placeholder', word: `{${strange}}` };
  if (/[{}]/.test(words.replace(placeholder, ''))) return { fault: 'placeholder', word: words };
  return words.length > longest ? { fault: 'long', word: words } : null;
}

/** @param words without a {@link titleFault} */
export function titleAsked(words: string, values: TitleValues): string {
  return quotePlain(
    words.replace(placeholder, (_, name: keyof TitleValues) => values[name]),
    { limit: 256 },
  );
}
