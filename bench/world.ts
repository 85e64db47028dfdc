// Worlds of many incidents, made by the real engine in this process: each incident another one, the same for the same seed.
import { setImmediate } from 'node:timers/promises';
import { inProcess } from '../sandbox/client.ts';
import { type RepositoryName, World } from '../sandbox/world.ts';
import { sealWith } from '../src/core/seal.ts';
import { createServices } from '../src/footing.ts';
import { readShipped } from '../src/shipped.ts';
import { chanceOf } from '../test/scenario/chance.ts';
import { leads, readers, responders } from './people-and-words.ts';
import { playThread } from './play-thread.ts';
import { threadOf } from './thread.ts';

/** The repository of the incidents. */
export const home: RepositoryName = { owner: 'acme', name: 'ops' };
/** The secret under which their cards are sealed. */
export const ledgerKey = 'the key of the bench';
/** A Monday morning: the world's time when all is made. */
export const monday = '2026-03-09T07:00:00Z';

/** The handbook that they follow, by its id. */
export const followed = 'workflow-guide';

const day = 86_400_000;

/** How many incidents, over how many days before `monday`. */
export interface Amount {
  readonly incidents: number;
  readonly days: number;
}

/**
 * A world with so many incidents, one after the other in even distances up to `monday`. Each is played by the real engine
 * (`playThread`), about 10 ms each: ten thousand take about two minutes of a core that does nothing else, and one gigabyte.
 */
export async function worldOf({ incidents, days }: Amount, seed = 1): Promise<World> {
  const start = Date.parse(monday) - days * day;
  const world = new World({ now: new Date(start).toISOString() });
  // Private, as such repositories are: who can read it was let in, and their reports count at once.
  world.createRepository(home.owner, home.name, {
    private: true,
    files: { '.github/sitrep.yml': `handbook: ${followed}\napp: sitrep\n` },
  });
  for (const login of leads) world.setPermission(home, login, 'maintain');
  for (const login of responders) world.setPermission(home, login, 'write');
  for (const login of readers) world.setPermission(home, login, 'read');
  world.as('ada').createLabel(home, { name: 'incident' });
  const github = inProcess(world, { kind: 'app' });
  const services = createServices(readShipped(), sealWith(ledgerKey));
  const chance = chanceOf(seed);
  for (let count = 0; count < incidents; count += 1) {
    // Whoever waits for this process, or ends it, is heard now and then.
    if (count % 50 === 0) await setImmediate();
    const at = new Date(start + Math.floor((days * day * count) / incidents)).toISOString();
    const number = world.repository(home.owner, home.name)?.nextNumber ?? 1;
    const thread = threadOf(chance, number, `${at.slice(0, 19)}Z`);
    await playThread(thread, { world, repository: home, github, services, until: monday });
    services.settled.clear();
    services.writes.clear();
  }
  world.now = monday;
  return world;
}
