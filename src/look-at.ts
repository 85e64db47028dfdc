// observe → plan: the half of a pass that changes nothing.

import { askedBy } from './asked-by.ts';
import { defaultHandbook } from './config/parse.ts';
import type { Handbook } from './core/handbook.ts';
import { otherSitrep } from './core/other-sitrep.ts';
import { pinnedConfig, recall } from './core/recall.ts';
import type { Snapshot } from './core/snapshot.ts';
import { addMarks, type Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import { type ConfigThen, configAt } from './github/config-at.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import { lastChange } from './github/config-change.ts';
import { nameOf, repositoryNameOf } from './github/name-of.ts';
import { type Followed, type IssueRef, observe } from './github/observe.ts';
import { pinnedFiles } from './github/pinned-files.ts';
import { isStale } from './github/recent-writes.ts';
import { type Plan, plan, type Tools } from './plan.ts';
import { planReaching } from './plan-reaching.ts';
import { withServicesNow } from './services-now.ts';
import { withPages } from './sound-pages.ts';
import { later, plusMinutes } from './time/time.ts';

/** One look and what it leads to. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly handbook: Handbook;
  /** The later of our clock and the newest time seen (decision 20); ISO. */
  readonly now: string;
  readonly plan: Plan;
}

/** `absent`: no such issue (any more), or we may not see it. `stale`: GitHub showed an older state than what we wrote. */
export type NoLook = 'absent' | 'archived' | 'stale';

/**
 * Looks and plans. @param now our clock, ISO. @param reader nothing will be written: see `Known`.
 * @throws when GitHub gives no whole answer
 */
export async function lookAt(
  github: GitHub,
  ref: IssueRef,
  now: string,
  services: Services,
  reader = false,
): Promise<Look | NoLook> {
  let versions: Begun | null = null;
  const looked = await observe(github, ref, {
    now,
    reader,
    stays: services.stays && !reader,
    configs: services.configs,
    threads: services.threads,
    standings: services.standings,
    seal: reader && !services.tools.seal.keyed ? null : services.tools.seal,
    settled: services.settled.get(nameOf(ref)) ?? new Set(),
    refused: services.refused.get(nameOf(ref)) ?? [],
    read: (files) => {
      const { app, handbook, problems } = services.resolve(files);
      addMarks(services.marks, ref, handbook);
      const labels = services.marks.get(repositoryNameOf(ref))?.labels ?? [];
      return { app, problems, labels, ...askedBy(handbook, labels) };
    },
    follows: async (seen, current) => {
      versions = await versionsOf(github, seen, current, services);
      return askedBy(services.resolve(versions.files).handbook);
    },
  });
  if (!looked || !versions) return 'absent';
  if (looked.repository.archived) return 'archived';
  if (isStale(looked, services.writes, now)) return 'stale';
  const { files, current, began } = versions as Begun;
  const { handbook: followed } = services.resolve(files);
  addMarks(services.marks, ref, followed);
  const unstaying = services.unstaying.get(nameOf(ref));
  const told = { ...looked, ...(unstaying && { unstaying }), ...(began && { began }) };
  const snapshot = await withChange(github, told, { files, current }, services);
  const at = newestTime(snapshot, now);
  const question = { repository: snapshot.repository, now, standings: services.standings, members: services.members };
  const { handbook, plan } = await planReaching(github, followed, question, (knowing) =>
    planned(snapshot, knowing, at, services, { files, current }),
  );
  return { snapshot, handbook, now: at, plan };
}

/** The files that an incident follows, and what they are now. */
interface Versions {
  readonly files: ConfigFiles;
  readonly current: ConfigFiles;
}

/** `began`: found again from the branch's history, as the record of it is lost. */
interface Begun extends Versions {
  readonly began: ConfigThen | null;
}

/** Says of a look that the config has become another one, and who changed it; asked of GitHub only then. */
async function withChange(
  github: GitHub,
  snapshot: Snapshot,
  versions: Versions,
  services: Services,
): Promise<Snapshot> {
  const { files, current } = versions;
  const same = files.oid === current.oid && files.folderOid === current.folderOid;
  if (same || !isAnother(versions, services)) return snapshot;
  const changed = await lastChange(github, snapshot.repository, current, services.configs);
  return { ...snapshot, config: { ...snapshot.config, changed } };
}

/** Whether it would be another process: who only changed a comment, or the list of services, changed nothing of it. */
function isAnother({ files, current }: Versions, services: Services): boolean {
  const [one, other] = [services.resolve(files), services.resolve(current)];
  const pages = ({ files }: ConfigFiles): string =>
    JSON.stringify(Object.entries(files).filter(([path]) => path.endsWith('.hbs')));
  return textOf(one.handbook) !== textOf(other.handbook) || pages(files) !== pages(current);
}

/** As text, to be compared: handbooks are kept by oid, and the same two are compared at every look. */
function textOf(handbook: Handbook): string {
  const text = texts.get(handbook) ?? JSON.stringify(handbook);
  texts.set(handbook, text);
  return text;
}

const texts = new WeakMap<Handbook, string>();

/** What an incident would move to; null while the config is broken. */
function newest({ current }: Versions, services: Services): Tools['current'] {
  const { handbook, sound } = services.resolve(current);
  return sound ? { handbook, templates: services.toolsFor(current).templates } : null;
}

/** A page of the repository's own that cannot be filled must not stop the clocks: then ours stand in. */
function planned(snapshot: Snapshot, handbook: Handbook, now: string, services: Services, versions: Versions): Plan {
  const own = services.toolsFor(versions.files);
  const current = newest(versions, services);
  const tools = { ...own, current };
  if (own === services.tools) return plan(snapshot, handbook, now, tools);
  try {
    return plan(snapshot, handbook, now, tools);
  } catch {
    const { templates } = services.tools;
    const isOurs = (name: string): boolean => templates.has(`post-mortems/${name}`) || templates.has(name);
    const ours = withPages(handbook, (name) => (isOurs(name) ? name : defaultHandbook));
    return plan(snapshot, ours, now, { ...services.tools, current });
  }
}

/**
 * The files that an incident began with; the current ones where there is no incident (yet). Where the record is lost (`began`): as
 * they were when the issue was opened, or who deletes our card could choose the process that it comes back with.
 */
async function versionsOf(github: GitHub, seen: Followed, current: ConfigFiles, services: Services): Promise<Begun> {
  const { issue, repository } = seen;
  const memory = recall(seen, services.tools.seal);
  const other = otherSitrep(seen, memory);
  const known = pinnedConfig(other ?? memory);
  const began = known || memory.lostUntil === null ? null : await configAt(github, repository, issue.at);
  const pinned = known ?? began;
  if (!pinned) return { files: current, current, began };
  const files = await pinnedFiles(github, repository, pinned, current, services.configs);
  return { files: withServicesNow(files, current), current, began };
}

/** Clocks differ: what GitHub showed has happened. */
function newestTime(snapshot: Snapshot, now: string): string {
  const comments = snapshot.thread.filter((item) => item.kind === 'comment');
  const times = [
    snapshot.issue.at,
    ...snapshot.thread.map((item) => item.at),
    ...comments.flatMap((comment) => [comment.editedAt, ...comment.reactions.map((reaction) => reaction.at)]),
    ...snapshot.pulls.flatMap((pull) => [pull.at, pull.mergedAt]),
  ];
  return times.filter((time) => time !== null).reduce(later, plusMinutes(now, 0));
}
