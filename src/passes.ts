// Runs passes: which issue, when again, and how long to leave GitHub alone after it said no.

import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { IssueRef } from './github/observe.ts';
import { paced } from './github/paced.ts';
import { Unanswered } from './github/unanswered.ts';
import { type Log, reasonOf } from './log.ts';
import { nameOf } from './name-of.ts';
import { PassMemory } from './pass-memory.ts';
import { Alarms } from './queue/alarms.ts';
import type { PaceLimits } from './queue/pace.ts';
import { PassQueue } from './queue/pass-queue.ts';
import { machineTime, type Time } from './queue/time.ts';
import type { Turn } from './queue/turn.ts';
import { secondsToRest } from './seconds-to-rest.ts';
import { isShutOut, ShutDoors } from './shut-doors.ts';
import { type Ended, keyOf, type Task, type Work, works } from './task.ts';
import { tellPass } from './tell-pass.ts';

export interface PassesOptions {
  readonly services: Services;
  /** A way to GitHub with an installation's rights. */
  readonly clientFor: (installation: number) => Promise<GitHub>;
  /** Our clock; ISO. */
  readonly clock: () => string;
  readonly log: Log;
  readonly gatherMilliseconds?: number | undefined;
  /** GitHub's own, unless given; null: none. */
  readonly pace?: PaceLimits | null | undefined;
  /** What gathering and pace go by: the machine's, unless given. */
  readonly time?: Time | undefined;
}

const longestWait = 300;
/** After so many failures in a row an issue is left to the sweep. */
const mostFailures = 8;

/** All passes of a process. */
export class Passes {
  readonly #options: PassesOptions;
  readonly #gather: number;
  readonly #memory = new PassMemory();
  readonly #alarms: Alarms;
  readonly #queue: PassQueue;
  readonly #time: Time;
  readonly #doors = new ShutDoors<Task>();

  constructor(options: PassesOptions) {
    const { clock, log, gatherMilliseconds = 2000, pace, time = machineTime } = options;
    this.#options = options;
    this.#gather = gatherMilliseconds;
    this.#time = time;
    this.#alarms = new Alarms({ clock });
    this.#queue = new PassQueue({
      ...{ gatherMilliseconds, time, ...(pace === undefined ? {} : { pace }) },
      failed: (issue, error) => log.error({ issue, reason: reasonOf(error) }, 'A pass failed beyond its own care'),
    });
  }

  /** Asks for a pass on an issue or pull request, of which somebody said or did something. */
  wake(installation: number, ref: IssueRef, work: Work = 'issue'): void {
    this.#wake({ installation, ref, work }, { urgency: null });
  }

  /** Asks for one that may wait for its turn to write before it looks. @param urgency as far as the caller knows */
  wakeInTurn(installation: number, ref: IssueRef, given: { urgency: number | null; afterSeconds: number }): void {
    const task: Task = { installation, ref, work: 'issue' };
    const urgency = this.#memory.urgencyOf(keyOf(task)) ?? given.urgency;
    this.#wake(task, { urgency, seconds: given.afterSeconds });
  }

  /** When a pass on an issue last ended well; ISO. */
  lookedAt(ref: IssueRef): string | null {
    return this.#memory.lookedAt(nameOf(ref));
  }

  /** When something becomes due on an issue by itself, as the last pass knew; ISO, and past until a pass has done it. */
  dueAt(ref: IssueRef): string | null {
    return this.#memory.dueAt(nameOf(ref));
  }

  /** When any pass last ended well; ISO. */
  get lastGoodAt(): string | null {
    return this.#memory.lastGoodAt;
  }

  get waiting(): number {
    return this.#queue.waiting;
  }

  get running(): number {
    return this.#queue.running;
  }

  /** Where GitHub had shut us out, it does no longer: what waited goes on. */
  letIn(installation: number): void {
    const kept = this.#doors.opened(installation);
    if (!kept) return;
    this.#options.log.info({ installation, waiting: kept.length }, 'GitHub lets us in again');
    for (const task of kept) this.#wake(task);
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  stop(): Promise<void> {
    this.#alarms.stop();
    return this.#queue.stop();
  }

  /** @param urgency null: a look must tell, at once. Else it is as it was */
  #wake(task: Task, { seconds = 0, urgency = this.#memory.urgencyOf(keyOf(task)) }: When = {}): void {
    const { installation, ref } = task;
    const place = { installation, repository: `${ref.owner}/${ref.name}`.toLowerCase(), urgency };
    const afterMilliseconds = Math.max(this.#gather, seconds * 1000);
    this.#queue.wake(keyOf(task), { run: (turn) => this.#pass(task, turn), place, afterMilliseconds });
  }

  async #pass(task: Task, turn: Turn): Promise<void> {
    const { services, clientFor, clock } = this.#options;
    if (!this.#doors.mayTry(task.installation, keyOf(task), task, this.#time.now())) return;
    try {
      const github = paced(await clientFor(task.installation), turn);
      const claim = (urgency: number) => turn.claim(urgency);
      const ended = await works[task.work](github, task.ref, clock(), services, { claim });
      this.letIn(task.installation);
      this.#ended(task, ended);
    } catch (error) {
      this.#failed(task, error, turn);
    }
  }

  #ended(task: Task, ended: Ended): void {
    const { clock, log } = this.#options;
    const issue = keyOf(task);
    const { outcome, applied, repeated, againInSeconds, nextAt, urgency, renamed } = ended;
    tellPass(log, issue, ended, this.#memory.isNewlyHeld(issue, repeated.length > 0));
    // What becomes due meanwhile is done when the repository comes back: the sweep finds it then.
    if (outcome === 'archived') {
      this.#memory.forget(issue);
      return;
    }
    if (nextAt !== undefined) this.#comeBackAt(task, nextAt);
    if (renamed) this.#wake({ ...task, ref: renamed });
    if (typeof urgency === 'number') this.#memory.setUrgency(issue, urgency);
    if (outcome === 'postponed') return;
    const isWhole = applied.every(({ faults }) => faults.length === 0);
    if (outcome !== 'stale' && isWhole && repeated.length === 0) this.#memory.good(issue, clock());
    if (againInSeconds === null) return;
    const isHeldOnly = isWhole && repeated.length > 0;
    const owesAnswer = applied.some(({ heard }) => !heard);
    if (isHeldOnly) this.#wake(task, { seconds: againInSeconds });
    else this.#again(task, againInSeconds, owesAnswer);
  }

  /** Nobody may say a word until then: an alarm wakes the issue. */
  #comeBackAt(task: Task, at: string | null): void {
    const issue = keyOf(task);
    this.#memory.setDue(issue, at);
    this.#alarms.set(issue, at, () => this.#wake(task));
  }

  /**
   * Comes back by itself, each time later; after too many times it is the sweep's.
   * @param endless somebody waits for an answer that is not said yet: it comes back until it is.
   */
  #again(task: Task, seconds: number, endless = false): void {
    const count = this.#memory.countFailure(keyOf(task));
    if (endless || count <= mostFailures)
      this.#wake(task, { seconds: Math.min(seconds * 2 ** (count - 1), longestWait) });
    else this.#memory.forgetFailures(keyOf(task));
  }

  #failed(task: Task, error: unknown, turn: Turn): void {
    const { log } = this.#options;
    const reason = reasonOf(error);
    if (isShutOut(error)) {
      const { installation } = task;
      const isNews = this.#doors.shut(installation, keyOf(task), task, this.#time.now());
      if (isNews) log.warn({ installation, reason }, 'GitHub does not let us in here; passes wait until it does');
      return;
    }
    log.warn({ issue: keyOf(task), reason }, 'A pass got no answer');
    const seconds = secondsToRest(error, this.#options.clock());
    if (error instanceof Unanswered && error.limited) turn.leaveAlone(seconds * 1000);
    this.#again(task, seconds);
  }
}

interface When {
  readonly seconds?: number;
  readonly urgency?: number | null;
}
