// Short names for long ids: an entry of the ledger has to be small (decision 16).
import { createHash } from 'node:crypto';

/** The first 8 hex digits of a text's SHA-256. Tells things of one thread apart; proves nothing. */
export function hash8(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
