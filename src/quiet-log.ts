// What the libraries below us may say: sentences. Their fields are requests and payloads, with everything that people wrote.
import type { Log } from './log.ts';
import { fitForLog } from './log.ts';

/** A log for Octokit. */
export interface QuietLog {
  readonly debug: (...given: readonly unknown[]) => void;
  readonly info: (...given: readonly unknown[]) => void;
  readonly warn: (...given: readonly unknown[]) => void;
  readonly error: (...given: readonly unknown[]) => void;
}

/** Passes on the sentence that it is given, as far as a log may have it, and nothing beside it. */
export function quietLog(log: Log): QuietLog {
  const only =
    (level: keyof Log) =>
    (...given: readonly unknown[]): void => {
      const sentence = given.find((one) => typeof one === 'string');
      if (sentence !== undefined) log[level]({}, fitForLog(sentence));
    };
  return { debug: only('debug'), info: only('info'), warn: only('warn'), error: only('error') };
}
