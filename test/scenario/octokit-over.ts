// An Octokit without a network: what GitHub in this process answers comes as Octokit gives it, so that our own wire is in the play.
import { WireError } from '../../sandbox/wire-error.ts';
import type { GitHub } from '../../src/github/client.ts';
import type { RequestingOctokit } from '../../src/github/octokit.ts';

/** @param github throws what Octokit throws for no answer, a limit or 5xx */
export function octokitOver(github: GitHub): RequestingOctokit {
  const request = async (route: string, parameters: Record<string, unknown> = {}) => {
    if (route.startsWith('POST ') && route.endsWith('/graphql')) {
      const { query, variables } = parameters as { query: string; variables: Record<string, unknown> };
      const { data, errors } = await github.graphql(query, variables);
      return { status: 200, data: { data, ...(errors.length > 0 ? { errors } : {}) }, headers: {} };
    }
    const { status, data } = await github.rest(route, parameters);
    if (status >= 400) throw new WireError((data as { message?: string } | null)?.message ?? '', status, {}, data);
    return { status, data, headers: {} };
  };
  return { request: Object.assign(request, { endpoint: { DEFAULTS: {} } }) };
}
