// What a process of Sitrep has when it starts: nothing is remembered; only what never changes (pages, handbooks by oid) is shared.
import { sealWith } from '../../src/core/seal.ts';
import { createServices, type Services } from '../../src/footing.ts';
import { emptyConfigCache } from '../../src/github/config-cache.ts';
import { emptyLoopGuard } from '../../src/loop-guard.ts';
import { readShipped } from '../../src/shipped.ts';

/** The proof under which every scenario's ledger is written. */
export const seal = sealWith('the key of the scenarios');
const { tools, toolsFor, resolve, read } = createServices(readShipped(), seal);

/** The handbook that files of a repository make. */
export const resolveFiles: Services['resolve'] = resolve;

/** Services as after a restart. */
export function newProcess(): Services {
  return {
    ...{ tools, toolsFor, resolve, read, configs: emptyConfigCache(), standings: new Map(), writes: new Map() },
    stays: true,
    unpinned: new Set<string>(),
    ...{
      incidents: new Set<string>(),
      guard: emptyLoopGuard(),
      unstaying: new Map(),
      settled: new Map(),
      refused: new Map(),
      sayings: new Map(),
      members: new Map(),
      marks: new Map(),
      heldBack: new Map(),
      threads: new Map(),
    },
  };
}
