// A wire whose writes wait for the pace of the installation; reads go at once.
import type { GitHub } from './client.ts';
import { pinRoute } from './pin.ts';
import { Unanswered } from './unanswered.ts';

export interface WritePace {
  /** Resolves when a document may be sent: with 0, or with the milliseconds for which GitHub wants to be left alone. */
  document(): Promise<number>;
  /** Sends what can wait in a gap between documents, not before so many milliseconds; resolves at once where it has to wait. */
  beside(send: () => Promise<void>, after: number): Promise<void>;
  leaveAlone(milliseconds: number): void;
}

const usualRest = 60_000;
/**
 * So long a pin waits before it is sent again that GitHub does not answer: it may be done twice, and no later plan asks for it.
 * What breaks one connection breaks the next one of the same moment.
 */
const pinWaits = [1000, 10_000];
const taken = { status: 202, data: null };

/**
 * The same wire in the pace of an installation. A pin goes beside the documents, since it makes no content and no plan waits for
 * it; its answer is 202, whatever becomes of it. @throws `Unanswered` instead of a write while GitHub wants to be left alone
 */
export function paced(github: GitHub, pace: WritePace): GitHub {
  const turn = async (): Promise<void> => {
    const rest = await pace.document();
    if (rest > 0) throw restNow(rest);
  };
  return {
    async graphql(document, variables) {
      if (!isQuery(document)) await turn();
      return github.graphql(document, variables);
    },
    async rest(route, parameters) {
      if (route === pinRoute) {
        await beside(() => github.rest(route, parameters), pace, [0, ...pinWaits]);
        return taken;
      }
      if (!route.startsWith('GET ')) await turn();
      return github.rest(route, parameters);
    },
  };
}

/** Whether a document only reads. */
export function isQuery(document: string): boolean {
  return /^\s*(query\b|\{)/.test(document);
}

/** Sends it in a gap; where no answer comes again after each of the waits. */
async function beside(send: () => Promise<unknown>, pace: WritePace, waits: readonly number[]): Promise<void> {
  const [wait, ...others] = waits;
  if (wait === undefined) return;
  await pace.beside(async () => {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof Unanswered)) return;
      if (error.limited) pace.leaveAlone((error.retryAfterSeconds ?? usualRest / 1000) * 1000);
      await beside(send, pace, others);
    }
  }, wait);
}

function restNow(milliseconds: number): Unanswered {
  const retryAfterSeconds = Math.ceil(milliseconds / 1000);
  return new Unanswered('GitHub asked to be left alone', { limited: true, retryAfterSeconds });
}
