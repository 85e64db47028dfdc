// The sandbox's own doors, as `npm run say` goes through them.

import type { Delivery } from '../server/deliveries.ts';
import type { SeenComment } from '../server/look-around.ts';
import type { Act } from '../server.ts';
import type { Dump } from '../world/dump.ts';

/** The main repository as it is, and what the App has asked for so far. */
export type Seen = Dump & { readonly requests: unknown };

/** What GitHub would not let somebody do, in its words. */
export class GitHubSaysNo extends Error {}

export interface Doors {
  world(): Promise<Seen>;
  people(): Promise<readonly string[]>;
  comments(number: number): Promise<readonly SeenComment[]>;
  deliveries(): Promise<readonly Delivery[]>;
  /** How many passes of the App wait or run; null: it does not tell. */
  passes(): Promise<number | null>;
  /** The time there; ISO. */
  now(): Promise<string>;
  /** Sets the time, for the App too; it runs on from there. @param now ISO */
  turnTo(now: string): Promise<void>;
  /** @returns the id of what was made, if anything was. @throws GitHubSaysNo */
  act(who: string, act: Act): Promise<number | null>;
}

/** The doors of the sandbox at an address. Each throws a TypeError when nobody answers there. */
export function doorsOf(url: string): Doors {
  const get = async (door: string) => (await fetch(`${url}/_sandbox/${door}`)).json();
  return {
    world: async () => (await get('world')) as Seen,
    people: async () => (await get('people')) as readonly string[],
    comments: async (number) => (await get(`comments/${number}`)) as readonly SeenComment[],
    deliveries: async () => (await get('deliveries')) as readonly Delivery[],
    async passes() {
      const { passesWaiting, passesRunning } = (await get('app')) as Readonly<Record<string, unknown>>;
      return typeof passesWaiting === 'number' && typeof passesRunning === 'number'
        ? passesWaiting + passesRunning
        : null;
    },
    now: async () => ((await get('clock')) as { readonly now: string }).now,
    async turnTo(now) {
      await fetch(`${url}/_sandbox/clock`, { method: 'POST', body: JSON.stringify({ now }) });
    },
    async act(who, act) {
      const answer = await fetch(`${url}/_sandbox/people/${encodeURIComponent(who)}`, {
        method: 'POST',
        body: JSON.stringify(act),
      });
      const { id = null, message } = (await answer.json()) as { id?: number | null; message?: string };
      if (!answer.ok) throw new GitHubSaysNo(message);
      return id;
    },
  };
}
