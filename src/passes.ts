// Runs passes: which issue, when again, and how long to leave GitHub alone after it said no.

import { FurtherTries } from './further-tries.ts';
import { nameOf, repositoryNameOf } from './github/name-of.ts';
import type { IssueRef } from './github/observe.ts';
import { paced } from './github/paced.ts';
import { Unanswered } from './github/unanswered.ts';
import { reasonOf } from './log.ts';
import { type Looked, PassMemory } from './pass-memory.ts';
import type { PassesOptions } from './passes-options.ts';
import { Patience } from './patience.ts';
import { Alarms } from './queue/alarms.ts';
import { PassQueue } from './queue/pass-queue.ts';
import { machineTime, type Time } from './queue/time.ts';
import type { Turn } from './queue/turn.ts';
import { secondsToRest } from './seconds-to-rest.ts';
import { isShutOut, ShutDoors } from './shut-doors.ts';
import { type Ended, keyOf, type Task, type Work, works } from './task.ts';
import { tellFull, tellPass, tellShut } from './tell-pass.ts';
import { Unshown } from './unshown.ts';

/** So many times as long as everything else ticks are gathered: a minute. */
const ticksTogether = 30;

/** All passes of a process. */
export class Passes {
  readonly #options: PassesOptions;
  readonly #gather: number;
  readonly #patience: Patience;
  readonly #memory = new PassMemory();
  readonly #unshown = new Unshown();
  readonly #tries = new FurtherTries();
  readonly #alarms: Alarms;
  readonly #queue: PassQueue;
  readonly #time: Time;
  readonly #doors = new ShutDoors<Task>();

  constructor(options: PassesOptions) {
    const { clock, log, gatherMilliseconds = 2000, pace, time = machineTime, pollMilliseconds } = options;
    this.#options = options;
    this.#gather = gatherMilliseconds;
    this.#patience = new Patience(gatherMilliseconds * ticksTogether);
    this.#time = time;
    this.#alarms = new Alarms({ clock, time, pollMilliseconds, full: () => tellFull(log) });
    this.#queue = new PassQueue({
      ...{ gatherMilliseconds, time, ...(pace === undefined ? {} : { pace }) },
      failed: (issue, error) => log.error({ issue, reason: reasonOf(error) }, 'A pass failed beyond its own care'),
    });
  }

  /**
   * Asks for a pass on an issue or pull request, of which somebody said or did something.
   * @param changedAt of a look that shows no change as new as this (ISO) there is another one soon
   * @param ticker login of who ticked a box, where that is all
   */
  wake(
    installation: number,
    ref: IssueRef,
    work: Work = 'issue',
    changedAt: string | null = null,
    ticker: string | null = null,
  ) {
    const task = { installation, ref, work };
    if (changedAt !== null) this.#unshown.tell(keyOf(task), changedAt);
    this.#wake(task, { urgency: null, seconds: this.#patience.secondsFor(keyOf(task), ticker, this.#time.now()) });
  }

  /** Asks for one that may wait for its turn to write before it looks. @param urgency as far as the caller knows */
  wakeInTurn(installation: number, ref: IssueRef, given: { urgency: number | null; afterSeconds: number }): void {
    const task: Task = { installation, ref, work: 'issue' };
    const urgency = this.#memory.urgencyOf(keyOf(task)) ?? given.urgency;
    this.#wake(task, { urgency, seconds: given.afterSeconds });
  }

  /** Something comes by itself on an issue that was not looked at yet: then it is, at that moment (ISO). @param urgency as far as the caller knows */
  expect(installation: number, ref: IssueRef, { urgency, at }: { urgency: number | null; at: string }): void {
    if (urgency !== null) this.#memory.setUrgency(nameOf(ref), urgency);
    if (this.looked(ref) === null) this.#comeBackAt({ installation, ref, work: 'issue' }, at);
  }

  /** What the last pass on an issue saw that ended well; null: none did. */
  looked(ref: IssueRef): Looked | null {
    return this.#memory.looked(nameOf(ref));
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
  #wake(task: Task, given: { seconds?: number; urgency?: number | null; gather?: number } = {}): void {
    const { seconds = 0, urgency = this.#memory.urgencyOf(keyOf(task)), gather = this.#gather } = given;
    const place = { installation: task.installation, repository: repositoryNameOf(task.ref), urgency };
    const afterMilliseconds = Math.max(gather, seconds * 1000);
    this.#queue.wake(keyOf(task), { run: (turn) => this.#pass(task, turn), place, afterMilliseconds });
  }

  async #pass(task: Task, turn: Turn): Promise<void> {
    const { services, clientFor, clock } = this.#options;
    if (!this.#doors.mayTry(task.installation, keyOf(task), task, this.#time.now())) return;
    const began = clock();
    try {
      const github = paced(await clientFor(task.installation), turn);
      const claim = (urgency: number) => turn.claim(urgency);
      const ended = await works[task.work](github, task.ref, began, services, { claim });
      this.letIn(task.installation);
      this.#ended(task, ended, began);
    } catch (error) {
      this.#failed(task, error, turn);
    }
  }

  #ended(task: Task, ended: Ended, began: string): void {
    const { clock, log } = this.#options;
    const issue = keyOf(task);
    const { outcome, applied, repeated, againInSeconds, nextAt, urgency, renamed, changedAt = null } = ended;
    tellPass(log, issue, ended, this.#memory.isNewlyHeld(issue, repeated.length > 0));
    this.#options.watcher?.ended(issue, ended);
    // What becomes due meanwhile is done when the repository comes back: the sweep finds it then.
    if (outcome === 'archived') {
      this.#memory.forget(issue);
      this.#tries.end(issue);
      return;
    }
    if (nextAt !== undefined) this.#comeBackAt(task, nextAt);
    if (renamed) this.#wake({ ...task, ref: renamed });
    if (typeof urgency === 'number') this.#memory.setUrgency(issue, urgency);
    if (outcome === 'postponed') return;
    const isWhole = applied.every(({ faults }) => faults.length === 0);
    if (outcome !== 'stale' && isWhole && repeated.length === 0) {
      this.#memory.good(issue, { at: began, changedAt }, clock());
      this.#patience.took(issue, ended.ticked ?? [], this.#time.now());
      this.#tries.end(issue);
    }
    const unshown = outcome === 'stale' ? null : this.#unshown.lookAgainIn(issue, changedAt);
    if (unshown !== null) this.#wake(task, { seconds: unshown, urgency: null });
    if (againInSeconds === null) return;
    const owesAnswer = applied.some(({ heard }) => !heard);
    if (isWhole && repeated.length > 0) this.#wake(task, { seconds: againInSeconds });
    else this.#again(task, againInSeconds, owesAnswer);
  }

  /** Nobody may say a word until then: an alarm wakes the issue, and no further words are waited for. */
  #comeBackAt(task: Task, at: string | null): void {
    const issue = keyOf(task);
    this.#memory.setDue(issue, at);
    this.#alarms.set(issue, at, () => this.#wake(task, { gather: 0 }));
  }

  #again(task: Task, seconds: number, endless = false): void {
    const wait = this.#tries.after(keyOf(task), seconds, endless);
    if (wait !== null) this.#wake(task, { seconds: wait });
  }

  #failed(task: Task, error: unknown, turn: Turn): void {
    const { log } = this.#options;
    const reason = reasonOf(error);
    this.#options.watcher?.failed(keyOf(task), reason);
    if (isShutOut(error)) {
      const isNews = this.#doors.shut(task.installation, keyOf(task), task, this.#time.now());
      if (isNews) tellShut(log, task.installation, reason);
      return;
    }
    log.warn({ issue: keyOf(task), reason }, 'A pass got no answer');
    const seconds = secondsToRest(error, this.#options.clock());
    if (error instanceof Unanswered && error.limited) turn.leaveAlone(seconds * 1000);
    this.#again(task, seconds);
  }
}
