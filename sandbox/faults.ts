import { Allowance } from './allowance.ts';
import { ReadFaults } from './read-faults.ts';
import { Strikes } from './strikes.ts';
import type { WireVerdict } from './wire-error.ts';

/** One order to fail, as scenarios write it. */
export type Fault =
  | { readonly kind: 'drops'; readonly count: number }
  | { readonly kind: '502 after'; readonly count: number }
  | { readonly kind: '403 secondary'; readonly seconds: number }
  | { readonly kind: 'lags'; readonly seconds: number }
  | { readonly kind: 'loses webhooks'; readonly until: string }
  | { readonly kind: 'partial'; readonly count: number }
  | { readonly kind: '502 over'; readonly nodes: number }
  | { readonly kind: 'chokes'; readonly number: number }
  | { readonly kind: '429'; readonly seconds: number }
  | { readonly kind: 'leaves points'; readonly count: number };

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
  const reading = readFault(number);
  if (reading) return reading;
  const until = /^loses webhooks until (.+)$/.exec(text)?.[1];
  if (until !== undefined) return { kind: 'loses webhooks', until: momentOf(until.trim(), now) };
  throw new Error(
    `"${sentence}" is not a way to fail (drops N · 502 after N · 403 secondary Ns · lags Ns · loses webhooks until TIME · partial N · 502 over N nodes · chokes on #N · 429 for Ns · leaves N points)`,
  );
}

/** What only queries feel, and what every request does. */
function readFault(number: (pattern: RegExp) => number | null): Fault | null {
  const cut = number(/^partial (\d+)$/);
  if (cut !== null) return { kind: 'partial', count: cut };
  const nodes = number(/^502 over (\d+) nodes?$/);
  if (nodes !== null) return { kind: '502 over', nodes };
  const choking = number(/^chokes on #(\d+)$/);
  if (choking !== null) return { kind: 'chokes', number: choking };
  const seconds = number(/^429 for (\d+)s$/);
  if (seconds !== null) return { kind: '429', seconds };
  const points = number(/^leaves (\d+) points?$/);
  return points === null ? null : { kind: 'leaves points', count: points };
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
  #heldUntil = 0;
  /** How queries fail. */
  readonly reads = new ReadFaults();
  /** A blow for one chosen write. */
  readonly strikes = new Strikes();
  /** How many points tokens have left. */
  readonly allowance = new Allowance();

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
    if (order.kind === 'partial') this.reads.cuts = order.count;
    if (order.kind === '502 over') this.reads.mostNodes = order.nodes;
    if (order.kind === 'chokes') this.reads.chokesOn = order.number;
    if (order.kind === '429') this.#heldUntil = Date.parse(now) + order.seconds * 1000;
    if (order.kind === 'leaves points') this.allowance.leave(order.count, now);
  }

  /** Everything works again. */
  heal(): void {
    this.#drops = 0;
    this.#answerAfter = 0;
    this.#limitedUntil = 0;
    this.#lag = 0;
    this.#webhooksLostUntil = 0;
    this.#heldUntil = 0;
    this.reads.heal();
    this.strikes.heal();
    this.allowance.heal();
  }

  /** How many seconds looks are behind. */
  get lag(): number {
    return Math.max(this.#lag, this.strikes.lag);
  }

  /** How many seconds this look is behind; each call counts as one look. */
  behind(): number {
    return Math.max(this.#lag, this.strikes.behind());
  }

  /** For how many seconds every request is refused (429); 0: none is. */
  heldFor(now: string): number {
    return Math.max(0, Math.ceil((this.#heldUntil - Date.parse(now)) / 1000));
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
