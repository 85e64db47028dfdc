// What there is to be seen of an issue: read off the world, and of the card what its ledger replays to.

import { inflateRawSync } from 'node:zlib';
import type { Issue } from '../../sandbox/world.ts';
import { bySaid, type Entry } from '../../src/core/entry.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import type { Incident } from '../../src/core/incident.ts';
import { decodeLedger } from '../../src/core/ledger.ts';
import { replay } from '../../src/core/replay.ts';
import type { Seal } from '../../src/core/seal.ts';
import { pullsOf } from './play-pull.ts';
import { commentsOf, home, ours, type Stage } from './stage.ts';

/** The card of an issue: what it remembers, and what stands in it for people to read. */
export interface SeenCard {
  readonly entries: readonly Entry[];
  readonly incident: Incident;
  readonly handbook: Handbook;
  /** Without what is hidden in HTML comments. */
  readonly text: string;
  /** Text of the checklist comment; null while there is none. */
  readonly checklist: string | null;
}

/** How a look understands a card. */
export interface Glasses {
  readonly seal: Seal;
  /** The handbook an issue's incident goes by. */
  handbookOf(entries: readonly Entry[]): Handbook;
}

/** Reads our card; null when there is none, or none whose ledger holds an incident. */
export function seeCard(stage: Stage, issue: Issue, glasses: Glasses): SeenCard | null {
  const pages = ours(stage, issue);
  const card = pages.find(({ key }) => key === 'card');
  if (!card) return null;
  const entries = rememberedBy(stage, issue, glasses.seal);
  const handbook = glasses.handbookOf(entries);
  const incident = replay(entries, handbook);
  if (!incident) return null;
  const checklist = pages.find(({ key }) => key === 'checklist')?.comment.body ?? null;
  return { entries, incident, handbook, text: visible(card.comment.body), checklist };
}

/** Every entry that our ledger holds for an issue, in the order they were said. */
export function rememberedBy(stage: Stage, issue: Issue, seal: Seal): readonly Entry[] {
  const entries = ours(stage, issue)
    .flatMap(({ comment }) => decodeLedger(comment.body, issue.nodeId, seal)?.entries ?? [])
    .map((entry) => [entry.source, entry] as const);
  return [...new Map(entries).values()].sort(bySaid);
}

/** A text without its HTML comments. */
export function visible(body: string): string {
  return body.replaceAll(/<!--[\s\S]*?-->/g, '');
}

/** How Sitrep answered a comment or report: 👍 is ok, 😕 refused, neither null. */
export function reactionOf(stage: Stage, reactions: Issue['reactions']): 'ok' | 'refused' | null {
  const contents = reactions.filter(({ by }) => by === stage.world.state.app).map(({ content }) => content);
  if (contents.includes('CONFUSED')) return 'refused';
  return contents.includes('THUMBS_UP') ? 'ok' : null;
}

/** Everything that Sitrep wrote anywhere, earlier versions too: comments, titles, pull requests and files of its branches. */
export function everythingWritten(stage: Stage): readonly string[] {
  const { state } = stage.world;
  const by = state.app;
  const issues = [...state.repositories.values()].flatMap((repository) => [...repository.issues.values()]);
  const texts = issues.flatMap((issue) => {
    const bodies = [issue, ...commentsOf(issue)].flatMap((text) => (text.author === by ? versions(text) : []));
    return issue.author === by ? [issue.title, ...bodies] : bodies;
  });
  const commits = [...state.commits.values()].filter(({ author }) => author === by);
  const files = commits.flatMap((commit) => {
    const before = state.commits.get(commit.parents[0] ?? '')?.files ?? {};
    return Object.entries(commit.files).flatMap(([path, text]) => (before[path] === text ? [] : [path, text]));
  });
  return [...texts, ...commits.map(({ message }) => message), ...files];
}

/**
 * What of ours can still be read without looking into histories of git or of issues: comments with all their versions (the ledger
 * unpacked), issues and pull requests as they are, and the files of open pull requests at their heads.
 */
export function everythingStanding(stage: Stage): readonly string[] {
  const { state } = stage.world;
  const issues = [...state.repositories.values()].flatMap((repository) => [...repository.issues.values()]);
  const texts = issues.flatMap((issue) => {
    const comments = commentsOf(issue).filter(({ author }) => author === state.app);
    const own = issue.author === state.app ? [issue.title, issue.body] : [];
    return [...own, ...comments.flatMap(versions).flatMap((text) => [text, ledgerIn(text)])];
  });
  const open = pullsOf(stage).filter(({ author, state: now }) => author === state.app && now === 'open');
  const files = open.flatMap(({ pull }) => {
    const head = stage.world.repository(home.owner, home.name)?.branches.get(pull.headBranch);
    return Object.values(state.commits.get(head ?? '')?.files ?? {});
  });
  return [...texts, ...files];
}

function versions({ body, revisions }: Pick<Issue, 'body' | 'revisions'>): readonly string[] {
  return [body, ...revisions.map((revision) => revision.body)];
}

/** The entries in a body as they were kept: `decodeLedger` masks what it reads. */
function ledgerIn(body: string): string {
  const [, text] = /<!-- sitrep-ledger [^\n]*\n([A-Za-z0-9+/=\n]*)\n-->/.exec(body) ?? [];
  return text === undefined ? '' : inflateRawSync(Buffer.from(text, 'base64')).toString('utf8');
}
