// How many requests something cost.
import type { GitHub } from '../github/client.ts';

/** The same wire, and how often it was asked so far (a repeated read counts once). */
export function counted(github: GitHub): { readonly github: GitHub; requests(): number } {
  let requests = 0;
  return {
    github: {
      graphql: (document, variables) => {
        requests += 1;
        return github.graphql(document, variables);
      },
      rest: (route, parameters) => {
        requests += 1;
        return github.rest(route, parameters);
      },
    },
    requests: () => requests,
  };
}
