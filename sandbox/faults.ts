import type { WireVerdict } from './wire-error.ts';

/** One order to fail, as scenarios write it. */
export type Fault =
  | { readonly kind: 'drops'; readonly count: number }
  | { readonly kind: '502 after'; readonly count: number }
  | { readonly kind: '403 secondary'; readonly seconds: number }
  | { readonly kind: 'lags'; readonly seconds: number }
  | { readonly kind: 'loses webhooks'; readonly until: string };

// Day one of every scenario; `+1d 09:00` counts from it.
const DAY_ONE = '2026-03-02';

/**
 * Reads `drops 2`, `502 after 1`, `403 secondary 60s`, `lags 2s`, `loses webhooks until 11:00` (or `+1d 11:00`, or a
 * full ISO time). A bare time is on the day of `now`. Throws on anything else.
 */
export function parseFault(sentence: string, now: string): Fault {
  const text = sentence.trim();
  const number = (pattern: RegExp): number | null => {
    const read = pattern.exec(text)?.[1];
    return read === undefined ? null : Number(read);
  };
  const dropped = number(/^drops (\d+)$/);
  if (dropped !== null) return { kind: 'drops', count: dropped };
  const answered = number(/^502 after (\d+)$/);
  if (answered !== null) return { kind: '502 after', count: answered };
  const limited = number(/^403 secondary (\d+)s$/);
  if (limited !== null) return { kind: '403 secondary', seconds: limited };
  const behind = number(/^lags (\d+)s$/);
  if (behind !== null) return { kind: 'lags', seconds: behind };
  const until = /^loses webhooks until (.+)$/.exec(text)?.[1];
  if (until !== undefined) return { kind: 'loses webhooks', until: momentOf(until.trim(), now) };
  throw new Error(
    `"${sentence}" is not a way to fail (drops N · 502 after N · 403 secondary Ns · lags Ns · loses webhooks until TIME)`,
  );
}

function momentOf(time: string, now: string): string {
  const read = /^(?:\+(\d+)d )?(\d\d:\d\d)(:\d\d)?$/.exec(time);
  if (!read) {
    if (Number.isNaN(Date.parse(time))) throw new Error(`"${time}" is not a time`);
    return `${new Date(time).toISOString().slice(0, 19)}Z`;
  }
  const [, days, minutes, seconds = ':00'] = read;
  const day = days === undefined ? Date.parse(now.slice(0, 10)) : Date.parse(DAY_ONE) + Number(days) * 86_400_000;
  return `${new Date(day).toISOString().slice(0, 10)}T${minutes}${seconds}Z`;
}

/** What an order needs of the world: its time, and that it remembers as far back as looks will reach. */
export interface FailingWorld {
  readonly now: string;
  remember(seconds: number): void;
}

/** How a GitHub fails just now. Only orders change it: there is no chance in it. */
export class Faults {
  #drops = 0;
  #answerAfter = 0;
  #limitedUntil = 0;
  #lag = 0;
  #webhooksLostUntil = 0;

  /** Takes an order (a sentence or a parsed one) that holds from the world's now on. */
  order(fault: Fault | string, world: FailingWorld): void {
    const { now } = world;
    const order = typeof fault === 'string' ? parseFault(fault, now) : fault;
    if (order.kind === 'drops') this.#drops = order.count;
    if (order.kind === '502 after') this.#answerAfter = order.count;
    if (order.kind === '403 secondary') this.#limitedUntil = Date.parse(now) + order.seconds * 1000;
    if (order.kind === 'lags') {
      this.#lag = order.seconds;
      world.remember(order.seconds);
    }
    if (order.kind === 'loses webhooks') this.#webhooksLostUntil = Date.parse(order.until);
  }

  /** Everything works again. */
  heal(): void {
    this.#drops = 0;
    this.#answerAfter = 0;
    this.#limitedUntil = 0;
    this.#lag = 0;
    this.#webhooksLostUntil = 0;
  }

  /** How many seconds looks are behind. */
  get lag(): number {
    return this.#lag;
  }

  /** What becomes of the write that comes now; each call counts as one write. */
  judgeWrite(now: string): WireVerdict {
    if (this.#drops > 0) {
      this.#drops -= 1;
      return { kind: 'lost' };
    }
    const wait = Math.ceil((this.#limitedUntil - Date.parse(now)) / 1000);
    if (wait > 0) return { kind: 'limited', retryAfter: wait };
    if (this.#answerAfter > 0) {
      this.#answerAfter -= 1;
      if (this.#answerAfter === 0) return { kind: 'executed, then 502' };
    }
    return { kind: 'fine' };
  }

  /** Is a webhook that is caused now lost? */
  losesWebhook(now: string): boolean {
    return Date.parse(now) < this.#webhooksLostUntil;
  }
}
