// A sweep over many open incidents on which nothing happened since they were looked at, and of which nothing is due yet.
import { inProcess, noRequests } from '../sandbox/client.ts';
import { sealWith } from '../src/core/seal.ts';
import { createServices } from '../src/footing.ts';
import { readShipped } from '../src/shipped.ts';
import { sweep } from '../src/sweep.ts';
import { SweepMemory } from '../src/sweep-memory.ts';
import { manyHomes } from './many-homes.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** @returns the requests of the second sweep of a process whose passes have seen everything, and how many looks it asked for */
export async function silentSweep(open: number): Promise<{ readonly requests: number; readonly looks: number }> {
  const { world, time } = await manyHomes(open);
  const count = noRequests();
  const github = inProcess(world, { kind: 'app' }, { count });
  const at = time.clock;
  let [looks, seen] = [0, false];
  const passes = {
    wakeInTurn: () => {
      looks += 1;
    },
    ...{ expect: () => {}, letIn: () => {}, dueAt: () => null },
    looked: () => (seen ? { at, changedAt: null } : null),
  };
  const clientFor = async () => github;
  const services = createServices(readShipped(), sealWith('the key of the bench'));
  const options = {
    app: clientFor,
    clientFor,
    passes,
    services,
    clock: () => at,
    log: silent,
    memory: new SweepMemory(),
  };
  world.now = at;
  await sweep(options, true);
  const before = count.graphql + count.rest;
  [looks, seen] = [0, true];
  await sweep(options, false);
  return { requests: count.graphql + count.rest - before, looks };
}
