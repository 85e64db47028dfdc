// The same storm before a Probot app of the usual shape: real Probot with its throttling and retries as they come, on a clock that is moved.
import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Probot } from 'probot';
import { inProcess } from '../sandbox/client.ts';
import { matchRoute } from '../sandbox/rest.ts';
import { Clock } from '../sandbox/server/clock.ts';
import { Pace } from '../sandbox/server/pace.ts';
import type { World } from '../sandbox/world.ts';
import { latency } from './hall.ts';
import { incidents } from './naive/app.ts';
import { ran } from './program.ts';
import { openReport, reportsOf, type Served, type Storm, stormStart, stormWorld } from './storm.ts';

/** How far the clock is moved at a time, in milliseconds. */
const step = 50;
const minute = 60_000;
/** It is given up on. */
const longest = 60 * minute;

export interface UsualWeathered {
  readonly reports: readonly Served[];
  /** Writes that GitHub refused for their pace. */
  readonly refused: number;
}

/** In a process of its own, whose clock nobody else needs. */
export async function usualWeather(storm: Storm): Promise<UsualWeathered> {
  const { out } = await ran([fileURLToPath(import.meta.url), JSON.stringify(storm)]);
  return JSON.parse(out) as UsualWeathered;
}

async function weather(storm: Storm): Promise<UsualWeathered> {
  const start = Date.parse(stormStart);
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: start });
  try {
    const world = stormWorld(storm.repositories);
    for (let count = 0; count < storm.repositories; count += 1)
      world.as('ada').createLabel({ owner: 'acme', name: `service-${count}` }, { name: 'incident', color: 'd73a4a' });
    const wire = fetching(world);
    const probot = new Probot({ githubToken: 'of the storm', logLevel: 'fatal', request: { fetch: wire.fetch } });
    await probot.load(incidents);
    const done = new Map<string, number>();
    const running = new Set<Promise<void>>();
    world.subscribe(({ name, action, payload, repository }) => {
      if (name !== 'issues' || action !== 'opened') return;
      const key = `${repository.name}#${(payload as { readonly issue: { readonly number: number } }).issue.number}`;
      const handled = probot.receive({ id: key, name, payload } as unknown as Parameters<Probot['receive']>[0]).then(
        () => void done.set(key, (Date.now() - start) / 1000),
        () => {},
      );
      running.add(handled);
      void handled.finally(() => running.delete(handled));
    });
    const reports = reportsOf(storm).map((report) => ({ ...report, name: '' }));
    for (const report of reports) {
      setTimeout(() => {
        world.now = new Date().toISOString();
        report.name = openReport(world, report, ['incident']);
      }, report.came * 1000);
    }
    await passTime(() => reports.every(({ name }) => name !== '') && running.size === 0);
    return {
      reports: reports.map(({ name, ...one }) => ({ ...one, done: done.get(name) ?? null })),
      refused: wire.refused(),
    };
  } finally {
    mock.timers.reset();
  }
}

/** Moves the clock until all is done. What promises still do is done before each step. */
async function passTime(isOver: () => boolean): Promise<void> {
  for (let passed = 0; passed < longest && !isOver(); passed += step) {
    for (let count = 0; count < 3; count += 1) await setImmediate();
    mock.timers.tick(step);
  }
}

/** GitHub as it limits what is written, a hundred milliseconds away, as `fetch` sees it. */
function fetching(world: World) {
  const github = inProcess(world, { kind: 'app' });
  const clock = new Clock();
  const pace = new Pace(clock, true);
  let refused = 0;
  const answer = async (address: string, { method = 'GET', body }: RequestInit): Promise<Response> => {
    world.now = new Date().toISOString();
    clock.set(world.now, true);
    const wait = method === 'GET' ? 0 : pace.waitFor({ kind: 'app' });
    if (wait > 0) {
      refused += 1;
      return json(403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': `${wait}` });
    }
    const { pathname, searchParams } = new URL(address);
    const found = matchRoute(method, pathname);
    if (!found) return json(404, { message: 'Not Found' });
    const given = { ...found.path, ...Object.fromEntries(searchParams), ...(body ? JSON.parse(String(body)) : {}) };
    const { status, data } = await github.rest(found.route.name, given);
    return json(status, data);
  };
  return {
    async fetch(address: string, request: RequestInit = {}): Promise<Response> {
      await passing(latency / 2);
      const given = await answer(address, request);
      await passing(latency / 2);
      return given;
    },
    refused: () => refused,
  };
}

function json(status: number, data: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json', ...headers } });
}

function passing(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

if (import.meta.main) process.stdout.write(JSON.stringify(await weather(JSON.parse(process.argv[2] ?? '') as Storm)));
