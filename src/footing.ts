// What every pass of a process stands on: pages and handbooks, the proof of our memory, and caches that may be lost at any time.
import { commands } from './commands/catalogue.ts';
import { type Resolved, resolveHandbook } from './config/parse.ts';
import type { Effect } from './core/effect.ts';
import { shortHash } from './core/entry.ts';
import type { Footing } from './core/footing.ts';
import type { Handbook } from './core/handbook.ts';
import { keepNewest } from './core/keep-newest.ts';
import type { Seal } from './core/seal.ts';
import { serviceFiles } from './core/service.ts';
import type { GitHubRefusal } from './core/snapshot.ts';
import { type ConfigCache, type ConfigFiles, emptyConfigCache } from './github/config-cache.ts';
import { configPath } from './github/config-files.ts';
import type { LongThreads } from './github/long-threads.ts';
import { repositoryNameOf } from './github/name-of.ts';
import type { MemberCache } from './github/reachable.ts';
import type { RecentSayings } from './github/recent-sayings.ts';
import type { RecentWrites } from './github/recent-writes.ts';
import type { StandingCache } from './github/standing.ts';
import type { HeldBack } from './held-back.ts';
import type { KnownIncidents } from './known-incidents.ts';
import { emptyLoopGuard, type LoopGuard } from './loop-guard.ts';
import type { Marks } from './marks.ts';
import { rosterFile } from './oncall/rota.ts';
import type { Tools } from './plan.ts';
import { compileTemplates, type Templates } from './render/templates.ts';
import { postMortemNames, type Shipped } from './shipped.ts';
import { withSoundPages } from './sound-pages.ts';

export interface Services {
  /** The process looks at issues as long as it runs; it is not started for one. */
  readonly stays: boolean;
  readonly tools: Tools;
  /** The same with the pages of a repository's own `.github/sitrep/` beside ours. */
  toolsFor(files: ConfigFiles): Tools;
  /** The handbook that files of a repository make, its pages tried; kept by oid. */
  resolve(files: ConfigFiles): Resolved;
  /** The same without trying the pages: for files that strangers propose, of which nothing is run. */
  read(files: ConfigFiles): Resolved;
  readonly configs: ConfigCache;
  readonly threads: LongThreads;
  readonly standings: StandingCache;
  /** Who is in the teams that were called lately. */
  readonly members: MemberCache;
  readonly writes: RecentWrites;
  /** See `ApplyMemory`. */
  readonly unpinned: Set<string>;
  readonly guard: LoopGuard;
  /** Kinds of what is held back of an issue, by `owner/name#12`: its card says so. */
  readonly unstaying: Map<string, readonly Effect['kind'][]>;
  /** Names of thread items that were heard for certain, by the node id. */
  readonly settled: Map<string, ReadonlySet<string>>;
  /** What GitHub refused of an issue's last pass, by `owner/name#12`. */
  readonly refused: Map<string, readonly GitHubRefusal[]>;
  readonly sayings: RecentSayings;
  /** How incidents are told in the repositories looked at, by `owner/name` in lower case. */
  readonly marks: Map<string, Marks>;
  /** Open incidents looked at by this process. */
  readonly incidents: KnownIncidents;
  /** Outsiders with more reports than are taken up. */
  readonly heldBack: HeldBack;
}

const mostKept = 500;

/** Fresh services, as a process has them when it starts. @param footing what the process itself is; a config may say less than a server */
export function createServices(shipped: Shipped, seal: Seal, footing: Footing = 'server'): Services {
  const names = commands.map((command) => command.name);
  const templates = postMortemNames(shipped);
  const read = (files: ConfigFiles) => {
    const config = { path: configPath, text: files.text };
    const resolved = resolveHandbook({
      ...{ config, files: files.files, catalog: files.catalog },
      ...{ shipped: shipped.handbooks, commands: names, templates },
    });
    return footing === 'server' ? resolved : { ...resolved, handbook: { ...resolved.handbook, footing } };
  };
  const tools = { seal, templates: compileTemplates(shipped.templates) };
  const toolsFor = (files: ConfigFiles) =>
    files.folderOid === null ? tools : { seal, templates: withOwnPages(files, shipped.templates) };
  return {
    stays: footing === 'server',
    tools,
    toolsFor: kept(toolsFor),
    resolve: kept((files) => withSoundPages(read(files), files)),
    read: kept(read),
    configs: emptyConfigCache(),
    threads: new Map(),
    standings: new Map(),
    members: new Map(),
    writes: new Map(),
    unpinned: new Set(),
    guard: emptyLoopGuard(),
    unstaying: new Map(),
    settled: new Map(),
    refused: new Map(),
    sayings: new Map(),
    marks: new Map(),
    incidents: new Set(),
    heldBack: new Map(),
  };
}

const mostMarks = 50;

/**
 * Adds how a handbook tells incidents to what is known of a repository. What open incidents began with stays: a label that
 * was changed since must not make them deaf. The newest fifty of each are kept.
 */
export function addMarks(
  marks: Map<string, Marks>,
  repository: { readonly owner: string; readonly name: string },
  { label, headings, severities }: Handbook,
): void {
  const key = repositoryNameOf(repository);
  const known = marks.get(key) ?? { labels: [], headings: [], levels: [] };
  marks.set(key, {
    labels: newest([label.name], known.labels),
    headings: newest(headings.severity, known.headings),
    levels: severities.map(({ id }) => id),
  });
}

function newest(added: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set([...added, ...known])].slice(0, mostMarks);
}

/** A function of files that is not asked twice for the same oids. */
function kept<T>(make: (files: ConfigFiles) => T): (files: ConfigFiles) => T {
  const made = new Map<string, T>();
  return (files) => {
    // The files of services and on-call may be newer than the folder that an incident is pinned to.
    const ofNow = JSON.stringify([files.files[serviceFiles.own], files.files[rosterFile]]);
    const key = `${files.oid} ${files.folderOid} ${files.catalogOid} ${shortHash(ofNow)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(files);
    keepNewest(made, key, fresh, mostKept);
    return fresh;
  };
}

/** Ours and the repository's own pages (by their path below `.github/sitrep/`); a page that is no Handlebars is left out. */
function withOwnPages({ files }: ConfigFiles, ours: Readonly<Record<string, string>>): Templates {
  const folder = `${configPath.replace(/\.yml$/, '')}/`;
  const own = Object.entries(files).flatMap(([path, text]) => {
    const page = { [path.slice(folder.length)]: text };
    return path.endsWith('.hbs') && isTemplate(page) ? [page] : [];
  });
  return compileTemplates(Object.assign({}, ...own, ours));
}

function isTemplate(page: Readonly<Record<string, string>>): boolean {
  try {
    compileTemplates(page);
    return true;
  } catch {
    return false;
  }
}
