import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, verify } from 'node:crypto';
import type { Actor } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import type { Grants } from '../world/doer.ts';
import type { Clock } from './clock.ts';

/** Who shows up with a token: an actor, or the App itself with a signed JWT. */
export type Bearer = Actor | { readonly kind: 'jwt' };

// Seconds by which two honest clocks may differ.
const LENIENCE = 60;
const HOUR = 3_600_000;

const unauthorized = (message: string): Refusal => new Refusal(401, 'UNAUTHORIZED', message);

/** The key pair of an App, made when the caller brings none. */
export function keysOf(options: { privateKey?: string; publicKey?: string }): {
  privateKey: string;
  publicKey: KeyObject;
} {
  if (options.publicKey) return { privateKey: options.privateKey ?? '', publicKey: createPublicKey(options.publicKey) };
  if (options.privateKey) return { privateKey: options.privateKey, publicKey: createPublicKey(options.privateKey) };
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(), publicKey };
}

/** Gives tokens out and knows whose they are. */
export class Tokens {
  readonly #held = new Map<string, { actor: Actor; expires: number }>();
  readonly #clock: Clock;
  readonly #publicKey: KeyObject;
  readonly #appId: number;

  constructor(clock: Clock, publicKey: KeyObject, appId: number) {
    this.#clock = clock;
    this.#publicKey = publicKey;
    this.#appId = appId;
  }

  /** A person's token; it does not expire. */
  person(login: string): string {
    const token = `ghp_${randomBytes(18).toString('hex')}`;
    this.#held.set(token, { actor: { kind: 'user', login }, expires: Number.POSITIVE_INFINITY });
    return token;
  }

  /** An installation's token for one hour. Its length varies, as GitHub's does since 2026. */
  installation(account: string, permissions: Grants): { token: string; expires_at: string } {
    const token = `ghs_${this.#appId}_${randomBytes(40 + (this.#held.size % 30)).toString('base64url')}`;
    // It ends after an hour of the machine's time: when a story jumps to the next day, clients do not notice the jump.
    this.#held.set(token, { actor: { kind: 'app', permissions, account }, expires: Date.now() + HOUR });
    return { token, expires_at: `${new Date(this.#clock.time + HOUR).toISOString().slice(0, 19)}Z` };
  }

  /** What a workflow's run is given as `github.token`: it is for its own repository, with what `permissions:` says. */
  workflow(repository: string, permissions: Grants): string {
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    const actor: Actor = {
      kind: 'app',
      slug: 'github-actions',
      permissions: { ...permissions, metadata: 'read' },
      repository,
    };
    this.#held.set(token, { actor, expires: Date.now() + HOUR });
    return token;
  }

  /** From now on no installation's token holds that was given out before. */
  revoke(): void {
    for (const [token, { actor }] of this.#held) if (actor.kind === 'app') this.#held.delete(token);
  }

  /** Who was given this token, also where it has ended. */
  actorOf(token: string): Actor | undefined {
    return this.#held.get(token)?.actor;
  }

  /** Whose token this `authorization` header carries; refuses with 401. */
  read(header: string | undefined): Bearer {
    const token = /^(?:bearer|token)\s+(\S+)$/i.exec(header ?? '')?.[1];
    if (!token) throw unauthorized('Requires authentication');
    const held = this.#held.get(token);
    if (held && held.expires > Date.now()) return held.actor;
    if (held || token.startsWith('gh')) throw unauthorized('Bad credentials');
    this.#verify(token);
    return { kind: 'jwt' };
  }

  #verify(token: string): void {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = decode(payload);
    if (decode(header)?.alg !== 'RS256' || !claims) throw unauthorized('A JSON web token could not be decoded');
    const signed = verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      this.#publicKey,
      Buffer.from(signature, 'base64url'),
    );
    if (!signed) throw unauthorized('A JSON web token could not be decoded');
    // An App under test may run on the machine's time or follow the sandbox's: a JWT must hold on one of the two.
    const faults = [this.#clock.time, Date.now()].map((time) => timeFault(claims, time / 1000));
    if (faults.every((fault) => fault !== null)) throw unauthorized(faults[0] ?? '');
    const { iss } = claims;
    if (String(iss) !== String(this.#appId)) throw new Refusal(404, 'NOT_FOUND', 'Integration not found');
  }
}

// The words are GitHub's own: Octokit reads them and sets its clock by our `date` header.
function timeFault({ iat, exp }: Record<string, unknown>, now: number): string | null {
  if (typeof exp !== 'number' || exp < now) {
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  }
  if (exp > now + 600 + LENIENCE) return "'Expiration time' claim ('exp') is too far in the future";
  if (typeof iat === 'number' && iat <= now + LENIENCE) return null;
  return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
}

function decode(part: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
