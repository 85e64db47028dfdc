// The App on a machine whose clock is wrong, that sleeps, and that is killed: all of it in a time that passes at once.
import { type AppInTime, appIn, pacedWire } from '../../bench/app-in-time.ts';
import type { VirtualTime } from '../../bench/virtual-time.ts';
import type { WebhookEvent, World } from '../../sandbox/world.ts';
import type { GitHub } from '../../src/github/client.ts';
import type { IssueRef } from '../../src/github/observe.ts';
import type { Time } from '../../src/queue/time.ts';
import type { Ended } from '../../src/task.ts';

/** What a pass did, and at which moment of GitHub's time (milliseconds) it was over. */
export interface SeenPass {
  readonly at: number;
  readonly issue: string;
  readonly outcome: Ended['outcome'];
  /** Everything that it wrote, by kind. */
  readonly wrote: readonly string[];
  /** Keys of the comments that it made. */
  readonly said: readonly string[];
  /** Since when something was due that it heard (ISO); null: nothing was. */
  readonly cameDueAt: string | null;
}

const minute = 60_000;
/** Milliseconds. */
export const sweepEvery = 6 * 60 * minute;

export class SkewedApp {
  /** What a log would tell that nobody wants to read. */
  readonly complaints: string[] = [];
  readonly passes: SeenPass[] = [];
  readonly #world: World;
  readonly #time: VirtualTime;
  readonly #poll: number;
  #skew = 0;
  #asleepUntil = 0;
  #held: (() => void)[] = [];
  #process: { readonly app: AppInTime; dead: boolean } | null = null;

  /** @param poll how often it looks at its clock, in milliseconds */
  constructor(world: World, time: VirtualTime, poll: number) {
    this.#world = world;
    this.#time = time;
    this.#poll = poll;
    world.subscribe((event) => this.#hear(event));
  }

  /** From now on its clock is so many milliseconds ahead; below 0: behind. */
  skew(milliseconds: number): void {
    this.#skew = milliseconds;
  }

  /** The machine sleeps: nothing is heard, and timers ring when it wakes. */
  sleep(milliseconds: number): void {
    this.#asleepUntil = this.#time.now() + milliseconds;
    this.#time.after(milliseconds, () => {
      for (const ring of this.#held.splice(0)) ring();
    });
  }

  kill(): void {
    if (!this.#process) return;
    this.#process.dead = true;
    void this.#process.app.passes.stop();
    this.#process = null;
  }

  /** A fresh process. */
  start(): void {
    this.kill();
    const wire = pacedWire(this.#world, this.#time).github;
    const told = (fields: Readonly<Record<string, unknown>>, sentence: string) =>
      void this.complaints.push(`${this.#time.clock} ${sentence} ${JSON.stringify(fields)}`);
    const own: { app: AppInTime; dead: boolean } = { dead: false, app: undefined as never };
    const github: GitHub = {
      graphql: (document, variables) => (own.dead ? never() : wire.graphql(document, variables)),
      rest: (route, parameters) => (own.dead ? never() : wire.rest(route, parameters)),
    };
    own.app = appIn(this.#world, this.#time, github, {
      clock: () => new Date(Date.parse(this.#time.clock) + this.#skew).toISOString(),
      time: this.#machine(),
      pollMilliseconds: this.#poll,
      watcher: { ended: (issue, ended) => void this.passes.push(this.#seen(issue, ended)), failed() {} },
      log: { debug() {}, info() {}, warn: told, error: told },
    });
    this.#process = own;
    this.#sweep(own, true);
  }

  #seen(issue: string, { outcome, effects, cameDueAt = null }: Ended): SeenPass {
    const said = effects.flatMap((effect) => (effect.kind === 'create-comment' ? effect.key : []));
    const wrote = effects.map(({ kind }) => kind);
    return { at: this.#time.now(), issue, outcome, wrote, said, cameDueAt };
  }

  /** All issues are looked at now. */
  look(refs: readonly IssueRef[]): void {
    for (const ref of refs) this.#process?.app.passes.wakeInTurn(1, ref, { urgency: null, afterSeconds: 0 });
  }

  get #isAsleep(): boolean {
    return this.#time.now() < this.#asleepUntil;
  }

  #machine(): Time {
    const time = this.#time;
    const now = (): number => time.now();
    const after: Time['after'] = (milliseconds, ring, aside) =>
      time.after(milliseconds, () => (this.#isAsleep ? void this.#held.push(ring) : ring()), aside);
    return { now, after };
  }

  #hear(event: WebhookEvent): void {
    this.#world.now = this.#time.clock;
    if (!this.#isAsleep) this.#process?.app.hear(event);
  }

  #sweep(own: { readonly app: AppInTime; readonly dead: boolean }, first: boolean): void {
    if (own.dead) return;
    if (!this.#isAsleep) void own.app.sweep(first);
    this.#time.after(sweepEvery, () => this.#sweep(own, first && this.#isAsleep), true);
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
