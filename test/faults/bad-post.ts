// A story of which the App hears through the post: webhooks that are lost, tripled and late, so that they come in any order; and looks
// that are older than they.
import { appIn, pacedWire, sealOfApps } from '../../bench/app-in-time.ts';
import { VirtualTime } from '../../bench/virtual-time.ts';
import { Faults } from '../../sandbox/faults.ts';
import type { WebhookEvent } from '../../sandbox/world.ts';
import { type Chance, chanceOf } from '../scenario/chance.ts';
import { play } from '../scenario/play.ts';
import { threadOf, withoutReminders } from '../scenario/same-thread.ts';
import { Missing, Stage } from '../scenario/stage.ts';
import { type Line, NotAScenario, type Story } from '../scenario/story.ts';

/** How the post is. */
export interface Post {
  /** Share of the webhooks that never come. */
  readonly lost: number;
  /** Share of those that come three times. */
  readonly tripled: number;
  /** A third is late by up to so many hours. */
  readonly lateHours: number;
  /** So old are the looks that GitHub gives. */
  readonly lagSeconds: number;
}

export const goodPost: Post = { lost: 0, tripled: 0, lateHours: 0, lagSeconds: 0 };
export const badPost: Post = { lost: 0.3, tripled: 0.3, lateHours: 3, lagSeconds: 4 };

const minute = 60_000;
const hour = 60 * minute;
const betweenSweeps = 10 * minute;
/** What touches something that Sitrep makes waits until it is there, however it comes to hear of it. */
const untilSwept = 30 * minute;
const afterwards = 5 * hour;

/** Plays a story as `npm start` lives it, a sweep every ten minutes. @returns the thread five hours after its end, but for reminders */
export async function heardThrough(post: Post, story: Story, seed: number): Promise<readonly string[]> {
  const start = story.given[0]?.at ?? '2026-03-02T10:00:00Z';
  const time = new VirtualTime(start);
  const stage = new Stage(story, start);
  const { world } = stage;
  const faults = new Faults();
  if (post.lagSeconds > 0) faults.order({ kind: 'lags', seconds: post.lagSeconds }, world);
  const { passes, hear, sweep } = appIn(world, time, pacedWire(world, time, faults).github);
  const chance = chanceOf(seed);
  world.subscribe((event) => {
    for (const delay of delaysOf(post, event, chance)) time.after(delay, () => hear(event));
  });
  const acts = withRoom(story.given);
  const end = (acts.at(-1)?.after ?? 0) + afterwards;
  for (let after = 0; after <= end; after += betweenSweeps) time.after(after, () => void sweep(after === 0));
  for (const { line, after } of acts)
    time.after(after, () => {
      world.now = time.clock;
      playIfItCanBe(stage, line, story.file);
    });
  await time.pass();
  await passes.stop();
  return withoutReminders(threadOf(stage, sealOfApps));
}

/** When its copies come: none, one or three. */
function delaysOf({ lost, tripled, lateHours }: Post, { name }: WebhookEvent, chance: Chance): readonly number[] {
  if (name === 'push' || chance() < lost) return [];
  const copies = chance() < tripled ? 3 : 1;
  return Array.from({ length: copies }, () => (chance() < 1 / 3 ? chance() * lateHours * hour : 0));
}

/** When each line is said, in milliseconds since the first: as told, with room before what Sitrep must have looked at before. */
function withRoom(lines: readonly Line[]): readonly { readonly line: Line; readonly after: number }[] {
  const start = Date.parse(lines[0]?.at ?? '');
  let room = 0;
  return lines.map((line, place) => {
    if (place > 0 && needsRoom(line)) room += untilSwept;
    return { line, after: Date.parse(line.at) - start + room };
  });
}

function needsRoom({ act }: Line): boolean {
  return act.verb !== 'comment' || /^\s*\/(?:undo|redact|queue)\b/m.test(act.text);
}

/** Nobody wrote these stories, so some lines cannot be. */
function playIfItCanBe(stage: Stage, line: Line, file: string): void {
  try {
    play(stage, line, file);
  } catch (error) {
    if (error instanceof Missing || error instanceof NotAScenario) return;
    throw error;
  }
}
