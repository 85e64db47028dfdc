// The wire over Octokit: errors of GraphQL and statuses of REST become answers; limits and 5xx become `Unanswered`.
import type { GitHub, GraphQLFault } from './client.ts';
import { Unanswered } from './unanswered.ts';

type Headers = Readonly<Record<string, string | number | undefined>>;

/** As much of an Octokit as we use; Probot's and @octokit/rest's both are one. */
export interface RequestingOctokit {
  readonly request: {
    (
      route: string,
      parameters?: Record<string, unknown>,
    ): Promise<{ readonly status: number; readonly data: unknown; readonly headers?: Headers }>;
    readonly endpoint: { readonly DEFAULTS: { readonly baseUrl?: string } };
  };
}

/**
 * A way to GitHub with the rights of this Octokit. Its retry and throttle plugins must be off: a retried POST doubles
 * comments (decision 15).
 * @param graphqlUrl address of the GraphQL endpoint where it is not beside the REST one.
 */
export function overOctokit(octokit: RequestingOctokit, graphqlUrl?: string): GitHub {
  const url = graphqlUrl ?? graphqlOf(octokit.request.endpoint.DEFAULTS.baseUrl ?? 'https://api.github.com');
  return {
    async graphql(document, variables) {
      const { status, data, headers } = await send(octokit, `POST ${url}`, { query: document, variables });
      const answer = (data ?? {}) as { data?: Record<string, unknown> | null; errors?: readonly GraphQLFault[] };
      const limited = answer.errors?.find(({ type }) => type === 'RATE_LIMITED');
      if (limited) throw new Unanswered(limited.message, { status, limited: true, resetAt: resetAt(headers) });
      if (status !== 200) throw new Unanswered(`GitHub answered a GraphQL request with ${status}`, { status });
      return { data: answer.data ?? null, errors: answer.errors ?? [] };
    },
    async rest(route, parameters) {
      const { status, data } = await send(octokit, route, parameters);
      return { status, data };
    },
  };
}

/** GitHub Enterprise Server has its REST under `/api/v3` and its GraphQL under `/api/graphql`. */
function graphqlOf(baseUrl: string): string {
  const base = baseUrl.replace(/\/$/, '');
  return base.endsWith('/api/v3') ? `${base.slice(0, -'/v3'.length)}/graphql` : `${base}/graphql`;
}

interface Sent {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Headers | undefined;
}

async function send(octokit: RequestingOctokit, route: string, parameters: Record<string, unknown>): Promise<Sent> {
  try {
    const { status, data, headers } = await octokit.request(route, parameters);
    return { status, data, headers };
  } catch (error) {
    return answerIn(error);
  }
}

interface Thrown {
  readonly status?: unknown;
  readonly message?: string;
  readonly response?: {
    readonly data?: unknown;
    readonly headers?: Headers;
  };
}

/** The answer that Octokit threw. Only its message and status are kept: its request holds the token. */
function answerIn(error: unknown): Sent {
  const thrown = (error ?? {}) as Thrown;
  const status = typeof thrown.status === 'number' && thrown.response ? thrown.status : null;
  const message = thrown.message ?? 'No answer from GitHub';
  if (status === null) throw new Unanswered(message);
  const limited = isLimit(status, thrown);
  if (limited || status >= 500) {
    const retryAfterSeconds = retryAfter(thrown);
    const reset = limited && retryAfterSeconds === null ? resetAt(thrown.response?.headers) : null;
    throw new Unanswered(message, { status, limited, retryAfterSeconds, resetAt: reset });
  }
  return { status, data: thrown.response?.data };
}

function isLimit(status: number, { message = '', response }: Thrown): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const headers = response?.headers ?? {};
  return (
    headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message)
  );
}

function retryAfter({ response }: Thrown): number | null {
  const seconds = Number(response?.headers?.['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** When the primary limit ends; null: it is not that one. Source: "Rate limits for the REST API", on the `x-ratelimit-…` headers. */
function resetAt(headers: Headers | undefined): string | null {
  const seconds = Number(headers?.['x-ratelimit-reset']);
  const isUsedUp = String(headers?.['x-ratelimit-remaining']) === '0';
  return isUsedUp && seconds > 0 ? new Date(seconds * 1000).toISOString() : null;
}
