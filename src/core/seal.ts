// Proof that a text of ours is ours: a MAC where there is a secret, a plain checksum where there is none.
import { createHash, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

export interface Seal {
  /** Hex proof of a text. */
  sign(text: string): string;
  /** False: anybody could compute it, so the record is only tamper-evident (decision 10). */
  readonly keyed: boolean;
}

/**
 * A seal under a secret (the webhook secret or `SITREP_LEDGER_KEY`), or the unkeyed one for null.
 * The key is derived (HKDF-SHA256), so the ledger tells nothing about the secret itself.
 */
export function sealWith(secret: string | null): Seal {
  if (!secret) return { keyed: false, sign: (text) => createHash('sha256').update(text).digest('hex').slice(0, 32) };
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'sitrep', 'ledger v1', 32)));
  return { keyed: true, sign: (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, 32) };
}

/** Whether a proof belongs to a text; takes the same time for every wrong one. */
export function isSigned(seal: Seal, text: string, proof: string): boolean {
  const right = Buffer.from(seal.sign(text));
  const given = Buffer.from(proof);
  return right.length === given.length && timingSafeEqual(right, given);
}
