// Whether a body is GitHub's, by its signature; over the parts that came in, so that a wrong one is never made whole.
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a signature (`sha256=…`) was made of these bytes by who knows the secret.
 * Source: "Validating webhook deliveries": HMAC-SHA256 of the raw body, compared in constant time.
 */
export function isSigned(parts: readonly Uint8Array[], signature: string, secret: string): boolean {
  const hash = createHmac('sha256', secret);
  for (const part of parts) hash.update(part);
  const expected = Buffer.from(`sha256=${hash.digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
