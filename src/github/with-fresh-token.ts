// Goes on with another token where the one at hand was revoked: Octokit keeps its own for an hour.
import type { GitHub } from './client.ts';
import { Unanswered } from './unanswered.ts';

const unauthorized = 401;

/**
 * The same wire; what is refused for its token is sent once more over a new one. Nothing was done by then, so writes are too.
 * @param renew makes a wire that knows no token yet
 */
export function withFreshToken(first: GitHub, renew: () => Promise<GitHub>): GitHub {
  let wire = first;
  let renewing: Promise<GitHub> | null = null;
  /** Many requests may find the same token revoked: one renews. */
  const after = async (revoked: GitHub): Promise<GitHub> => {
    if (wire !== revoked) return wire;
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    wire = await renewing;
    return wire;
  };
  return {
    async graphql(document, variables) {
      const used = wire;
      try {
        return await used.graphql(document, variables);
      } catch (error) {
        if (!(error instanceof Unanswered && error.status === unauthorized)) throw error;
        return (await after(used)).graphql(document, variables);
      }
    },
    async rest(route, parameters) {
      const used = wire;
      const answer = await used.rest(route, parameters);
      return answer.status === unauthorized ? (await after(used)).rest(route, parameters) : answer;
    },
  };
}
