// Asks again what can be asked again: reads, and nothing else (decision 15).
import type { GitHub } from './client.ts';
import { isQuery } from './paced.ts';
import { isRefused } from './unanswered.ts';

/**
 * The same wire with reads (queries and GETs) repeated after a network fault or 5xx. Writes are never repeated: the next pass
 * looks for what they did. Limits are not waited out here: the pass comes back later. Nor
 * is a door tried again that is shut.
 * @param waits milliseconds before each further try.
 * @param sleep how to wait.
 */
export function retryReads(
  github: GitHub,
  waits: readonly number[],
  sleep: (milliseconds: number) => Promise<void>,
): GitHub {
  async function retried<T>(send: () => Promise<T>): Promise<T> {
    for (const wait of waits) {
      try {
        return await send();
      } catch (error) {
        if (isRefused(error)) throw error;
        await sleep(wait);
      }
    }
    return send();
  }
  return {
    graphql: (document, variables) => {
      const send = () => github.graphql(document, variables);
      return isQuery(document) ? retried(send) : send();
    },
    rest: (route, parameters) => {
      const send = () => github.rest(route, parameters);
      return route.startsWith('GET ') ? retried(send) : send();
    },
  };
}
