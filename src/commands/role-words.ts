// The words of `/role`, in any order: a role, people, `none`, a time.
import type { Handbook, Role } from '../core/handbook.ts';
import type { Refusal } from '../core/refusal.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { meant, named } from './named.ts';
import { isPerson } from './person-named.ts';

export interface RoleWords {
  /** The words that are neither a person nor `none`. */
  readonly role: readonly string[];
  /** `@bob`, `me`. */
  readonly people: readonly string[];
  readonly frees: boolean;
  readonly at: string | null;
}

/** Reads `scribe @bob`, `@bob scribe`, `scribe none`, `expert -@bob`, `technical lead me at 14:02`. */
export function readRoleWords(text: string, frees: boolean): RoleWords {
  const { words, at } = clauses(text);
  const people = words.filter((word) => isPerson(word) || word.startsWith('-@')).map((word) => word.replace(/^-/, ''));
  return {
    role: words.filter((word) => !isPerson(word) && !word.startsWith('-@') && !isNobody(word)),
    people,
    frees: frees || words.some((word) => isNobody(word) || word.startsWith('-@')),
    at,
  };
}

/** The role that the first words name, and the words left over. Refuses an unknown one with what was meant. */
export function roleNamed(
  words: readonly string[],
  { roles }: Handbook,
): { readonly role: Role; readonly rest: readonly string[] } | { readonly refusal: Refusal } {
  for (let count = Math.min(words.length, 4); count > 0; count--) {
    const role = named(roles, words.slice(0, count).join(' '));
    if (role) return { role, rest: words.slice(count) };
  }
  const word = words[0] ?? '';
  return {
    refusal: {
      reason: 'unknown-role',
      word: cut(word, 60),
      meant: meant(roles, words.join(' ')) ?? meant(roles, word),
      roles: roles.map(({ id }) => id),
    },
  };
}

function isNobody(word: string): boolean {
  return /^(?:none|nobody|-)$/i.test(word);
}
