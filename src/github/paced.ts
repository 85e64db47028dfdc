// A wire whose writes wait for the pace of the installation; reads go at once.
import type { GitHub } from './client.ts';
import { pinRoute } from './pin.ts';
import { Unanswered } from './unanswered.ts';

export interface WritePace {
  /** Resolves when a document may be sent: with 0, or with the milliseconds for which GitHub wants to be left alone. */
  document(): Promise<number>;
  /** Sends what can wait in a gap between documents; resolves at once where it has to wait. */
  beside(send: () => Promise<void>): Promise<void>;
  leaveAlone(milliseconds: number): void;
}

const usualRest = 60_000;
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
        const send = () => github.rest(route, parameters).then(noted, (error: unknown) => noteLimit(error, pace));
        await pace.beside(send);
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

function noted(): void {}

function noteLimit(error: unknown, pace: WritePace): void {
  if (!(error instanceof Unanswered) || !error.limited) return;
  pace.leaveAlone((error.retryAfterSeconds ?? usualRest / 1000) * 1000);
}

function restNow(milliseconds: number): Unanswered {
  const retryAfterSeconds = Math.ceil(milliseconds / 1000);
  return new Unanswered('GitHub asked to be left alone', { limited: true, retryAfterSeconds });
}
