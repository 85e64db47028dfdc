import type { RepositoryName } from '../../sandbox/world.ts';
import { World } from '../../sandbox/world.ts';

export const OPS: RepositoryName = { owner: 'acme', name: 'ops' };

/** acme/ops with ada (maintain), bob (write), tea (triage), and eve, who has no access of her own. */
export function smallWorld(files?: Record<string, string>): World {
  const world = new World({ now: '2026-03-02T10:00:00Z' });
  world.createRepository('acme', 'ops', files ? { files } : {});
  world.setPermission(OPS, 'ada', 'maintain');
  world.setPermission(OPS, 'bob', 'write');
  world.setPermission(OPS, 'tea', 'triage');
  world.setPermission(OPS, 'eve', 'none');
  return world;
}

/** The kinds of an issue's timeline, in order. */
export function kinds(world: World, number = 1): string[] {
  return (world.repository('acme', 'ops')?.issues.get(number)?.timeline ?? []).map(({ kind }) => kind);
}
