// An account with very many repositories, each with an incident, and an App that has just been started: what its sweeps spend.
import { Faults } from '../sandbox/faults.ts';
import type { Comment, World } from '../sandbox/world.ts';
import { appIn, pacedWire } from './app-in-time.ts';
import { bodyOf, stormStart, stormWorld } from './storm.ts';
import { VirtualTime } from './virtual-time.ts';

const hour = 3_600_000;
const levels = ['Sev-3', 'Sev-2', 'Sev-1'] as const;

export interface SweptHour {
  readonly points: number;
  readonly requests: number;
  /** Incidents whose first look by the new process was in this hour. */
  readonly looked: number;
  /** Labels of the levels of those. */
  readonly levels: readonly string[];
  /** Commands answered by the end of it that were said while there was no App. */
  readonly heard: number;
}

/** As many repositories, each with one incident that has its card; every third one is of the worst level. */
export async function manyHomes(
  repositories: number,
  clocks = true,
): Promise<{ readonly world: World; readonly time: VirtualTime }> {
  const time = new VirtualTime(stormStart);
  const world = stormWorld(repositories, clocks);
  const { passes, hear } = appIn(world, time, pacedWire(world, time).github);
  const deaf = world.subscribe(hear);
  for (let count = 0; count < repositories; count += 1) {
    const body = bodyOf(levels[count % levels.length] ?? levels[0]);
    world.as('ada').openIssue({ owner: 'acme', name: `service-${count}` }, { title: `Outage ${count}`, body });
  }
  await time.pass();
  deaf();
  await passes.stop();
  // The hour that GitHub counts points by has just begun.
  const full = Math.ceil(time.now() / hour) * hour;
  time.after(full - time.now(), () => {});
  await time.pass();
  return { world, time };
}

/** What an App spends hour by hour that is started before so many incidents, and swept every ten minutes. */
export async function sweptForHours(given: {
  readonly repositories: number;
  readonly hours: number;
  /** Of an hour; else as the sandbox counts them. */
  readonly points?: number;
  /** All are woken at once, whatever they cost, and the second hour has points enough. */
  readonly exhausted?: boolean;
  /** In so many, the last ones and least urgent first, a command was said while there was no App. */
  readonly changed?: number;
  /** False: nothing runs out meanwhile. */
  readonly clocks?: boolean;
}): Promise<readonly SweptHour[]> {
  const { world, time } = await manyHomes(given.repositories, given.clocks);
  const said = saidMeanwhile(world, given);
  const faults = new Faults();
  const wire = pacedWire(world, time, faults);
  const { passes, sweep } = appIn(world, time, wire.github);
  const told: SweptHour[] = [];
  const start = time.now();
  for (let count = 0; count < given.hours; count += 1) {
    const before = structuredClone(wire.told().requests);
    const known = looked();
    for (let minutes = 0; minutes < 60; minutes += 10) {
      world.now = time.clock;
      const few = given.points !== undefined && minutes === 0 && !(given.exhausted && count > 0);
      if (few) faults.order({ kind: 'leaves points', count: given.points ?? 0 }, world);
      if (!given.exhausted) void sweep(count === 0 && minutes === 0);
      else if (count + minutes === 0) wakeAll();
      const end = start + count * hour + (minutes + 10) * 60_000;
      time.after(end - time.now(), () => {});
      await time.pass(end);
    }
    const { points, graphql, rest } = wire.told().requests;
    const fresh = [...looked()].filter((name) => !known.has(name));
    told.push({
      ...{ points: points - before.points, requests: graphql + rest - before.graphql - before.rest },
      ...{
        looked: fresh.length,
        levels: [...new Set(fresh.map(levelOf))].sort(),
        heard: said.filter(isAnswered).length,
      },
    });
  }
  // A pass that a clock woke may still wait for its pace.
  const stopped = passes.stop();
  await time.pass();
  await stopped;
  return told;

  function wakeAll(): void {
    for (let place = 0; place < given.repositories; place += 1)
      passes.wake(1, { owner: 'acme', name: `service-${place}`, number: 1 });
  }

  function looked(): ReadonlySet<string> {
    const names = Array.from({ length: given.repositories }, (_, place) => `service-${place}`);
    return new Set(names.filter((name) => passes.looked({ owner: 'acme', name, number: 1 }) !== null));
  }

  function levelOf(name: string): string {
    const labels = world.repository('acme', name)?.issues.get(1)?.labels ?? [];
    return labels.find((label) => label.name.startsWith('sev-'))?.name ?? '';
  }
}

/** @returns the comments */
function saidMeanwhile(
  world: World,
  { repositories, changed = 0 }: { readonly repositories: number; readonly changed?: number },
): readonly Comment[] {
  const slight = Array.from({ length: repositories }, (_, place) => place).filter(
    (place) => place % levels.length === 0,
  );
  return slight
    .slice(0, changed)
    .map((place) => world.as('ada').comment({ owner: 'acme', name: `service-${place}` }, 1, '/role commander'));
}

function isAnswered({ reactions }: Comment): boolean {
  return reactions.some(({ by }) => by.kind === 'Bot');
}
