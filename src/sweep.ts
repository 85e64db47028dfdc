// Finds what webhooks did not tell: GitHub never sends one twice. Every find is only a reason to look.

import { addMarks, type Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { learnConfigs } from './github/config-files.ts';
import { type Installation, installations, repositoriesOf, type SweptRepository } from './github/installations.ts';
import { nameOf, repositoryNameOf } from './github/name-of.ts';
import type { IssueRef } from './github/observe.ts';
import { queries } from './github/queries.ts';
import { type Found, type Points, search } from './github/search.ts';
import { isHeldBack } from './held-back.ts';
import { type Log, reasonOf } from './log.ts';
import type { Passes } from './passes.ts';
import { reasonToLook } from './reason-to-look.ts';
import type { SweepMemory } from './sweep-memory.ts';
import { leastUrgent } from './urgency.ts';

export interface SweepOptions {
  /** The App itself (its JWT): lists installations. */
  readonly app: () => Promise<GitHub>;
  readonly clientFor: (installation: number) => Promise<GitHub>;
  readonly passes: Pick<Passes, 'wakeInTurn' | 'looked' | 'dueAt' | 'letIn'>;
  readonly services: Pick<Services, 'resolve' | 'marks' | 'configs' | 'incidents' | 'heldBack'>;
  /** ISO. */
  readonly clock: () => string;
  readonly log: Log;
  readonly memory: SweepMemory;
}

const hoursBetweenLooks = 24;
const windowDays = 3;
const hour = 3_600_000;
/** Milliseconds in which labels and pin follow a card that was made whole. */
const behindACard = 10_000;
/** Points of one look and its answer at most, as GitHub counts them: at a thread of more than a page; see `longLookDocument`. */
export const pointsOfALook = 11;
/** So much of an hour's points no sweep spends: it is for what people say meanwhile. */
const keptForPeople = 0.4;
/** Points of an hour's further sweeps. */
const keptForSweeps = 60;

/**
 * One sweep over all installations. The first one also learns how incidents are told in each repository, and looks at
 * whatever changed in the last three days: so long GitHub would have kept what we missed. So does the first one that gets
 * through again to an installation. Any later one looks at what changed since the one before it.
 */
export async function sweep(options: SweepOptions, first: boolean): Promise<void> {
  const { log, memory } = options;
  const all = await installations(await options.app());
  for (const installation of all) {
    const { id } = installation;
    const began = options.clock();
    try {
      await sweepOne(options, installation, first ? null : memory.since(id, began));
      memory.done(id, began);
      options.passes.letIn(id);
    } catch (error) {
      const isNews = memory.failed(id);
      if (isNews) log.warn({ installation: id, reason: reasonOf(error) }, 'A sweep got no answer; the next ones try');
    }
  }
  memory.over(all.map(({ id }) => id));
}

/** @param lately since when changes are to be found; null: nothing is known yet */
async function sweepOne(options: SweepOptions, installation: Installation, lately: string | null): Promise<void> {
  const github = await options.clientFor(installation.id);
  const first = lately === null;
  const repositories = first || installation.selected ? await repositoriesOf(github) : [];
  if (first) await learnMarks(github, repositories, options.services);
  const since = lately ?? new Date(Date.parse(options.clock()) - windowDays * 24 * hour).toISOString();
  const due = new Map<string, Find>();
  let points: Points | null = null;
  for (const query of queries(installation, repositories, labelsIn(repositories, options.services), { since, first })) {
    const findings = await search(github, query);
    points = findings.points;
    for (const one of dueOf(ofOurs(findings.found, repositories), options)) due.set(nameOf(one.ref), one);
  }
  wakeInTheirHour(options, installation.id, [...due.values()], points);
}

/** What was found, and the issue to look at because of it. */
interface Find {
  readonly ref: IssueRef;
  readonly found: Found;
}

function dueOf(found: readonly Found[], options: SweepOptions): readonly Find[] {
  const { marks, incidents } = options.services;
  const known = {
    slug: () => null,
    marks: (repository: string) => marks.get(repository),
    isOpenIncident: (name: string) => incidents.has(name),
    isHeldBack: () => false,
  };
  return found.flatMap((one) => {
    const ref = reasonToLook(one, known);
    return ref && isDue({ ref, found: one }, options) ? [{ ref, found: one }] : [];
  });
}

/** Where the whole account was searched, but only some of its repositories are ours. */
function ofOurs(found: readonly Found[], repositories: readonly SweptRepository[]): readonly Found[] {
  const ours = new Set(repositories.map(({ key }) => key));
  return ours.size === 0 ? found : found.filter(({ ref }) => ours.has(repositoryNameOf(ref)));
}

/**
 * Wakes as many now as the hour has points for: first what changed since we last wrote there, of that the worst level, then what
 * changed last; the others hour by hour. The next sweep brings forward what it finds again and has points for.
 */
function wakeInTheirHour(
  { passes, services, log }: SweepOptions,
  installation: number,
  due: readonly Find[],
  points: Points | null,
): void {
  const line = due
    .map(({ ref, found }) => ({ ref, found, urgency: urgencyTold(found, services.marks) }))
    .toSorted(
      (one, other) =>
        Number(isQuiet(one.found)) - Number(isQuiet(other.found)) ||
        (one.urgency ?? 0) - (other.urgency ?? 0) ||
        (one.found.updatedAt > other.found.updatedAt ? -1 : 1),
    );
  const looksFor = (some: number) => Math.max(0, Math.floor(some / pointsOfALook));
  const now = points ? looksFor(points.remaining - points.limit * keptForPeople - keptForSweeps) : line.length;
  const anHour = points ? Math.max(1, looksFor(points.limit * (1 - keptForPeople) - keptForSweeps)) : line.length;
  for (const [place, { ref, urgency }] of line.entries()) {
    const hours = place < now ? 0 : Math.floor((place - now) / anHour) + 1;
    passes.wakeInTurn(installation, ref, { urgency, afterSeconds: (hours * hour) / 1000 });
  }
  const left = line.length - now;
  if (left > 0) log.info({ installation, left }, 'There is more to look at than this hour has points for');
}

/** Our card, or what goes out behind a first one, was the last that changed: most likely there is nothing to do. */
export function isQuiet({ updatedAt, cardAt }: Found): boolean {
  return cardAt !== null && Date.parse(updatedAt) - Date.parse(cardAt) <= behindACard;
}

/** What the labels tell of how urgent it is; null: nothing. */
export function urgencyTold({ ref, labels, closed }: Found, marks: Services['marks']): number | null {
  if (closed) return leastUrgent;
  const levels = marks.get(repositoryNameOf(ref))?.levels ?? [];
  const borne = new Set(labels.map((label) => label.toLowerCase()));
  const level = levels.findIndex((id) => borne.has(id.toLowerCase()));
  return level < 0 ? null : level;
}

export async function learnMarks(
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
export function labelsIn(
  repositories: readonly SweptRepository[],
  services: SweepOptions['services'],
): readonly string[] {
  const told =
    repositories.length > 0 ? repositories.map(({ key }) => services.marks.get(key)) : [...services.marks.values()];
  return [...new Set(['incident', ...told.flatMap((marks) => marks?.labels ?? [])])];
}

/** Changed since we looked, not looked at for a day, or owing what became due meanwhile; not while its author is held back. */
function isDue({ ref, found }: Find, { passes, services, clock }: SweepOptions): boolean {
  const isOpen = services.incidents.has(nameOf(ref));
  const { by, updatedAt } = found;
  if (by !== null && !isOpen && isHeldBack(services.heldBack, { ...ref, login: by }, clock())) return false;
  const looked = passes.looked(ref);
  if (looked === null) return true;
  // Of what stands beside the issue a look does not show when it changed.
  const seen = found.ref.number === ref.number ? (looked.changedAt ?? looked.at) : looked.at;
  if (Date.parse(updatedAt) > Date.parse(seen)) return true;
  const due = passes.dueAt(ref);
  const now = Date.parse(clock());
  // One that is hours ahead is of a clock that was wrong.
  return Math.abs(now - Date.parse(looked.at)) >= hoursBetweenLooks * hour || (due !== null && Date.parse(due) <= now);
}
