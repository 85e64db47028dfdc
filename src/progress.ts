// How far long work has come: a bar where somebody watches a terminal, a plain line now and then elsewhere, nothing for quick work.
import bars, { type Options, type Params } from 'cli-progress';
import type { ReadingProgress } from './measured.ts';

/** What a bar is drawn on: a terminal's standard error. */
export interface Screen extends NodeJS.WritableStream {
  readonly isTTY: boolean;
  readonly columns: number;
}

/** Ways out for progress. */
export interface ProgressWays {
  /** Null: nobody watches (a pipe, a file, CI). */
  readonly screen: Screen | null;
  /** A line on standard error. */
  readonly line: (text: string) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

export interface Progress {
  /** How far it has come; may be called for every page. */
  step(step: ReadingProgress): void;
  /** A sentence in between: it does not get mixed up with the bar. */
  say(sentence: string): void;
  /** Takes the bar away. Must be called, whatever happened. */
  end(): void;
}

/** Work that is over before this many milliseconds shows nothing. */
const quick = 2000;
/** Between two plain lines; a log of CI is read afterwards. */
const betweenLines = 10_000;

/** The progress of one piece of work of a command line, which begins now. */
export function progressOf({
  screen,
  err,
}: {
  readonly screen?: Screen;
  readonly err: (line: string) => void;
}): Progress {
  return progressOn({ screen: screen ?? null, line: err, clock: () => performance.now() });
}

/** The progress of one piece of work, which begins now. */
export function progressOn({ screen, line, clock }: ProgressWays): Progress {
  const began = clock();
  return screen ? asBar(screen, line, () => clock() - began > quick) : asLines(line, clock, began);
}

function asLines(line: ProgressWays['line'], clock: ProgressWays['clock'], began: number): Progress {
  let next = began + quick;
  return {
    step(step) {
      if (clock() <= next) return;
      next = clock() + betweenLines;
      line(`${sentenceOf(step)}.`);
    },
    say: line,
    end() {},
  };
}

interface Payload {
  readonly sentence: string;
  /** Whether it is known how many there are: without that a bar would tell something that nobody knows. */
  readonly isCounted: boolean;
}

function asBar(screen: Screen, line: ProgressWays['line'], isSlow: () => boolean): Progress {
  const { SingleBar, Presets, Format } = bars;
  // Its own handling of Ctrl-C would swallow the first one; a hidden cursor or cut lines would outlive it.
  const kind = { stream: screen, barsize: 24, linewrap: true, clearOnComplete: true };
  const format = (options: Options, { progress }: Params, { sentence, isCounted }: Payload): string =>
    isCounted ? `${Format.BarFormat(progress, options)} ${sentence}` : sentence;
  const bar = new SingleBar({ ...kind, format, hideCursor: null, gracefulExit: false, fps: 4 }, Presets.shades_classic);
  const end = () => bar.stop();
  return {
    step(step) {
      if (!isSlow()) return;
      const total = Math.max(step.total ?? 0, step.read, 1);
      const payload: Payload = { sentence: sentenceOf(step), isCounted: step.total !== null };
      if (!bar.isActive) bar.start(total, step.read, payload);
      bar.setTotal(total);
      bar.update(step.read, payload);
    },
    say(sentence) {
      end();
      line(sentence);
    },
    end,
  };
}

function sentenceOf({ repository, read, total }: ReadingProgress): string {
  const count = (number: number) => number.toLocaleString('en');
  return `${repository}: ${count(read)} ${total === null ? 'incidents' : `of ${count(Math.max(total, read))} incidents`} read`;
}
