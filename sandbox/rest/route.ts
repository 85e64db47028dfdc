import type { Actor } from '../actor.ts';
import type { Doer } from '../world/doer.ts';
import { repositoryFor } from '../world/find.ts';
import type { Repository } from '../world/model.ts';
import type { World } from '../world.ts';

/** One REST request on its way through a route. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly doer: Doer;
  /** From the path's `{…}`. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Requests spent this hour. */
  readonly used: number;
  /** A file is wanted as it is, not as JSON about it. */
  readonly raw: boolean;
}

export interface Reply {
  readonly status: number;
  readonly data: unknown;
  /** Sent as it is, instead of the data. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A route by its name in GitHub's description, e.g. `GET /repos/{owner}/{repo}`. */
export interface Route {
  readonly name: string;
  readonly answer: (call: Call) => Reply;
}

/** A successful reply. */
export function ok(data: unknown, status = 200): Reply {
  return { status, data };
}

/** The repository of the path, or 404. */
export function repositoryIn(call: Call): Repository {
  return repositoryFor(call.doer, { owner: call.path.owner ?? '', name: call.path.repo ?? '' });
}

/** One page of a list (30, at most 100), with GitHub's `link` header. */
export function paged<T>(call: Call, items: readonly T[], shape: (item: T) => unknown): Reply {
  const size = Math.min(100, Math.max(1, Number(call.query.per_page ?? 30)));
  const page = Math.max(1, Number(call.query.page ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (number: number, rel: string): string => {
    const query = new URLSearchParams({ ...call.query, page: String(number) });
    return `<https://api.github.com/?${query}>; rel="${rel}"`;
  };
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [];
  const data = items.slice((page - 1) * size, page * size).map(shape);
  return { status: 200, data, ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {}) };
}

/** A text of the body, or undefined when it is not one. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Names from a list of names or of objects that have one; undefined when there is no list. */
export function names(value: unknown, key: 'name' | 'login' = 'name'): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    const named = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined;
    return typeof named === 'string' ? [named] : [];
  });
}
