// Runs passes: which issue, when again, and how long to leave GitHub alone after it said no.

import { type Review, reviewConfig } from './config-review.ts';
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { IssueRef } from './github/observe.ts';
import { Unanswered } from './github/unanswered.ts';
import { type Log, reasonOf } from './log.ts';
import { nameOf } from './name-of.ts';
import { Alarms } from './queue/alarms.ts';
import { PassQueue } from './queue/pass-queue.ts';
import { type Pass, reconcile } from './reconcile.ts';

export interface PassesOptions {
  readonly services: Services;
  /** A way to GitHub with an installation's rights. */
  readonly clientFor: (installation: number) => Promise<GitHub>;
  /** Our clock; ISO. */
  readonly clock: () => string;
  readonly log: Log;
  readonly gatherMilliseconds?: number | undefined;
}

/** What a pass is for: an issue, or the config that a pull request brings. */
export type Work = 'issue' | 'config';

/** What ended, of either work. */
type Ended = Review & Partial<Pick<Pass, 'nextAt'>>;

const works: Readonly<Record<Work, (...given: Parameters<typeof reviewConfig>) => Promise<Ended>>> = {
  issue: reconcile,
  config: reviewConfig,
};

export interface Passes {
  /** Asks for a pass on an issue or pull request. */
  wake(installation: number, ref: IssueRef, work?: Work): void;
  /** When a pass on an issue last ended well; ISO. */
  lookedAt(ref: IssueRef): string | null;
  /** When something becomes due on an issue by itself, as the last pass knew; ISO, and past until a pass has done it. */
  dueAt(ref: IssueRef): string | null;
  /** When any pass last ended well; ISO. */
  readonly lastGoodAt: string | null;
  readonly waiting: number;
  readonly running: number;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const firstWait = 5;
const longestWait = 300;
const limitWait = 60;
/** After so many failures in a row an issue is left to the sweep. */
const mostFailures = 8;

export function createPasses({ services, clientFor, clock, log, gatherMilliseconds = 2000 }: PassesOptions): Passes {
  const looked = new Map<string, string>();
  const due = new Map<string, string>();
  const alarms = new Alarms({ clock });
  const failures = new Map<string, number>();
  /** Issues of which something is held back: that is told once. */
  const holding = new Set<string>();
  /** Milliseconds of `performance.now()` until which an installation is left alone. */
  const held = new Map<number, number>();
  let lastGoodAt: string | null = null;
  const queue = new PassQueue({
    gatherMilliseconds,
    failed: (issue, error) => log.error({ issue, reason: reasonOf(error) }, 'A pass failed beyond its own care'),
  });

  function wake(task: Task, seconds = 0): void {
    const rest = (held.get(task.installation) ?? 0) - performance.now();
    const after = Math.max(gatherMilliseconds, seconds * 1000, rest);
    queue.wake(keyOf(task), () => pass(task), after);
  }

  async function pass(task: Task): Promise<void> {
    const issue = keyOf(task);
    try {
      const ended = await works[task.work](await clientFor(task.installation), task.ref, clock(), services);
      tell(issue, ended);
      if (ended.nextAt !== undefined) comeBackAt(task, ended.nextAt);
      const isWhole = ended.applied.every(({ faults }) => faults.length === 0);
      if (ended.outcome !== 'stale' && isWhole && ended.repeated.length === 0) good(issue);
      if (ended.againInSeconds === null) return;
      if (isWhole && ended.repeated.length > 0) wake(task, ended.againInSeconds);
      else
        again(
          task,
          ended.againInSeconds,
          ended.applied.some(({ heard }) => !heard),
        );
    } catch (error) {
      failed(task, error);
    }
  }

  function tell(issue: string, { outcome, effects, applied, repeated }: Review): void {
    const faults = applied.flatMap((one) =>
      one.faults.map(({ effect, message }) => ({ effect: effect.kind, message })),
    );
    log.info({ issue, outcome, effects: effects.map(({ kind }) => kind) }, 'Looked');
    if (faults.length > 0) log.warn({ issue, faults }, 'GitHub said no; the next pass looks again');
    if (repeated.length === 0) holding.delete(issue);
    else if (!holding.has(issue)) {
      holding.add(issue);
      log.warn({ issue, repeated: repeated.map(({ kind }) => kind) }, 'Held back for now: written over and over');
    }
  }

  /** Nobody may say a word until then: an alarm wakes the issue. */
  function comeBackAt(task: Task, at: string | null): void {
    const issue = keyOf(task);
    if (at === null) due.delete(issue);
    else due.set(issue, at);
    alarms.set(issue, at, () => wake(task));
  }

  function good(issue: string): void {
    lastGoodAt = clock();
    looked.set(issue, lastGoodAt);
    failures.delete(issue);
  }

  /**
   * Comes back by itself, each time later; after too many times it is the sweep's.
   * @param endless somebody waits for an answer that is not said yet: it comes back until it is.
   */
  function again(task: Task, seconds: number, endless = false): void {
    const count = (failures.get(keyOf(task)) ?? 0) + 1;
    failures.set(keyOf(task), count);
    if (endless || count <= mostFailures) wake(task, Math.min(seconds * 2 ** (count - 1), longestWait));
    else failures.delete(keyOf(task));
  }

  function failed(task: Task, error: unknown): void {
    log.warn({ issue: keyOf(task), reason: reasonOf(error) }, 'A pass got no answer');
    if (isShutOut(error)) return;
    const limited = error instanceof Unanswered && error.limited;
    const seconds = (error instanceof Unanswered && error.retryAfterSeconds) || (limited ? limitWait : firstWait);
    if (limited) held.set(task.installation, performance.now() + seconds * 1000);
    again(task, seconds);
  }

  return {
    wake: (installation, ref, work = 'issue') => wake({ installation, ref, work }),
    lookedAt: (ref) => looked.get(nameOf(ref)) ?? null,
    dueAt: (ref) => due.get(nameOf(ref)) ?? null,
    get lastGoodAt() {
      return lastGoodAt;
    },
    get waiting() {
      return queue.waiting;
    },
    get running() {
      return queue.running;
    },
    idle: () => queue.idle(),
    stop() {
      alarms.stop();
      return queue.stop();
    },
  };
}

interface Task {
  readonly installation: number;
  readonly ref: IssueRef;
  readonly work: Work;
}

/** The two works on one number never take each other's place in the queue. */
function keyOf({ ref, work }: Task): string {
  return work === 'issue' ? nameOf(ref) : `${nameOf(ref)} ${work}`;
}

/** GitHub knows us no more here (uninstalled, suspended, key changed): asking again would only be noise. */
function isShutOut(error: unknown): boolean {
  return error instanceof Unanswered && !error.limited && error.status !== null && error.status < 500;
}
