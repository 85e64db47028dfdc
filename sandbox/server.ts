import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noRequests, type Requests } from './client.ts';
import { Faults } from './faults.ts';
import { Refusal } from './refusal.ts';
import { Clock } from './server/clock.ts';
import { Deliveries } from './server/deliveries.ts';
import { type House, type ServedRequests, serveApi } from './server/front.ts';
import { commentsOf, peopleOf } from './server/look-around.ts';
import { OpenApi } from './server/openapi.ts';
import { Pace } from './server/pace.ts';
import { objectOf, readJson, sendJson } from './server/reply.ts';
import { type Act, play } from './server/stage.ts';
import { type Bearer, keysOf, Tokens } from './server/tokens.ts';
import type { Grants, World } from './world.ts';

export interface SandboxOptions {
  readonly world: World;
  /** 0 or nothing: any free one. */
  readonly port?: number;
  /** PEM; a pair is made when neither key is given. */
  readonly privateKey?: string;
  readonly publicKey?: string;
  readonly appId?: number;
  readonly webhookSecret: string;
  readonly webhookUrl?: string;
  /** The events the App is subscribed to. */
  readonly events?: readonly string[];
  /** Milliseconds after which GitHub hangs up on an App that has not answered a webhook; its own ten seconds unless given. */
  readonly webhookPatience?: number;
  /** Limit writes as GitHub does (80 a minute, 500 an hour and token). */
  readonly secondaryLimits?: boolean;
  readonly faults?: Faults;
  /** Milliseconds that every API request takes at least; 0 unless given. */
  readonly latency?: number;
  /** `machine` (default): time is the machine's; `world`: it begins at the world's now and runs; `still`: it stands there. */
  readonly clock?: 'machine' | 'world' | 'still';
}

export interface Sandbox {
  readonly url: string;
  readonly graphqlUrl: string;
  readonly world: World;
  readonly appId: number;
  readonly privateKey: string;
  readonly requests: ServedRequests;
  readonly deliveries: Deliveries;
  readonly faults: Faults;
  readonly clock: Clock;
  /** A personal token to act as somebody over the API. */
  token(login: string): string;
  /** A workflow's `github.token` in a repository (`owner/name`), as `permissions:` narrows it; it acts as `github-actions[bot]`. */
  workflowToken(repository: string, permissions: Grants): string;
  /** What was asked with this token alone so far: nothing with one that is not known. */
  requestsWith(token: string): Omit<Requests, 'points'>;
  /** Ends every token of an installation that was given out so far. */
  revokeTokens(): void;
  /** How long every API request takes at least, from now on. */
  latency(milliseconds: number): void;
  /** Where webhooks go from now on. */
  pointTo(url: string | undefined): void;
  close(): Promise<void>;
}

export type { Act } from './server/stage.ts';

const EVENTS = ['issues', 'issue_comment', 'label', 'pull_request', 'push'];

/** Puts HTTP on a world: GitHub's API for the App and for people, signed webhooks out, and `/_sandbox` to direct it. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { world, webhookSecret: secret, faults = new Faults() } = options;
  const clock = clockFor(options);
  // What a test does to the world before the first request happens now as well.
  world.now = clock.now;
  if (options.appId !== undefined) world.state.appId = options.appId;
  const appId = world.app.id;
  const { privateKey, publicKey } = keysOf(options);
  const tokens = new Tokens(clock, publicKey, appId);
  const url = options.webhookUrl;
  const { events = EVENTS, webhookPatience: patience = 10_000 } = options;
  const deliveries = new Deliveries({ url, secret, appId, clock, events, patience });
  const requests: ServedRequests = { ...noRequests(), invalid: [] };
  const requestsOf = new WeakMap<Bearer, Requests>();
  const pace = new Pace(clock, options.secondaryLimits ?? false);
  const latency = { milliseconds: options.latency ?? 0 };
  const house: House = {
    world,
    clock,
    tokens,
    deliveries,
    faults,
    openApi: new OpenApi(),
    requests,
    requestsOf,
    pace,
    latency,
  };
  const deaf = world.subscribe((event) => {
    if (!faults.losesWebhook(world.now)) deliveries.deliver(event);
  });
  // Whoever asks ends the connections that rest: were it the server, a request could be on its way to one that ends.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    serve(house, request, response).catch((error: unknown) => {
      // A fault of the sandbox itself; it must not look like one of GitHub's.
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      sendJson(response, 500, { message: `the sandbox itself failed: ${words}` });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url: base, graphqlUrl: `${base}/graphql`, world, appId, privateKey, requests, deliveries, faults, clock },
    token: (login) => tokens.person(login),
    requestsWith: (token) => {
      const actor = tokens.actorOf(token);
      return (actor && requestsOf.get(actor)) ?? noRequests();
    },
    workflowToken: (repository, permissions) => tokens.workflow(repository, permissions),
    revokeTokens: () => tokens.revoke(),
    latency: (milliseconds) => {
      latency.milliseconds = milliseconds;
    },
    pointTo: (to) => deliveries.pointTo(to),
    close: async () => {
      deaf();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function clockFor({ clock: kind = 'machine', world }: SandboxOptions): Clock {
  const clock = new Clock();
  if (kind !== 'machine') clock.set(world.now, kind === 'still');
  return clock;
}

async function serve(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  house.world.now = house.clock.now;
  if (!url.pathname.startsWith('/_sandbox/')) return serveApi(house, request, response, url);
  try {
    const answer = await direct(house, request, url.pathname.slice('/_sandbox/'.length));
    sendJson(response, answer === null ? 404 : 200, answer ?? { message: 'no such thing in the sandbox' });
  } catch (error) {
    if (error instanceof Refusal) sendJson(response, error.status, { message: error.message });
    else sendJson(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
}

// The sandbox's own doors: the world, its people, its clock, its faults, the delivery log.
async function direct(house: House, request: IncomingMessage, path: string): Promise<unknown> {
  const { world, clock, requests, faults, deliveries } = house;
  const [door, name] = path.split('/');
  if (request.method === 'GET') {
    if (door === 'world') return { ...world.dump(), requests, now: clock.now, repositories: world.dumpAll() };
    if (door === 'requests') return requests;
    if (door === 'clock') return clock.reading;
    if (door === 'deliveries') return deliveries.log;
    if (door === 'app') return deliveries.healthOfApp();
    if (door === 'comments') return commentsOf(world.state, Number(name));
    if (door === 'people') return peopleOf(world.state);
    return null;
  }
  const body = objectOf(await readJson(request));
  if (door === 'people' && name) return play(world, decodeURIComponent(name), body as Act);
  if (door === 'clock') {
    clock.set(String(body.now), body.frozen === true);
    world.now = clock.now;
    return clock.reading;
  }
  if (door === 'faults') {
    if (body.heal === true) faults.heal();
    else faults.order(String(body.fails), world);
    return { fails: body.fails ?? null };
  }
  if (door === 'latency') {
    house.latency.milliseconds = Math.max(0, Number(body.milliseconds) || 0);
    return house.latency;
  }
  if (door === 'webhooks') {
    deliveries.pointTo(typeof body.url === 'string' ? body.url : undefined);
    return { url: body.url ?? null };
  }
  return null;
}
