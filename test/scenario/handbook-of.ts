// The handbook that an incident of a world goes by, found without asking Sitrep.
import { blobOid, treeOid } from '../../sandbox/world/git.ts';
import type { Entry } from '../../src/core/entry.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import type { Services } from '../../src/footing.ts';
import { catalogPath, configPath } from '../../src/github/config-files.ts';
import { home, type Stage } from './stage.ts';

/** The handbook of the config that an incident was declared under or moved to, wherever in the repository's history that stood. */
export function handbookOf(stage: Stage, entries: readonly Entry[], resolve: Services['resolve']): Handbook {
  const facts = entries.flatMap(({ fact }) => fact ?? []);
  const moved = facts.findLast((fact) => fact.kind === 'handbook') ?? facts.find((fact) => fact.kind === 'declared');
  const oid = moved?.handbook.oid ?? null;
  const { commits } = stage.world.state;
  const repository = stage.world.repository(home.owner, home.name);
  const head = commits.get(repository?.branches.get(repository.defaultBranch) ?? '')?.files ?? {};
  const texts = [...commits.values()].map(({ files }) => files[configPath] ?? null);
  const text = texts.find((each) => each !== null && blobOid(each) === oid) ?? null;
  const files = Object.fromEntries(Object.entries(head).filter(([path]) => path.startsWith('.github/sitrep/')));
  const catalog = head[catalogPath] ?? null;
  const catalogOid = catalog === null ? null : blobOid(catalog);
  return resolve({ oid, text, folderOid: treeOid(files), files, catalogOid, catalog }).handbook;
}
