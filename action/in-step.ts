// A way to GitHub that writes one document after the other, as slowly as GitHub asks of one sender.
import type { GitHub } from '../src/github/client.ts';
import { isQuery } from '../src/github/paced.ts';
import { Pace } from '../src/queue/pace.ts';

export interface Watch {
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * The same wire. Each write is over before the run ends, also those that nobody waits for (pins): there is no later for a process
 * that ends with its run.
 */
export function inStep(github: GitHub, { clock, wait }: Watch): GitHub {
  const pace = new Pace();
  let last = Promise.resolve();
  const turn = (): Promise<void> => {
    last = last.then(async () => {
      const rest = pace.toGoOn(clock());
      if (rest > 0) await wait(rest);
      pace.noteDocument(clock());
    });
    return last;
  };
  return {
    async graphql(document, variables) {
      if (!isQuery(document)) await turn();
      return github.graphql(document, variables);
    },
    async rest(route, parameters) {
      if (!route.startsWith('GET ')) await turn();
      return github.rest(route, parameters);
    },
  };
}
