// What the reference lifecycle asks of GitHub, deed by deed, in the App's own time: its gathering, its pace, a hundred milliseconds away.
import { appIn, pacedWire } from '../../bench/app-in-time.ts';
import { lifecycle, lifecycleWorld } from '../../bench/lifecycle.ts';
import { asked } from '../../bench/live-through.ts';
import { VirtualTime } from '../../bench/virtual-time.ts';
import { play } from '../../sandbox/server/stage.ts';

const start = '2026-03-02T09:59:00Z';
const second = 1000;

interface Told {
  readonly name: string;
  readonly requests: number;
  /** Seconds from the deed to the last answer; null: nothing was asked. */
  readonly seconds: number | null;
}

async function lived(): Promise<{ readonly told: readonly Told[]; readonly boxes: number; readonly state: string }> {
  const time = new VirtualTime(start);
  const world = lifecycleWorld();
  const wire = pacedWire(world, time);
  const { passes, hear } = appIn(world, time, wire.github);
  world.subscribe(hear);
  const told: Told[] = [];
  for (const { name, at, who, act, hurry } of lifecycle()) {
    const moment = Date.parse(at) - Date.parse(start);
    await passed(time, moment);
    world.now = at;
    const before = structuredClone(wire.told().requests);
    play(world, who, act);
    await time.pass(moment + (hurry ?? 300 * second));
    const { requests } = asked(before, wire.told().requests);
    told.push({ name, requests, seconds: requests === 0 ? null : (wire.told().lastAt - moment) / second });
  }
  await passes.stop();
  const issue = world.repository('acme', 'ops')?.issues.get(1);
  const texts = issue?.timeline.flatMap((item) => (item.kind === 'IssueComment' ? [item.body] : [])) ?? [];
  return { told, boxes: texts.join('\n').match(/^- \[x\]/gm)?.length ?? 0, state: issue?.state ?? '' };
}

/** Up to a moment, whether anything is due by then or not. */
async function passed(time: VirtualTime, moment: number): Promise<void> {
  time.after(moment - time.now(), () => {});
  await time.pass(moment);
}

test('forty requests at most from the report to the merged post-mortem', async () => {
  const { told, boxes, state } = await lived();
  const of = (name: string) => told.filter((one) => one.name === name);
  const sum = (some: readonly Told[]) => some.reduce((all, { requests }) => all + requests, 0);
  expect({ boxes, state }).toEqual({ boxes: 7, state: 'closed' });
  // Two of them because a clock ran out within five minutes of a deed: what is told takes a document of its own.
  expect(sum(told)).toBeLessThanOrEqual(40);
  // A look, the standing of everybody who belongs here, one document, the pin.
  expect(of('report').map(({ requests }) => requests)).toEqual([4]);
  // The first tick is looked at soon, those after it together: two looks, each with its document.
  expect(of('seven ticks').map(({ requests }) => requests)).toEqual([2, 0, 0, 0, 0, 0, 2]);
});

test('nobody waits longer for an answer than for the gathering, the look and the pace', async () => {
  const { told } = await lived();
  const late = told.filter(({ name, seconds }) => name !== 'seven ticks' && (seconds ?? 0) > 5);
  expect(late).toEqual([]);
  expect(told[0]?.seconds).toBeLessThanOrEqual(2.6);
});
