// The App as `npm start` runs it but for Probot and HTTP, in a time that passes at once, before a GitHub that keeps its pace.
import { usedUp } from '../sandbox/allowance.ts';
import { inProcess, noRequests, type Requests } from '../sandbox/client.ts';
import { Faults } from '../sandbox/faults.ts';
import { isMutation } from '../sandbox/graphql.ts';
import { Clock } from '../sandbox/server/clock.ts';
import { Pace } from '../sandbox/server/pace.ts';
import { installationId } from '../sandbox/shape/installation.ts';
import type { WebhookEvent, World } from '../sandbox/world.ts';
import { changeTold } from '../src/change-told.ts';
import { sealWith } from '../src/core/seal.ts';
import { createServices } from '../src/footing.ts';
import type { GitHub } from '../src/github/client.ts';
import { Unanswered } from '../src/github/unanswered.ts';
import { Passes } from '../src/passes.ts';
import type { PassesOptions } from '../src/passes-options.ts';
import { readShipped } from '../src/shipped.ts';
import { sweep } from '../src/sweep.ts';
import { SweepMemory } from '../src/sweep-memory.ts';
import { tickerTold } from '../src/ticker-told.ts';
import { worthALook } from '../src/worth-a-look.ts';
import { latency } from './hall.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What GitHub saw of the writes. */
export interface Seen {
  /** Writes that it refused for their pace. */
  readonly refused: number;
  /** Milliseconds between the two mutation documents that came closest. */
  readonly closest: number;
  /** Writes in the fullest minute, pins included. */
  readonly fullestMinute: number;
  readonly requests: Requests;
  /** When the last answer came; milliseconds. */
  readonly lastAt: number;
}

export interface AppInTime {
  readonly passes: Passes;
  /** A webhook comes. */
  hear(event: WebhookEvent): void;
  /** @param first as at a start */
  sweep(first: boolean): Promise<void>;
}

const shipped = readShipped();
/** The proof under which these Apps write. */
export const sealOfApps = sealWith('the key of the bench');
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What is otherwise than usual: as it is, this time never jumps, and the clock need not be looked at in between. */
type Otherwise = Partial<Pick<PassesOptions, 'clock' | 'time' | 'log' | 'pollMilliseconds' | 'watcher'>>;

/** A fresh process. */
export function appIn(world: World, virtual: VirtualTime, github: GitHub, otherwise: Otherwise = {}): AppInTime {
  const services = createServices(shipped, sealOfApps);
  const usual = { clock: () => virtual.clock, time: virtual, log: silent, pollMilliseconds: Number.POSITIVE_INFINITY };
  const { clock, log, ...rest } = { ...usual, ...otherwise };
  const passes = new Passes({ ...rest, services, log, clock, clientFor: async () => github });
  const known = {
    slug: () => world.app.slug,
    marks: (repository: string) => services.marks.get(repository),
    isOpenIncident: (issue: string) => services.incidents.has(issue),
    isHeldBack: () => false,
  };
  const clientFor = async () => github;
  const memory = new SweepMemory();
  return {
    passes,
    hear({ name, payload, repository }) {
      const ref = worthALook(name, payload, known);
      if (!ref) return;
      const told = [changeTold(payload, ref.number), tickerTold(name, payload, world.app.slug)] as const;
      passes.wake(installationOf(world, repository.owner), ref, 'issue', ...told);
    },
    sweep: (first) => sweep({ app: clientFor, clientFor, passes, services, clock, log, memory }, first),
  };
}

function installationOf(world: World, owner: string): number {
  const account = [...world.state.accounts.values()].find(({ login }) => login === owner);
  if (!account) throw new Error(`There is no account ${owner}`);
  return installationId(account);
}

/** GitHub as it limits what is written, a hundred milliseconds away. */
export function pacedWire(world: World, time: VirtualTime, faults = new Faults()): { github: GitHub; told(): Seen } {
  const requests = noRequests();
  const clock = new Clock();
  const pace = new Pace(clock, true);
  const inside = inProcess(world, { kind: 'app' }, { count: requests, faults });
  const documents: number[] = [];
  const writes: number[] = [];
  let refused = 0;
  let lastAt = 0;
  const arrive = async (isWrite: boolean): Promise<void> => {
    await time.sleep(latency / 2);
    world.now = time.clock;
    clock.set(time.clock, true);
    if (!isWrite) return;
    writes.push(time.now());
    const wait = pace.waitFor({ kind: 'app' });
    if (wait === 0) return;
    refused += 1;
    throw new Unanswered('secondary rate limit', { status: 403, limited: true, retryAfterSeconds: wait });
  };
  const carried = async <T>(isWrite: boolean, answer: () => Promise<T>): Promise<T> => {
    await arrive(isWrite);
    const given = await answer();
    await time.sleep(latency / 2);
    lastAt = time.now();
    return given;
  };
  const github: GitHub = {
    graphql(document, variables) {
      const isWrite = isMutation(document);
      return carried(isWrite, () => {
        const left = faults.allowance.left('', world.now);
        if (left?.remaining === 0) throw new Unanswered(usedUp.message, { limited: true, resetAt: left.resetAt });
        if (isWrite) documents.push(time.now());
        return inside.graphql(document, variables);
      });
    },
    rest: (route, parameters) => carried(!route.startsWith('GET '), () => inside.rest(route, parameters)),
  };
  return {
    github,
    told: () => ({ refused, requests, lastAt, closest: closestOf(documents), fullestMinute: fullestOf(writes) }),
  };
}

function closestOf(times: readonly number[]): number {
  return Math.min(...times.slice(1).map((time, place) => time - (times[place] ?? 0)));
}

function fullestOf(times: readonly number[]): number {
  return Math.max(0, ...times.map((end) => times.filter((time) => time > end - 60_000 && time <= end).length));
}
