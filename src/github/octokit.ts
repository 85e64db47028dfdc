// The wire over Octokit: errors of GraphQL and statuses of REST become answers; limits and 5xx become `Unanswered`.
import type { GitHub, GraphQLFault } from './client.ts';
import { Unanswered } from './unanswered.ts';

/** As much of an Octokit as we use; Probot's and @octokit/rest's both are one. */
export interface RequestingOctokit {
  readonly request: {
    (route: string, parameters?: Record<string, unknown>): Promise<{ readonly status: number; readonly data: unknown }>;
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
      const { status, data } = await send(octokit, `POST ${url}`, { query: document, variables });
      const answer = (data ?? {}) as { data?: Record<string, unknown> | null; errors?: readonly GraphQLFault[] };
      const limited = answer.errors?.find(({ type }) => type === 'RATE_LIMITED');
      if (limited) throw new Unanswered(limited.message, { status, limited: true });
      if (status !== 200) throw new Unanswered(`GitHub answered a GraphQL request with ${status}`, { status });
      return { data: answer.data ?? null, errors: answer.errors ?? [] };
    },
    rest: (route, parameters) => send(octokit, route, parameters),
  };
}

/** GitHub Enterprise Server has its REST under `/api/v3` and its GraphQL under `/api/graphql`. */
function graphqlOf(baseUrl: string): string {
  const base = baseUrl.replace(/\/$/, '');
  return base.endsWith('/api/v3') ? `${base.slice(0, -'/v3'.length)}/graphql` : `${base}/graphql`;
}

async function send(octokit: RequestingOctokit, route: string, parameters: Record<string, unknown>) {
  try {
    const { status, data } = await octokit.request(route, parameters);
    return { status, data };
  } catch (error) {
    return answerIn(error);
  }
}

interface Thrown {
  readonly status?: unknown;
  readonly message?: string;
  readonly response?: {
    readonly data?: unknown;
    readonly headers?: Readonly<Record<string, string | number | undefined>>;
  };
}

/** The answer that Octokit threw. Only its message and status are kept: its request holds the token. */
function answerIn(error: unknown): { readonly status: number; readonly data: unknown } {
  const thrown = (error ?? {}) as Thrown;
  const status = typeof thrown.status === 'number' && thrown.response ? thrown.status : null;
  const message = thrown.message ?? 'No answer from GitHub';
  if (status === null) throw new Unanswered(message);
  const limited = isLimit(status, thrown);
  if (limited || status >= 500) {
    throw new Unanswered(message, { status, limited, retryAfterSeconds: retryAfter(thrown) });
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
