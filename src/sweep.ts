// Finds what webhooks did not tell: GitHub never sends one twice. Every find is only a reason to look.

import { addMarks, type Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { learnConfigs } from './github/config-files.ts';
import { type Installation, installations, repositoriesOf, type SweptRepository } from './github/installations.ts';
import type { IssueRef } from './github/observe.ts';
import { type Found, queries, search } from './github/search.ts';
import { isHeldBack } from './held-back.ts';
import { type Log, reasonOf } from './log.ts';
import { nameOf } from './name-of.ts';
import type { Passes } from './passes.ts';
import type { SweepMemory } from './sweep-memory.ts';

export interface SweepOptions {
  /** The App itself (its JWT): lists installations. */
  readonly app: () => Promise<GitHub>;
  readonly clientFor: (installation: number) => Promise<GitHub>;
  readonly passes: Pick<Passes, 'wake' | 'lookedAt' | 'dueAt' | 'letIn'>;
  readonly services: Pick<Services, 'resolve' | 'marks' | 'configs' | 'incidents' | 'heldBack'>;
  /** ISO. */
  readonly clock: () => string;
  readonly log: Log;
  readonly memory: SweepMemory;
}

const hoursBetweenLooks = 24;
const windowDays = 3;
const hour = 3_600_000;

/**
 * One sweep over all installations. The first one also learns how incidents are told in each repository, and looks at
 * whatever changed in the last three days: so long GitHub would have kept what we missed. So does the first one that gets
 * through again to an installation.
 */
export async function sweep(options: SweepOptions, first: boolean): Promise<void> {
  const { log, memory } = options;
  const all = await installations(await options.app());
  for (const installation of all) {
    const { id } = installation;
    try {
      await sweepOne(options, installation, first || memory.isBehind(id));
      memory.done(id);
      options.passes.letIn(id);
    } catch (error) {
      const isNews = memory.failed(id);
      if (isNews) log.warn({ installation: id, reason: reasonOf(error) }, 'A sweep got no answer; the next ones try');
    }
  }
  memory.over(all.map(({ id }) => id));
}

async function sweepOne(options: SweepOptions, installation: Installation, first: boolean): Promise<void> {
  const github = await options.clientFor(installation.id);
  const needed = first || installation.selected;
  const repositories = needed ? await repositoriesOf(github) : [];
  if (first) await learnMarks(github, repositories, options.services);
  const labels = labelsIn(repositories, options.services);
  const since = new Date(Date.parse(options.clock()) - windowDays * 24 * hour).toISOString().slice(0, 19);
  for (const { query, pages } of queries(installation, repositories, labels, first ? `${since}Z` : null)) {
    for (const found of await search(github, query, pages)) {
      if (isDue(found, options)) options.passes.wake(installation.id, found.ref);
    }
  }
}

async function learnMarks(
  github: GitHub,
  repositories: readonly SweptRepository[],
  { configs, marks, resolve }: SweepOptions['services'],
): Promise<void> {
  const ids = repositories.map(({ id }) => id);
  for (const [key, files] of await learnConfigs(github, ids, configs)) {
    const [owner = '', name = ''] = key.split('/');
    addMarks(marks, { owner, name }, resolve(files).handbook);
  }
}

/** Labels that make incidents here: the usual one, and what repositories looked at say. */
function labelsIn(repositories: readonly SweptRepository[], services: SweepOptions['services']): readonly string[] {
  const told =
    repositories.length > 0 ? repositories.map(({ key }) => services.marks.get(key)) : [...services.marks.values()];
  return [...new Set(['incident', ...told.flatMap((marks) => marks?.labels ?? [])])];
}

/** Changed since we looked, not looked at for a day, or owing what became due meanwhile; not while its author is held back. */
function isDue({ ref, updatedAt, by }: Found, { passes, services, clock }: SweepOptions): boolean {
  const isOpen = services.incidents.has(nameOf(ref));
  if (by !== null && !isOpen && isHeldBack(services.heldBack, { ...ref, login: by }, clock())) return false;
  const looked = passes.lookedAt(ref satisfies IssueRef);
  if (looked === null || Date.parse(updatedAt) > Date.parse(looked)) return true;
  const due = passes.dueAt(ref);
  const now = Date.parse(clock());
  return now - Date.parse(looked) >= hoursBetweenLooks * hour || (due !== null && Date.parse(due) <= now);
}
