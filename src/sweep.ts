// Finds what webhooks did not tell: GitHub never sends one twice. Every find is only a reason to look.

import { dueOnRecord } from './due-on-record.ts';
import { addMarks, type Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { learnConfigs } from './github/config-files.ts';
import { type Installation, installations, repositoriesOf, type SweptRepository } from './github/installations.ts';
import { nameOf, repositoryNameOf } from './github/name-of.ts';
import type { IssueRef } from './github/observe.ts';
import { queries } from './github/queries.ts';
import type { Found, Points } from './github/search.ts';
import { searchAll } from './github/search-all.ts';
import { isHeldBack } from './held-back.ts';
import { type Log, reasonOf } from './log.ts';
import type { Looked } from './pass-memory.ts';
import type { Passes } from './passes.ts';
import { reasonToLook } from './reason-to-look.ts';
import type { SweepMemory } from './sweep-memory.ts';
import { type Find, inOrder, isQuiet } from './sweep-order.ts';
import { leastUrgent } from './urgency.ts';

export interface SweepOptions {
  /** The App itself (its JWT): lists installations. */
  readonly app: () => Promise<GitHub>;
  readonly clientFor: (installation: number) => Promise<GitHub>;
  readonly passes: Pick<Passes, 'wakeInTurn' | 'expect' | 'looked' | 'dueAt' | 'letIn'>;
  readonly services: Pick<Services, 'resolve' | 'tools' | 'marks' | 'configs' | 'incidents' | 'heldBack'>;
  /** ISO. */
  readonly clock: () => string;
  readonly log: Log;
  readonly memory: SweepMemory;
}

const hoursBetweenLooks = 24;
/** Milliseconds by which two looks at a clock that is kept right never differ. */
const ahead = 60_000;
const windowDays = 3;
const hour = 3_600_000;
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
  const all = queries(installation, repositories, labelsIn(repositories, options.services), { since, first });
  const isOurs = ofOurs(repositories);
  const { found, owed, points } = await searchAll(github, all, (ref) => isOurs(ref) && mayOwe(ref, options));
  const ours = [...found.filter(({ ref }) => isOurs(ref)), ...owed];
  const due = new Map(dueOf(ours, options).map((one) => [nameOf(one.ref), one]));
  await wakeInTheirHour(options, { github, installation: installation.id }, [...due.values()], points);
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
    return ref && isDue(ref, one, options) ? [{ ref, found: one, urgency: urgencyTold(one, marks) }] : [];
  });
}

/** An incident whose review is owed rests until something is due: nothing else found it, so nobody said a word. */
function mayOwe(ref: IssueRef, options: SweepOptions): boolean {
  const looked = options.passes.looked(ref);
  return looked === null || isBehindTime(ref, looked, options);
}

/** Something became due since that look, or our clock was ahead when it was: what was shown then is not true yet. */
function isBehindTime(ref: IssueRef, looked: Looked, { passes, clock }: SweepOptions): boolean {
  const due = passes.dueAt(ref);
  const now = Date.parse(clock());
  return (due !== null && Date.parse(due) <= now) || Date.parse(looked.at) - now > ahead;
}

/** Where the whole account was searched, but only some of its repositories are ours. */
function ofOurs(repositories: readonly SweptRepository[]): (ref: IssueRef) => boolean {
  const ours = new Set(repositories.map(({ key }) => key));
  return (ref) => ours.size === 0 || ours.has(repositoryNameOf(ref));
}

/**
 * Wakes as many now as the hour has points for, in their order; the others hour by hour, or when something comes by itself there.
 * The next sweep brings forward what it finds again and has points for.
 */
async function wakeInTheirHour(
  options: SweepOptions,
  { github, installation }: { readonly github: GitHub; readonly installation: number },
  due: readonly Find[],
  points: Points | null,
): Promise<void> {
  const { passes, log, clock } = options;
  const looksFor = (some: number) => Math.max(0, Math.floor(some / pointsOfALook));
  const now = points ? looksFor(points.remaining - points.limit * keptForPeople - keptForSweeps) : due.length;
  const anHour = points ? Math.max(1, looksFor(points.limit * (1 - keptForPeople) - keptForSweeps)) : due.length;
  const left = due.length - now;
  const line = inOrder(left > 0 ? await withDue(github, due, options) : due, clock());
  for (const [place, { ref, urgency, due: at }] of line.entries()) {
    const hours = place < now ? 0 : Math.floor((place - now) / anHour) + 1;
    passes.wakeInTurn(installation, ref, { urgency, afterSeconds: (hours * hour) / 1000 });
    if (hours > 0 && at && Date.parse(at) > Date.parse(clock())) passes.expect(installation, ref, { urgency, at });
  }
  if (left > 0) log.info({ installation, left }, 'There is more to look at than this hour has points for');
}

/** With when something comes by itself where only we spoke last: read off the records, many in a request. */
async function withDue(github: GitHub, finds: readonly Find[], options: SweepOptions): Promise<readonly Find[]> {
  const { memory, services, passes } = options;
  const unread = finds.flatMap(({ ref, found }) => {
    const isUnread = isQuiet(found) && passes.looked(ref) === null && !memory.hasRead(found);
    return isUnread && found.id !== null ? [{ ref, id: found.id, found }] : [];
  });
  const read = await dueOnRecord(github, unread, services, options.clock());
  for (const { ref, found } of unread) memory.read(found, read.get(nameOf(ref)));
  return finds.map((find) => ({ ...find, due: memory.dueOf(find.found) }));
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
function isDue(ref: IssueRef, found: Found, options: SweepOptions): boolean {
  const { passes, services, clock } = options;
  const isOpen = services.incidents.has(nameOf(ref));
  const { by, updatedAt } = found;
  if (by !== null && !isOpen && isHeldBack(services.heldBack, { ...ref, login: by }, clock())) return false;
  const looked = passes.looked(ref);
  if (looked === null) return true;
  // Of what stands beside the issue a look does not show when it changed.
  const seen = found.ref.number === ref.number ? (looked.changedAt ?? looked.at) : looked.at;
  if (Date.parse(updatedAt) > Date.parse(seen)) return true;
  const ago = Date.parse(clock()) - Date.parse(looked.at);
  return ago >= hoursBetweenLooks * hour || isBehindTime(ref, looked, options);
}
