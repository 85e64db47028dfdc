// Where the shells tell what they do.

import { withoutCredentials } from './core/credential.ts';

/** Fields first, then a sentence; as pino has it. Never hand it an error of Octokit's: its request holds the token. */
export type Tell = (fields: Readonly<Record<string, unknown>>, sentence: string) => void;

export interface Log {
  readonly debug: Tell;
  readonly info: Tell;
  readonly warn: Tell;
  readonly error: Tell;
}

/** An error's words; never the error itself, which may hold a request with its token; nor what looks like a credential in them. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? withoutCredentials(`${error.name}: ${error.message}`) : 'unknown';
}
