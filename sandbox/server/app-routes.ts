import { Forbidden, NotFound, Unprocessable } from '../refusal.ts';
import { installedOn } from '../rest/site.ts';
import { installationId, isSuspended } from '../shape/installation.ts';
import { type Grants, usualGrants } from '../world/doer.ts';
import type { World } from '../world.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import { objectOf } from './reply.ts';
import type { Tokens } from './tokens.ts';

interface AppReply {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface AppCall {
  readonly name: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Routes that are open to the App itself only (with a JWT), not to an installation or a person. */
export function isAppRoute(name: string): boolean {
  return /^\w+ \/app(\/|$)/.test(name) || name === 'GET /repos/{owner}/{repo}/installation';
}

/** Answers the routes that need the server: tokens and the delivery log. @returns null for any other route. */
export function answerApp(world: World, tokens: Tokens, deliveries: Deliveries, call: AppCall): AppReply | null {
  switch (call.name) {
    case 'POST /app/installations/{installation_id}/access_tokens':
      return mint(world, tokens, call);
    case 'GET /app/hook/deliveries':
      return listed(deliveries.log, call.query);
    case 'GET /app/hook/deliveries/{delivery_id}':
      return { status: 200, data: deliveries.find(numberIn(call.path)) };
    case 'POST /app/hook/deliveries/{delivery_id}/attempts':
      deliveries.redeliver(numberIn(call.path));
      return { status: 202, data: {} };
    default:
      return null;
  }
}

function numberIn(path: string): number {
  return Number(/\/(\d+)(?:\/|$)/.exec(path)?.[1]);
}

const LEVELS: readonly string[] = ['read', 'write', 'admin'];

// What is asked for narrows what was granted; more than that is refused.
function mint(world: World, tokens: Tokens, { path, body }: AppCall): AppReply {
  const id = numberIn(path);
  const account = installedOn(world.state).find((owner) => installationId(owner) === id);
  if (!account) throw new NotFound('Not Found');
  if (isSuspended(world.state, account)) throw new Forbidden('This installation has been suspended');
  const asked = objectOf(body).permissions as Grants | undefined;
  for (const [scope, level] of Object.entries(asked ?? {})) {
    const granted = usualGrants[scope];
    if (!granted || LEVELS.indexOf(level) > LEVELS.indexOf(granted)) {
      throw new Unprocessable('The permissions requested are not granted to this installation.');
    }
  }
  const permissions = { ...(asked ?? usualGrants), metadata: 'read' } as Grants;
  const { token, expires_at } = tokens.installation(account.login, permissions);
  return { status: 201, data: { token, expires_at, permissions, repository_selection: 'all' } };
}

function listed(log: readonly Delivery[], query: Readonly<Record<string, string>>): AppReply {
  if (query.status !== undefined && !['success', 'failure'].includes(query.status)) {
    throw new Forbidden('status is success or failure');
  }
  const wanted = log.filter(({ status_code }) => {
    if (query.status === undefined) return true;
    return status_code >= 400 === (query.status === 'failure');
  });
  const size = Number(query.per_page ?? 30);
  const start = query.cursor ? wanted.findIndex(({ id }) => `v1_${id}` === query.cursor) : 0;
  const page = wanted.slice(Math.max(0, start), Math.max(0, start) + size);
  const next = wanted[Math.max(0, start) + size];
  const link = `<https://api.github.com/app/hook/deliveries?per_page=${size}&cursor=v1_${next?.id}>; rel="next"`;
  const data = page.map(({ request: _request, response: _response, url: _url, ...item }) => item);
  return { status: 200, data, ...(next ? { headers: { link } } : {}) };
}
