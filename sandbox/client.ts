import type { GitHub, GraphQLAnswer, RestAnswer } from '../src/github/client.ts';
import type { Actor } from './actor.ts';
import { usedUp } from './allowance.ts';
import type { Faults } from './faults.ts';
import { isMutation, runGraphQL } from './graphql.ts';
import { callRest } from './rest.ts';
import type { Lost } from './strikes.ts';
import { wireError } from './wire-error.ts';
import type { World } from './world.ts';

/** What was asked so far. `points` are GraphQL's by GitHub's rule; `byRoute` names REST routes, `POST /graphql query` and `… mutation`. */
export interface Requests {
  graphql: number;
  rest: number;
  points: number;
  byRoute: Record<string, number>;
}

/** An empty count. */
export function noRequests(): Requests {
  return { graphql: 0, rest: 0, points: 0, byRoute: {} };
}

/** Adds one request to a count. */
export function countRequest(requests: Requests, kind: 'graphql' | 'rest', route: string, points = 0): void {
  requests[kind] += 1;
  requests.points += points;
  requests.byRoute[route] = (requests.byRoute[route] ?? 0) + 1;
}

interface Options {
  readonly faults?: Faults;
  /** Counted into while requests are made. */
  readonly count?: Requests;
}

/**
 * GitHub in this process, as one actor sees it: the same two verbs as over the wire. Answers are copies.
 * With faults: a dropped write and a limited one were not executed, a 502 was; all three throw like Octokit.
 */
export function inProcess(world: World, actor: Actor, options: Options = {}): GitHub {
  const count = options.count ?? noRequests();
  const { faults } = options;
  const carry = <Answer>(write: boolean, answer: (seen: World) => Answer): Answer => {
    const held = faults?.heldFor(world.now) ?? 0;
    if (held > 0) throw wireError({ kind: 'limited', retryAfter: held });
    if (!write) return answer(world.behind(faults?.behind() ?? 0));
    const verdict = faults?.judgeWrite(world.now) ?? { kind: 'fine' };
    if (verdict.kind === 'fine') return answer(world);
    if (verdict.kind === 'executed, then 502') answer(world);
    throw wireError(verdict);
  };
  return {
    async graphql(document: string, variables: Record<string, unknown>): Promise<GraphQLAnswer> {
      const write = isMutation(document);
      countRequest(count, 'graphql', `POST /graphql ${write ? 'mutation' : 'query'}`);
      const given = structuredClone(variables);
      const left = faults?.allowance.left('', world.now) ?? null;
      if (left?.remaining === 0) return { data: null, errors: [usedUp] };
      const { data, errors, points } = carry(write, (seen) => {
        const run = (skipped?: ReadonlySet<string>) =>
          runGraphQL(seen, actor, { document, variables: given, used: count.points, left, skipped });
        const carried = write ? faults?.strikes.carry({ document, variables: given }, run) : undefined;
        if (carried && carried.verdict.kind !== 'fine') throw wireError(carried.verdict);
        return carried?.result ?? run();
      });
      count.points += points;
      faults?.allowance.spend('', points);
      const verdict = write ? null : faults?.reads.judge(data);
      if (verdict?.kind === '502') throw wireError({ kind: 'executed, then 502' });
      return verdict?.kind === 'cut' ? { data, errors: [...errors, ...verdict.errors] } : { data, errors };
    },
    async rest(route: string, parameters: Record<string, unknown>): Promise<RestAnswer> {
      countRequest(count, 'rest', route);
      const request = fill(route, structuredClone(parameters));
      const write = request.method !== 'GET';
      return carry(write, (seen) => {
        const run = () => callRest(seen, actor, { ...request, used: count.rest });
        const { status, data } = write && faults ? faults.strikes.carryRest(route, parameters, run, broken) : run();
        return { status, data: structuredClone(data) };
      });
    },
  };
}

function broken(verdict: Lost): never {
  throw wireError(verdict);
}

// As Octokit does it: what the path names goes into it, the rest into the query (GET, DELETE) or the body.
function fill(
  route: string,
  parameters: Record<string, unknown>,
): { method: string; path: string; query: Record<string, string>; body: Record<string, unknown> } {
  const [method = 'GET', template = route] = route.split(' ');
  const rest = { ...parameters };
  const path = template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(rest[key] ?? '');
    delete rest[key];
    return key === 'path' ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
  if (method !== 'GET' && method !== 'DELETE') return { method, path, query: {}, body: rest };
  const query = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  return { method, path, query: Object.fromEntries(query.map(([key, value]) => [key, String(value)])), body: {} };
}
