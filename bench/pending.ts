// `pending.ts WAY SECONDS`: ten thousand moments of which a thousand are close, in a process of its own; tells how late each pass began.
import { setTimeout as sleep } from 'node:timers/promises';
import { Alarms } from '../src/queue/alarms.ts';
import { PassQueue } from '../src/queue/pass-queue.ts';
import { chanceOf } from '../test/scenario/chance.ts';
import type { Pending, WaitingWay } from './waking.ts';

const close = 1000;
const withinSeconds = 10;
const daysAway = 60;
const day = 86_400_000;

/** The moments: of the close ones a hundred come in the same second, as deadlines do. ISO. */
function momentsOf(count: number): readonly string[] {
  const chance = chanceOf(2026);
  const start = Math.ceil(Date.now() / 1000) * 1000 + 1000;
  return Array.from({ length: count }, (_, place) => {
    const away =
      place < close ? Math.floor(chance() * withinSeconds) * 1000 : day + Math.floor(chance() * daysAway) * day;
    return new Date(start + away).toISOString();
  });
}

/** How late what is close began, in milliseconds. */
const late: number[] = [];
let tooEarly = 0;

function began(at: string): void {
  const by = Date.now() - Date.parse(at);
  if (by < -day / 2) tooEarly += 1;
  else late.push(by);
}

function setAlarms(moments: readonly string[]): void {
  const alarms = new Alarms({ clock: () => new Date().toISOString() });
  const queue = new PassQueue({ pace: null, failed: (_, error) => void console.error(error) });
  const place = { installation: 1, repository: 'acme/ops', urgency: 0 };
  for (const [number, at] of moments.entries()) {
    const run = async () => began(at);
    alarms.set(`#${number}`, at, () => queue.wake(`#${number}`, { run, place, afterMilliseconds: 0 }));
  }
}

/** As it is usually done. */
function setTimers(moments: readonly string[]): void {
  process.removeAllListeners('warning');
  for (const at of moments) setTimeout(() => began(at), Date.parse(at) - Date.now()).unref();
}

const ways: Readonly<Record<WaitingWay, () => void>> = {
  none: () => setAlarms([]),
  alarms: () => setAlarms(momentsOf(10_000)),
  timers: () => setTimers(momentsOf(10_000)),
};

const [way, seconds] = process.argv.slice(2);
ways[way as WaitingWay]();
if (way !== 'none') await sleep((withinSeconds + 4) * 1000);
const before = process.cpuUsage();
await sleep(Number(seconds) * 1000);
const { user, system } = process.cpuUsage(before);
const told: Pending = { late, tooEarly, processor: (user + system) / 1000 / (Number(seconds) / 60) };
process.stdout.write(JSON.stringify(told));
