// Lets people do their deeds before an App and reckons what each of them cost it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Requests } from '../sandbox/client.ts';
import type { Stage } from '../sandbox/demo/stage.ts';
import type { Deed } from './lifecycle.ts';

/** What the App asked of GitHub. */
export interface Cost {
  readonly requests: number;
  /** Of GraphQL, by GitHub's rule. */
  readonly points: number;
  /** Of the requests: those that write. GitHub advises a second between two, and counts each fivefold against its pace. */
  readonly writes: number;
  /** From the deed to the last answer that the App got. */
  readonly seconds: number;
}

export type Spent = Cost & Pick<Deed, 'name'>;

const nothing: Cost = { requests: 0, points: 0, writes: 0, seconds: 0 };
/** How often it is looked whether anything was asked. */
const tact = 10;

/**
 * Plays deeds in their order, at the sandbox's times. Hurried deeds and the one after them are one line in the answer.
 * @throws when GitHub itself refuses one or the App does not come to rest
 */
export async function liveThrough(deeds: readonly Deed[], stage: Stage): Promise<readonly Spent[]> {
  const spent: Spent[] = [];
  const watch = watchOf(stage);
  let before = structuredClone(stage.sandbox.requests);
  for (const { name, at, who, act, hurry } of deeds) {
    stage.turnTo(at);
    watch.start();
    await stage.act(who, act);
    if (hurry !== undefined) {
      await sleep(hurry);
      continue;
    }
    await stage.settled();
    spent.push({ name, ...asked(before, stage.sandbox.requests), seconds: watch.seconds() });
    before = structuredClone(stage.sandbox.requests);
  }
  watch.stop();
  return spent;
}

/** The lines of one name together, in the order in which the names first come. */
export function byName(spent: readonly Spent[]): readonly Spent[] {
  const names = [...new Set(spent.map(({ name }) => name))];
  return names.map((name) => ({ name, ...sum(spent.filter((one) => one.name === name)) }));
}

/** All of it. */
export function sum(costs: readonly Cost[]): Cost {
  return costs.reduce((all, { requests, points, writes, seconds }) => {
    const more = { requests: all.requests + requests, points: all.points + points };
    return { ...more, writes: all.writes + writes, seconds: all.seconds + seconds };
  }, nothing);
}

/** What came to a count of requests. */
export function asked(before: Requests, after: Requests): Omit<Cost, 'seconds'> {
  return {
    requests: after.graphql + after.rest - before.graphql - before.rest,
    points: after.points - before.points,
    writes: writesOf(after) - writesOf(before),
  };
}

/** A token is no content. */
function writesOf({ byRoute }: Requests): number {
  const isWrite = (route: string): boolean =>
    route.startsWith('POST /graphql') ? route.endsWith('mutation') : !/^GET |\/access_tokens$/.test(route);
  return Object.entries(byRoute).reduce((count, [route, times]) => count + (isWrite(route) ? times : 0), 0);
}

/** Tells when something was asked last: the sandbox counts, and nobody needs to tell it. */
function watchOf({ sandbox }: Stage) {
  const countNow = (): number => sandbox.requests.graphql + sandbox.requests.rest;
  let [count, last, started] = [countNow(), performance.now(), performance.now()];
  const timer = setInterval(() => {
    const now = countNow();
    if (now !== count) last = performance.now();
    count = now;
  }, tact);
  return {
    start(): void {
      started = performance.now();
      last = started;
    },
    seconds: (): number => (last - started) / 1000,
    stop: (): void => clearInterval(timer),
  };
}
