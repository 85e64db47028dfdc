import { type Actor, doerOf } from './actor.ts';
import { Refusal } from './refusal.ts';
import { actionRoutes } from './rest/actions.ts';
import { commentRoutes } from './rest/comments.ts';
import { contentRoutes } from './rest/contents.ts';
import { eventRoutes } from './rest/events.ts';
import { gitRoutes } from './rest/git.ts';
import { issueRoutes } from './rest/issues.ts';
import { labelRoutes } from './rest/labels.ts';
import { milestoneRoutes } from './rest/milestones.ts';
import { pullRoutes } from './rest/pulls.ts';
import { repositoryRoutes } from './rest/repositories.ts';
import type { Reply, Route } from './rest/route.ts';
import { settingRoutes } from './rest/settings.ts';
import { siteRoutes } from './rest/site.ts';
import type { World } from './world.ts';

/** A REST request: a method, a path below the API's address, what is asked in the query and in the body. */
export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Requests spent in this hour, for `GET /rate_limit`. */
  readonly used?: number;
  /** A file is wanted as it is (`accept: application/vnd.github.raw`), not as JSON about it. */
  readonly raw?: boolean;
}

/** Every route that the sandbox answers. */
const ROUTES: readonly Route[] = [
  ...repositoryRoutes,
  ...contentRoutes,
  ...gitRoutes,
  ...pullRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...eventRoutes,
  ...labelRoutes,
  ...milestoneRoutes,
  ...settingRoutes,
  ...actionRoutes,
  ...siteRoutes,
];

interface Pattern {
  readonly route: Route;
  readonly method: string;
  readonly pattern: RegExp;
  readonly keys: readonly string[];
}

const PATTERNS: readonly Pattern[] = ROUTES.map(patternOf);

// `{path}` of the contents may have slashes in it or be missing (the root). Literal parts win because the list tries them first.
function patternOf(route: Route): Pattern {
  const [method = '', path = ''] = route.name.split(' ');
  const keys = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const source = path
    .replaceAll('.', '\\.')
    .replace('/{path}', '(?:/(.*))?')
    .replace(/\{\w+\}/g, '([^/]+)');
  return { route, method, keys, pattern: new RegExp(`^${source}/?$`) };
}

/** @returns the route for a request and what its path fills in, or null when the sandbox has none. */
export function matchRoute(method: string, path: string): { route: Route; path: Record<string, string> } | null {
  for (const { route, keys, pattern, method: own } of PATTERNS) {
    const found = own === method ? pattern.exec(path) : null;
    if (!found) continue;
    const values = keys.map((key, index) => [key, decodeURIComponent(found[index + 1] ?? '')]);
    return { route, path: Object.fromEntries(values) };
  }
  return null;
}

/** Answers a REST request over the world, as the actor. What GitHub refuses is an answer; it never throws for that. */
export function callRest(world: World, actor: Actor, request: RestRequest): Reply {
  const found = matchRoute(request.method, request.path);
  if (!found) return refused(404, 'Not Found (the sandbox does not have this route)');
  const { query = {}, body = {}, used = 0, raw = false } = request;
  try {
    return found.route.answer({ world, actor, doer: doerOf(world, actor), path: found.path, query, body, used, raw });
  } catch (error) {
    if (error instanceof Refusal) return refused(error.status, error.message);
    throw error;
  }
}

// GitHub's REST does not say what was not found.
function refused(status: number, message: string): Reply {
  const errors = status === 422 ? { errors: [{ message, code: 'custom' }] } : {};
  const words = status === 404 && !message.includes('sandbox') ? 'Not Found' : message;
  const documentation = 'https://docs.github.com/rest';
  const data = { message: status === 422 ? `Validation Failed: ${words}` : words, ...errors };
  return { status, data: { ...data, documentation_url: documentation, status: String(status) } };
}
