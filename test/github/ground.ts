// A small world for the tests of this room: acme/ops, a few people, and the App's wire to it.
import { inProcess, noRequests, type Requests } from '../../sandbox/client.ts';
import { Faults } from '../../sandbox/faults.ts';
import { type Person, World } from '../../sandbox/world.ts';
import { sealWith } from '../../src/core/seal.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';
import type { GitHub } from '../../src/github/client.ts';
import { emptyConfigCache } from '../../src/github/config-cache.ts';
import { type ConfigReading, type Known, observe } from '../../src/github/observe.ts';

export const repo = { owner: 'acme', name: 'ops' } as const;
export const seal = sealWith('key of the tests');
export const start = '2026-03-02T10:00:00Z';

export interface Ground {
  readonly world: World;
  readonly github: GitHub;
  readonly count: Requests;
  readonly faults: Faults;
  readonly ada: Person;
  readonly bob: Person;
  readonly eve: Person;
}

/** @param files of the default branch. */
export function ground(files: Record<string, string> = { 'README.md': '# ops\n' }): Ground {
  const world = new World({ now: start });
  world.createRepository('acme', 'ops', { files });
  world.setPermission(repo, 'ada', 'maintain');
  world.setPermission(repo, 'bob', 'write');
  world.addUser('eve');
  const count = noRequests();
  const faults = new Faults();
  const github = inProcess(world, { kind: 'app' }, { count, faults });
  return { world, github, count, faults, ada: world.as('ada'), bob: world.as('bob'), eve: world.as('eve') };
}

/** What a config says that says nothing. */
export function reading(over: Partial<ConfigReading> = {}): ConfigReading {
  return {
    app: null,
    responders: [],
    bots: [],
    prerequisites: { teams: [], words: [] },
    owned: [],
    problems: [],
    labels: [],
    spoken: [],
    outsideHeadings: null,
    ...over,
  };
}

export function knowing(over: Partial<Known> = {}): Known {
  return {
    now: start,
    configs: emptyConfigCache(),
    seal,
    threads: new Map(),
    standings: new Map(),
    settled: new Set(),
    refused: [],
    read: () => reading(),
    ...over,
  };
}

/** A look that must show something. */
export async function seen(github: GitHub, number: number, known: Known = knowing()): Promise<Snapshot> {
  const snapshot = await observe(github, { ...repo, number }, known);
  if (!snapshot) throw new Error(`There is no issue ${number}`);
  return snapshot;
}
