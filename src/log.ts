// Where the shells tell what they do.

import { withoutCredentials } from './core/credential.ts';
import { plain } from './plain.ts';

/** Fields first, then a sentence; as pino has it. Never hand it an error of Octokit's: its request holds the token. */
export type Tell = (fields: Readonly<Record<string, unknown>>, sentence: string) => void;

export interface Log {
  readonly debug: Tell;
  readonly info: Tell;
  readonly warn: Tell;
  readonly error: Tell;
}

/** An error's words as the log may have them; never the error itself, which may hold a request with its token. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? fitForLog(`${error.name}: ${error.message}`) : 'unknown';
}

const longest = 300;

/**
 * What a machine said, as the log may have it: one line, without what looks like a credential, and without what it quotes: that
 * may be people's words, sent back to us. Names (of a repository, a field, an address) are quoted on.
 */
export function fitForLog(words: string): string {
  const said = withoutCredentials(words.slice(0, longest * 10));
  const unquoted = said.replace(
    /(["`]|(?<!\w)')((?:\\[\s\S]|(?!\1)[^\\])*)(?:\1|\\?$)/g,
    (quoted, _mark, inside: string, at: number) =>
      isName(inside) && !/"value" ?: ?$/.test(said.slice(0, at)) ? quoted : '"…"',
  );
  return plain(unquoted, longest);
}

function isName(words: string): boolean {
  return /^[\w./:#@-]{0,100}$/.test(words);
}
