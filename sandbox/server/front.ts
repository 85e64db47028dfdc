import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../actor.ts';
import { usedUp } from '../allowance.ts';
import { countRequest, noRequests, type Requests } from '../client.ts';
import type { Faults } from '../faults.ts';
import { isMutation, runGraphQL } from '../graphql.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../rest/route.ts';
import { callRest, matchRoute } from '../rest.ts';
import { SECONDARY_LIMIT, type WireVerdict, waitHeaders } from '../wire-error.ts';
import type { World } from '../world.ts';
import { answerApp, isAppRoute } from './app-routes.ts';
import type { Clock } from './clock.ts';
import type { Deliveries } from './deliveries.ts';
import { leftHeaders, limitHeaders } from './limit-headers.ts';
import type { OpenApi } from './openapi.ts';
import type { Pace } from './pace.ts';
import { objectOf, readJson, sendJson } from './reply.ts';
import type { Bearer, Tokens } from './tokens.ts';

/** Requests as they are counted over HTTP: also those that GitHub's descriptions do not allow, with the reason. */
export interface ServedRequests extends Requests {
  invalid: { request: string; reason: string }[];
}

/** What the HTTP face stands on. */
export interface House {
  readonly world: World;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly deliveries: Deliveries;
  readonly faults: Faults;
  readonly openApi: OpenApi;
  readonly requests: ServedRequests;
  /** The same for each token alone. */
  readonly requestsOf: WeakMap<Bearer, Requests>;
  readonly pace: Pace;
  /** How long the way to GitHub and back takes. */
  readonly latency: { milliseconds: number };
}

interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body: unknown;
  readonly bearer: Bearer;
  /** A file is wanted as it is. */
  readonly raw: boolean;
}

type Answer = Reply;

const RAW = 'application/vnd.github.raw+json; charset=utf-8';

/** Answers one API request as GitHub would: whose token, is it allowed by the descriptions, does GitHub fail just now. */
export async function serveApi(
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const method = request.method ?? 'GET';
  const path = url.pathname.replace(/^\/api(?:\/v3)?(?=\/)/, '');
  let body: unknown;
  try {
    body = await readJson(request);
  } catch {
    return finish(house, response, { status: 400, data: { message: 'Problems parsing JSON' } });
  }
  if (house.latency.milliseconds > 0) await sleep(house.latency.milliseconds);
  try {
    const bearer = house.tokens.read(request.headers.authorization);
    admit(house.world, bearer);
    const raw = /\braw\b/.test(request.headers.accept ?? '');
    const incoming = { method, path, query: Object.fromEntries(url.searchParams), body, bearer, raw };
    const answer = path === '/graphql' ? graphql(house, incoming) : rest(house, incoming);
    if (answer) finish(house, response, answer);
    else request.socket.destroy();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    finish(house, response, { status: error.status, data: { message: error.message, status: String(error.status) } });
  }
}

/** Refuses an installation's token where the App is suspended or no longer installed. */
function admit({ state }: World, bearer: Bearer): void {
  const account = bearer.kind === 'app' ? bearer.account : undefined;
  const shut = account === undefined ? undefined : state.shut.get(account.toLowerCase());
  if (shut === 'suspended') throw new Refusal(403, 'FORBIDDEN', 'This installation has been suspended');
  if (shut === 'uninstalled') throw new Refusal(401, 'UNAUTHORIZED', 'Bad credentials');
}

function finish(house: House, response: ServerResponse, { status, data, headers, raw }: Answer): void {
  const all = { ...limitHeaders(house), ...headers };
  if (raw === undefined) sendJson(response, status, data, all);
  else response.writeHead(status, { 'content-type': RAW, ...all }).end(raw);
}

function count({ requests, requestsOf }: House, bearer: Bearer, kind: 'graphql' | 'rest', route: string): void {
  const own = requestsOf.get(bearer) ?? noRequests();
  requestsOf.set(bearer, own);
  for (const all of [requests, own]) countRequest(all, kind, route);
}

// null: the connection breaks without an answer.
function carry(house: House, bearer: Bearer, write: boolean, answer: (seen: World) => Answer | null): Answer | null {
  const { faults, pace, world } = house;
  const held = faults.heldFor(world.now);
  if (held > 0) return { status: 429, data: { message: SECONDARY_LIMIT }, headers: { 'retry-after': String(held) } };
  if (!write) return answer(world.behind(faults.behind()));
  const verdict = faults.judgeWrite(world.now);
  if (verdict.kind === 'lost' || verdict.kind === 'limited') return failed(verdict);
  const wait = pace.waitFor(bearer);
  if (wait > 0) return failed({ kind: 'limited', retryAfter: wait });
  const done = answer(world);
  return verdict.kind === 'fine' ? done : failed(verdict);
}

// null: the connection breaks without an answer.
function failed(verdict: Exclude<WireVerdict, { kind: 'fine' }>): Answer | null {
  if (verdict.kind === 'lost') return null;
  if (verdict.kind === 'executed, then 502')
    return { status: verdict.status ?? 502, data: { message: 'Server Error' } };
  const headers = waitHeaders(verdict.retryAfter);
  return { status: verdict.status ?? 403, data: { message: SECONDARY_LIMIT }, headers };
}

function graphql(house: House, { method, body, bearer }: Incoming): Answer | null {
  const { query, variables, operationName } = objectOf(body);
  if (method !== 'POST' || typeof query !== 'string') {
    house.requests.invalid.push({
      request: `${method} /graphql`,
      reason: 'a GraphQL request is a POST with a `query`',
    });
    return { status: 400, data: { message: 'A query attribute must be specified and must be a string.' } };
  }
  if (bearer.kind === 'jwt') return { status: 401, data: { message: 'Bad credentials' } };
  const operation = typeof operationName === 'string' ? operationName : undefined;
  const write = isMutation(query, operation);
  const route = `POST /graphql ${write ? 'mutation' : 'query'}`;
  count(house, bearer, 'graphql', route);
  const { allowance, reads } = house.faults;
  const token = JSON.stringify(bearer);
  const left = allowance.left(token, house.world.now);
  if (left?.remaining === 0) return { status: 200, data: { errors: [usedUp] }, headers: leftHeaders(left) };
  return carry(house, bearer, write, (seen) => {
    const asked = {
      left,
      document: query,
      variables: objectOf(variables),
      operationName: operation,
      used: house.requests.points,
    };
    const run = (skipped?: ReadonlySet<string>) => runGraphQL(seen, bearer, { ...asked, skipped });
    const struck = write ? house.faults.strikes.carry(asked, run) : null;
    if (struck && struck.verdict.kind !== 'fine') return failed(struck.verdict);
    const { data, errors, points, invalid } = struck?.result ?? run();
    house.requests.points += points;
    allowance.spend(token, points);
    const verdict = write ? ({ kind: 'fine' } as const) : reads.judge(data);
    if (verdict.kind === '502')
      return { status: 502, data: { message: 'Something went wrong while executing your query.' } };
    if (invalid)
      house.requests.invalid.push({ request: route, reason: errors.map(({ message }) => message).join('; ') });
    const wrong = verdict.kind === 'cut' ? [...errors, ...verdict.errors] : errors;
    const faulty = wrong.length > 0 ? { errors: wrong } : {};
    const after = allowance.left(token, house.world.now);
    return {
      status: 200,
      data: invalid ? faulty : { data, ...faulty },
      headers: { 'x-ratelimit-resource': 'graphql', ...(after ? leftHeaders(after) : {}) },
    };
  });
}

function rest(house: House, incoming: Incoming): Answer | null {
  const { method, path, query, body, bearer, raw } = incoming;
  const { openApi, requests, world } = house;
  const name = openApi.operationFor(method, path);
  count(house, bearer, 'rest', name ?? `${method} ${path}`);
  const invalid = (status: number, reason: string): Answer => {
    requests.invalid.push({ request: `${method} ${path}`, reason });
    return { status, data: { message: reason, status: String(status) } };
  };
  if (!name) return invalid(404, 'GitHub has no such route');
  const fault = openApi.faultOf(name, query, body);
  if (fault) return invalid(400, fault);
  if (isAppRoute(name) !== (bearer.kind === 'jwt')) {
    return { status: 401, data: { message: 'A JSON web token could not be decoded', status: '401' } };
  }
  const write = method !== 'GET' && !isAppRoute(name);
  return carry(house, bearer, write, (seen) => {
    const own = answerApp(world, house.tokens, house.deliveries, { name, path, query, body });
    if (own) return own;
    if (!matchRoute(method, path)) return invalid(501, `The sandbox does not have ${name}`);
    const actor: Actor = bearer.kind === 'jwt' ? { kind: 'app' } : bearer;
    const run = () => callRest(seen, actor, { method, path, query, body: objectOf(body), used: requests.rest, raw });
    return write ? house.faults.strikes.carryRest<Answer | null>(name, { path, body }, run, failed) : run();
  });
}
