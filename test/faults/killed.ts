// A story over real HTTP in which the App is killed again and again: each time the next process brings the same thread, nobody doing anything.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { sealWith } from '../../src/core/seal.ts';
import { type Chance, chanceOf } from '../scenario/chance.ts';
import { play } from '../scenario/play.ts';
import { firstDifference, threadOf } from '../scenario/same-thread.ts';
import { Stage } from '../scenario/stage.ts';
import type { Line, Story } from '../scenario/story.ts';
import { type AppProcess, type Deadly, startApp } from './app-process.ts';
import { httpStory as story } from './http-story.ts';
import { points } from './points.ts';

const secret = 'the secret of who is killed';
const seal = sealWith(secret);

export interface Killings {
  readonly wrong: readonly string[];
  /** Milliseconds from the start of the next process to the thread as it should be, in order. */
  readonly recoveries: readonly number[];
}

/** Kills so many times, at every point in turn; a story ends and the next begins when its lines are told. */
export async function killings(seed: number, times: number): Promise<Killings> {
  const chance = chanceOf(seed);
  const expected = await threadsWithout();
  const wrong: string[] = [];
  const recoveries: number[] = [];
  const done = (): number => recoveries.length + wrong.length;
  for (let idle = 0; done() < times && idle < 3; ) {
    const before = done();
    const run = await Run.begin(story, () => (done() < times ? deadlyOf(done(), chance) : null));
    try {
      for (const [index, line] of story.given.entries()) {
        const came = await run.line(line, expected[index]!, chance);
        if (came && 'milliseconds' in came) recoveries.push(came.milliseconds);
        if (!came || !('wrong' in came)) continue;
        wrong.push(`seed ${seed}, "${line.sentence}", ${came.wrong}`);
        break;
      }
    } finally {
      await run.end();
    }
    idle = done() === before ? idle + 1 : 0;
  }
  return { wrong, recoveries };
}

function deadlyOf(nth: number, chance: Chance): Deadly {
  return { point: points[nth % points.length]!, count: chance() < 0.7 ? 1 : 2 };
}

/** What the thread is after each line when nobody is killed. */
async function threadsWithout(): Promise<readonly (readonly string[])[]> {
  const run = await Run.begin(story, () => null);
  const threads: (readonly string[])[] = [];
  try {
    for (const line of story.given) {
      run.act(line);
      await run.quiet();
      threads.push(run.thread);
    }
  } finally {
    await run.end();
  }
  return threads;
}

type Came = { readonly milliseconds: number } | { readonly wrong: string } | null;

class Run {
  readonly #stage: Stage;
  readonly #sandbox: Sandbox;
  readonly #next: () => Deadly | null;
  #deadly: Deadly | null = null;
  #app: AppProcess | null = null;

  private constructor(stage: Stage, sandbox: Sandbox, next: () => Deadly | null) {
    this.#stage = stage;
    this.#sandbox = sandbox;
    this.#next = next;
  }

  /** @param next how the process that is started now is to die; null: it is not */
  static async begin(of: Story, next: () => Deadly | null): Promise<Run> {
    const stage = new Stage(of, of.given[0]!.at);
    const sandbox = await startSandbox({
      world: stage.world,
      webhookSecret: secret,
      clock: 'still',
      webhookPatience: 120_000,
    });
    const run = new Run(stage, sandbox, next);
    await run.#start();
    return run;
  }

  get thread(): readonly string[] {
    return threadOf(this.#stage, seal);
  }

  act(line: Line): void {
    this.#sandbox.clock.set(line.at, true);
    this.#app?.turnTo(line.at);
    this.#stage.world.now = line.at;
    play(this.#stage, line, 'killed');
  }

  /** @returns null when the App did not come to its point, and lives */
  async line(line: Line, expected: readonly string[], chance: Chance): Promise<Came> {
    const deadly = this.#deadly;
    const app = this.#app!;
    if (deadly && deadly.point !== 'any') app.arm();
    this.act(line);
    // Wake-ups are gathered for 200 ms; a pass takes about as long.
    if (deadly?.point === 'any') await sleep(Math.floor(chance() * 600)).then(() => app.kill());
    await (deadly?.point === 'any' ? app.died : this.quiet());
    if (!app.dead) return null;
    const began = performance.now();
    await this.#start(() => firstDifference(expected, this.thread) === null);
    const milliseconds = performance.now() - began;
    await this.quiet();
    const differs = firstDifference(expected, this.thread);
    if (!differs) return { milliseconds };
    const told = `without:\n${differs.one}\n\nkilled:\n${differs.other}`;
    return { wrong: `${deadly?.point} ${deadly?.count}\n${told}\n${this.#app?.log()}` };
  }

  /** No webhook is on its way, and the App is idle or dead. */
  async quiet(): Promise<void> {
    const { requests } = this.#sandbox;
    let before = -1;
    const isQuiet = await this.#until(async () => {
      await this.#sandbox.deliveries.idle();
      if (this.#app!.dead) return true;
      const isStill = (await this.#app!.isIdle()) && before === requests.graphql + requests.rest;
      before = requests.graphql + requests.rest;
      return isStill;
    });
    if (!isQuiet) throw new Error(`The App did not come to rest:\n${this.#app?.log()}`);
  }

  async end(): Promise<void> {
    this.#sandbox.pointTo(undefined);
    await this.#stop();
    await this.#sandbox.close();
  }

  /** A new process instead of the last one. @param healed waited for, once it listens */
  async #start(healed: () => boolean = () => true): Promise<void> {
    await this.#stop();
    this.#deadly = this.#next();
    const app = await startApp(this.#sandbox, secret, this.#deadly);
    this.#app = app;
    app.turnTo(this.#sandbox.clock.now);
    if (!(await this.#until(() => app.isIdle()))) throw new Error(`The App did not start:\n${app.log()}`);
    this.#sandbox.pointTo(app.webhooks);
    await this.#until(healed);
  }

  async #stop(): Promise<void> {
    this.#app?.kill();
    await this.#app?.died;
    this.#app = null;
  }

  /** Asks until it holds, for a minute at the most. @returns whether it does */
  async #until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
    const end = performance.now() + 60_000;
    for (;;) {
      if (await holds()) return true;
      if (performance.now() > end) return false;
      await sleep(50);
    }
  }
}
