// One look at an issue: everything a pass needs, and nothing judged.
import type { Person } from '../core/person.ts';
import { postMortemBranches } from '../core/pull-request.ts';
import type { Seal } from '../core/seal.ts';
import type { GitHubRefusal, Problem, Snapshot } from '../core/snapshot.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { ConfigCache, ConfigFiles } from './config-cache.ts';
import { configFiles } from './config-files.ts';
import { earlierReports } from './earlier-reports.ts';
import { withBots } from './known-bots.ts';
import { type LongThreads, rememberedThread } from './long-threads.ts';
import { longLookDocument, lookDocument } from './look.ts';
import type { RawComment, RawIssue, RawItem, RawLook, RawRepository } from './look-answer.ts';
import { nameOf, repositoryNameOf } from './name-of.ts';
import { namedIssues } from './named-issues.ts';
import { otherIncidents } from './other-incidents.ts';
import { type Owned, owners } from './owners.ts';
import { bareLogin, personOf } from './person-of.ts';
import { choosePostMortemBranch } from './post-mortem-branch.ts';
import { postMortemFile } from './post-mortem-file.ts';
import { present, readIssue, readLabel, readPull, readRepository } from './read-issue.ts';
import { readOpened } from './read-opened.ts';
import { type Reader, readThread } from './read-thread.ts';
import { type Remainder, remainder } from './remainder.ts';
import { type Prerequisites, requiredTeams } from './required-teams.ts';
import { speakers } from './speakers.ts';
import { type StandingCache, standings } from './standing.ts';
import { targets } from './targets.ts';
import { Unanswered } from './unanswered.ts';

/** An issue's address. */
export interface IssueRef {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** What the look itself must know of a config. */
export interface ConfigReading {
  /** Login of the app whose comments count as ours (`app:`), for readers that are not the app. */
  readonly app: string | null;
  /** Teams (`org/team`) whose members are responders. */
  readonly responders: readonly string[];
  /** Logins of people's accounts that count as bots. */
  readonly bots: readonly string[];
  readonly prerequisites: Prerequisites;
  readonly owned: readonly Owned[];
  readonly problems: readonly Problem[];
  /** Labels that make an incident here. */
  readonly labels: readonly string[];
  /** The same and those that stand for a command, in lower case. */
  readonly spoken: readonly string[];
  /** Headings under which reports tell their severity; null: reports of people without standing count like all others. */
  readonly outsideHeadings: readonly string[] | null;
}

/** As much of the config that an incident follows. */
type FollowedReading = Pick<ConfigReading, 'responders' | 'prerequisites' | 'spoken'>;

/** What is known before the look; the caller owns the caches. */
export interface Known {
  /** ISO; the time against which the age of cached answers is measured. */
  readonly now: string;
  readonly configs: ConfigCache;
  readonly standings: StandingCache;
  /** Proves our own marks; null: we only read, and without our key. */
  readonly seal: Seal | null;
  /** Names of thread items (`itemName`) that were heard for certain: the standing of their people is not asked again. */
  readonly settled: ReadonlySet<string>;
  /** What was read of long threads before. */
  readonly threads: LongThreads;
  /** What GitHub refused of the last pass. */
  readonly refused: readonly GitHubRefusal[];
  readonly read: (files: ConfigFiles) => ConfigReading;
  /** Whom the process asks about that an open incident follows: what the config says now may be another one. */
  readonly follows?: (seen: Followed, now: ConfigFiles) => Promise<FollowedReading>;
  /** We only read (CLI, export): then the app that the config names is "we", whoever's token this is. */
  readonly reader?: boolean;
  /** See `Question`'s `ahead`. */
  readonly stays?: boolean;
}

/** As much of a look as tells which config an incident follows. */
export type Followed = Pick<Snapshot, 'issue' | 'repository' | 'thread' | 'viewer'>;

/** GitHub answers a look that is too big for it in part, or with a time-out: then smaller pages are asked for. */
const pageSizes = [100, 50, 25] as const;

/**
 * Looks at an issue or pull request; null when there is none of that number, or the viewer may not see it.
 * One GraphQL request per 100 timeline items (of a long thread that is remembered, for its first and its newest 100 together; of a
 * pull request one more), one more where the config is new, and one REST request for each person whose standing must be known and
 * is not. @throws Unanswered when GitHub gives no answer, or half of one.
 */
export async function observe(github: GitHub, ref: IssueRef, known: Known): Promise<Snapshot | null> {
  for (const page of pageSizes) {
    try {
      return await observeBy(page, github, ref, known);
    } catch (error) {
      if (page === pageSizes.at(-1) || !(error instanceof Unanswered && error.tooBig)) throw error;
    }
  }
  return null;
}

async function observeBy(page: number, github: GitHub, ref: IssueRef, known: Known): Promise<Snapshot | null> {
  const { owner, name, number } = ref;
  const { usual, other } = postMortemBranches(number);
  const long = rememberedThread(known.threads, nameOf(ref), known.now);
  const raw = await ask<RawLook>(github, long ? longLookDocument : lookDocument, {
    ...{ owner, name, number, page, branch: usual, otherBranch: other },
    ...{ ref: `refs/heads/${usual}`, otherRef: `refs/heads/${other}` },
    ...{ above: `refs/heads/${usual.replace(/\/.*/, '')}`, below: `refs/heads/${usual}/` },
    ...{ after: null, ...(long && { tail: long.cursor }) },
    withConfig: !known.configs.newest.has(repositoryNameOf(ref)),
  });
  const issue = raw.repository?.issueOrPullRequest;
  if (!raw.repository || !issue) return null;
  const at = { now: known.now, viewer: raw.viewer.id };
  const rest = await remainder({ github, ref, page, at, threads: known.threads }, raw.repository, issue);
  const files = await configFiles(github, ref, raw.repository, known.configs);
  const reading = known.read(files);
  const viewer = viewerOf(raw.viewer, rest.thread, known.reader ? reading.app : null);
  const reader = { viewer, app: reading.app, repository: `${raw.repository.owner.login}/${raw.repository.name}` };
  const seen = look(raw.repository, issue, rest, { ...reader, seal: known.seal });
  const followed = await known.follows?.(seen, files);
  return withPeople({ github, reader, reading, followed: followed ?? reading, known }, seen, files);
}

function look(raw: RawRepository, issue: RawIssue, rest: Remainder, reader: Reader & Pick<Known, 'seal'>) {
  const pullsOf = (pulls: Remainder['pulls']) =>
    present(pulls).map((pull) => readPull(pull, { ...reader, incident: issue.id }));
  const pulls = { usual: pullsOf(rest.pulls), other: pullsOf(rest.otherPulls) };
  return {
    repository: readRepository(raw),
    viewer: reader.viewer,
    issue: readIssue(issue),
    changedAt: issue.updatedAt,
    thread: readThread(rest.thread, reader),
    opened: readOpened(issue, rest.thread, reader),
    subIssueCount: issue.subIssues?.totalCount ?? 0,
    labels: present(rest.labels).map(readLabel),
    milestones: present(raw.milestones?.nodes).map(({ id, title, dueOn }) => ({ id, title, dueOn })),
    ...choosePostMortemBranch(raw, issue, pulls, { login: reader.viewer.login, seal: reader.seal }),
  };
}

interface Reading {
  readonly github: GitHub;
  readonly reader: Reader;
  readonly reading: ConfigReading;
  readonly followed: FollowedReading;
  readonly known: Known;
}

async function withPeople(
  { github, reader, reading, followed, known }: Reading,
  seen: ReturnType<typeof look>,
  files: ConfigFiles,
): Promise<Snapshot> {
  const { owner, name } = seen.repository;
  // Moving to what the config says now is judged by the people of both.
  const asking = [followed, ...(followed === reading ? [] : [reading])];
  const required = [...new Set(asking.flatMap((one) => requiredTeams(seen, known.settled, one.prerequisites)))];
  const teams = [...new Set(asking.flatMap(({ responders }) => responders))];
  const question = { owner, name, teams, required, now: known.now, ahead: known.stays };
  const said = speakers(seen, known.settled, new Set(asking.flatMap(({ spoken }) => spoken)));
  const speaking = await standings(github, said, question, known.standings);
  const spokenOf = await standings(github, targets(seen, known.settled, speaking), question, known.standings);
  const answered = { ...speaking, ...spokenOf };
  const owned = owners(seen, known.settled, reading.owned, answered);
  const owning = await standings(github, owned, question, known.standings);
  // No prototype: somebody who was not asked about may be called `constructor`.
  const people: Snapshot['people'] = Object.assign(Object.create(null), owning, spokenOf, speaking);
  const named = await namedIssues(github, seen.repository, seen.thread, known.settled);
  const others = await otherIncidents(github, seen, known.settled, reading.labels);
  const reporter = people[seen.issue.by?.login.toLowerCase() ?? ''] ?? null;
  const { labels, outsideHeadings: headings } = reading;
  const earlier = headings ? await earlierReports(github, { seen, reporter, labels, headings }, reader) : undefined;
  const config = { oid: files.oid, folder: files.folderOid, problems: reading.problems };
  const file = await postMortemFile(github, seen, known.settled);
  const asked = { ...(earlier && { earlier }), ...(file && { postMortemFile: file }) };
  const whole = { ...seen, ...asked, people, named, others, config, refused: known.refused };
  return withBots(whole, reading.bots);
}

/**
 * Who we are. `viewer` tells a bot by `[bot]` behind its login; what we wrote ourselves confirms it.
 * @param app the app that a mere reader stands in for, as far as it ever wrote here
 */
function viewerOf(raw: RawLook['viewer'], thread: readonly (RawItem | null)[], app: string | null): Person {
  const comments = thread.filter((item): item is RawComment => item?.__typename === 'IssueComment');
  const authors = comments.flatMap((comment) => personOf(comment.author) ?? []);
  const named = authors.find((author) => author.bot && author.login.toLowerCase() === app?.toLowerCase());
  const login = bareLogin(raw.login);
  const isBot = login !== raw.login || authors.some((author) => author.bot && author.id === raw.id);
  return named ?? { id: raw.id, login, bot: isBot };
}
