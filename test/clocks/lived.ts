// A story lived through by an App in trouble with its clock, or in none: what is on record of it in the end.

import { sealOfApps } from '../../bench/app-in-time.ts';
import { VirtualTime } from '../../bench/virtual-time.ts';
import { rememberedBy } from '../scenario/look.ts';
import { play } from '../scenario/play.ts';
import { threadOf } from '../scenario/same-thread.ts';
import { Missing, ours, Stage } from '../scenario/stage.ts';
import { NotAScenario, type Story } from '../scenario/story.ts';
import { type SeenPass, SkewedApp } from './skewed-app.ts';

const second = 1000;

/** What befalls the machine so many seconds after the first line of the story, and for how long. */
interface Befalling {
  readonly after: number;
  readonly seconds: number;
}

export type Trouble =
  | (Befalling & { readonly kind: 'sleeps' | 'is down' })
  /** Its clock is so many seconds ahead; below 0: behind. */
  | (Befalling & { readonly kind: 'skewed'; readonly by: number });

export interface Lived {
  /** The world in the end, one thing a line, as scenarios compare it. */
  readonly thread: readonly string[];
  /** Of these what is on record (what was heard, and what came by itself), and what is shown at a glance. */
  readonly record: readonly string[];
  /** What was said more than once. */
  readonly twice: readonly string[];
  /** Things that came by themselves. */
  readonly came: number;
  readonly complaints: readonly string[];
  /** In order. */
  readonly passes: readonly SeenPass[];
  /** What a new process did that looked at everything when all was over, every clock being right. */
  readonly again: readonly SeenPass[];
}

export interface Living {
  readonly troubles: readonly Trouble[];
  /** Seconds after the last line. */
  readonly silence: number;
  /** Seconds between two looks at the clock. */
  readonly poll: number;
  /** Seconds after the first line at which the App comes to this repository. */
  readonly installed?: number;
}

/** So long a new process is watched when all is over; seconds. */
const watched = 120;

/** Plays a story in real time that passes at once; lines that cannot be are left out. */
export async function livedThrough(story: Story, { troubles, silence, poll, installed = 0 }: Living): Promise<Lived> {
  const start = story.given[0]!.at;
  const stage = new Stage(story, start);
  const time = new VirtualTime(start);
  const app = new SkewedApp(stage.world, time, poll * second);
  if (installed === 0) app.start();
  else time.after(installed * second, () => app.start());
  for (const trouble of troubles) befall(trouble, app, time, installed);
  for (const line of story.given) {
    time.after(Date.parse(line.at) - Date.parse(start), () => {
      stage.world.now = line.at;
      try {
        play(stage, line, story.file);
      } catch (error) {
        if (!(error instanceof Missing || error instanceof NotAScenario)) throw error;
      }
    });
  }
  const end = Date.parse(story.given.at(-1)!.at) - Date.parse(start) + silence * second;
  time.after(end, () => {});
  await time.pass(end);
  const before = app.passes.length;
  app.start();
  app.look(stage.issues().map(({ place }) => place));
  time.after(watched * second, () => {});
  await time.pass(end + watched * second);
  app.kill();
  return { ...seen(stage, app), passes: app.passes.slice(0, before), again: app.passes.slice(before) };
}

function befall(trouble: Trouble, app: SkewedApp, time: VirtualTime, installed: number): void {
  const { after, seconds } = trouble;
  if (trouble.kind !== 'skewed' && after <= installed) return;
  time.after(after * second, () => {
    if (trouble.kind === 'sleeps') app.sleep(seconds * second);
    else if (trouble.kind === 'skewed') app.skew(trouble.by * second);
    else app.kill();
  });
  time.after((after + seconds) * second, () => {
    if (trouble.kind === 'skewed') app.skew(0);
    else if (trouble.kind === 'is down') app.start();
  });
}

function seen(stage: Stage, app: SkewedApp): Omit<Lived, 'passes' | 'again'> {
  const thread = threadOf(stage, sealOfApps);
  const record = thread.filter((line) => /^\S+ (?:heard|labels|assignees|open|closed) /.test(line));
  const said = stage
    .issues()
    .flatMap(({ place, number }) => ours(stage, stage.issue(place)).map(({ key }) => `#${number} ${key}`));
  const sources = stage
    .issues()
    .flatMap(({ place, number }) =>
      rememberedBy(stage, stage.issue(place), sealOfApps).map(({ source }) => `#${number} ${source}`),
    );
  return {
    thread,
    record,
    twice: [...repeated(said), ...repeated(sources)],
    came: sources.filter((source) => source.endsWith('+due')).length,
    complaints: app.complaints,
  };
}

function repeated(list: readonly string[]): readonly string[] {
  return list.filter((one, place) => list.indexOf(one) !== place);
}
