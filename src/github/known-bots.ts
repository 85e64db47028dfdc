// People's accounts that programs drive, as the config names them: they are bots from here on.
import type { Person } from '../core/person.ts';

/** The same value with each person of these logins (without regard to case) marked as a bot. For plain data. */
export function withBots<Value>(value: Value, logins: readonly string[]): Value {
  if (logins.length === 0) return value;
  const bots = new Set(logins.map((login) => login.toLowerCase()));
  return marked(value, bots) as Value;
}

function marked(value: unknown, bots: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => marked(one, bots));
  if (typeof value !== 'object' || value === null) return value;
  if (isPerson(value)) return bots.has(value.login.toLowerCase()) ? { ...value, bot: true } : value;
  // Somebody may be called `constructor`: a map without a prototype stays one.
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(value));
  for (const [key, inner] of Object.entries(value)) copy[key] = marked(inner, bots);
  return copy;
}

function isPerson(value: object): value is Person {
  return 'login' in value && 'bot' in value && typeof value.login === 'string';
}
