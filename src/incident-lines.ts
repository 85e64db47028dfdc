// Incidents of one or many repositories as lines, read by the page: what the metrics and the export stand on.
import type { ConfigFiles } from './github/config-cache.ts';
import { digestOf } from './github/heads-digest.ts';
import type { HeadsHome, Unreadable } from './github/heads-request.ts';
import type { RawKept } from './github/incident-answer.ts';
import { LimitReached, WithinLimits } from './github/limits.ts';
import { type Heads, repositoryHeads } from './github/repository-heads.ts';
import { Stride } from './github/stride.ts';
import { Unanswered } from './github/unanswered.ts';
import type { IncidentsLook, LinesAsked, LinesWires } from './incident-reading.ts';
import type { IncidentLine } from './lines/line.ts';
import type { KeptMetrics } from './measured.ts';
import {
  limitWords,
  nothingReadableWords,
  ownRepositoryOnlyWords,
  unansweredWords,
  unreadableWords,
  waitingWords,
} from './report/incident-reading-words.ts';
import { RepositoryLines } from './repository-lines.ts';

/** Incidents a page: with their cards one point of GitHub's. */
const pageSize = 50;
const usualPatience = 10;

/**
 * Each incident once, in no order that means anything. Holds a page at a time. A card without proof is read where no key was given
 * (the look says so).
 * @throws when nothing can be read, when GitHub gives no whole answer, and when its limits do not let us read all: never fewer lines
 * instead. What of a repository was not had after all is told to `wires.repository`.
 */
export async function* readIncidentLines(asked: LinesAsked, wires: LinesWires): AsyncGenerator<IncidentLine> {
  const minutes = wires.patience ?? usualPatience;
  const wire = new WithinLimits(wires.github, {
    ...{ now: wires.now, wait: wires.wait, minutes },
    waiting: (limit, until) => wires.say(waitingWords(limit, until)),
  });
  try {
    yield* read(asked, wires, wire);
  } catch (error) {
    if (error instanceof LimitReached) throw new Error(limitWords(error.limit, error.until, minutes), { cause: error });
    if (!(error instanceof Unanswered)) throw error;
    const { status, message } = error;
    throw new Unanswered(unansweredWords(status, message), status === null ? {} : { status });
  }
}

async function* read(asked: LinesAsked, wires: LinesWires, wire: WithinLimits): AsyncGenerator<IncidentLine> {
  const { services } = wires;
  const stride = new Stride(pageSize);
  const labelOf = (files: ConfigFiles): string => services.resolve(files).handbook.label.name;
  const question = {
    names: asked.repositories,
    home: homeOf(asked),
    since: asked.since,
    label: labelOf(noFiles),
    labelOf,
  };
  const heads = await repositoryHeads(wire, question, stride);
  const unreadable = unreadableOf(asked, heads);
  if (heads.repositories.length === 0) throw new Error(nothingReadableWords(unreadable));
  if (!wires.look(lookOf(asked, heads, wires))) return;
  for (const [name, problem] of unreadable) wires.repository({ name, incidents: 0, fromIssueOnly: 0, problem });
  let left = heads.repositories.reduce((sum, { total }) => sum + total, 0);
  wire.needs = () => Math.ceil(left / stride.size) + 1;
  const began = {
    wire,
    wires,
    stride,
    since: asked.since,
    read: (count: number) => (left = Math.max(0, left - count)),
  };
  for (const head of heads.repositories) {
    const lines = new RepositoryLines(head, began);
    yield* lines.read();
    wires.repository(lines.told);
  }
}

const noFiles: ConfigFiles = {
  ...{ oid: null, text: null, folderOid: null, files: {}, catalogOid: null, catalog: null },
};

function homeOf({ home, label }: LinesAsked): HeadsHome | null {
  const [owner, name] = home?.split('/') ?? [];
  return owner && name ? { owner, name, label } : null;
}

function lookOf({ since }: LinesAsked, heads: Heads, { services }: LinesWires): IncidentsLook {
  return {
    digest: digestOf(heads, since),
    kept: (heads.home?.kept ?? []).map(keptOf),
    viewer: heads.viewer,
    home: heads.home && services.resolve(heads.home.files),
    unproved: !services.tools.seal.keyed,
  };
}

function keptOf({ id, number, url, title, body, state, viewerDidAuthor, author, editor }: RawKept): KeptMetrics {
  const ours = viewerDidAuthor && (editor === null || editor.id === author?.id);
  return { id, number, url, title, body, state: state === 'OPEN' ? 'open' : 'closed', ours };
}

/** What cannot be read, and what a workflow's token does not show of an owner. */
function unreadableOf({ repositories }: LinesAsked, heads: Heads): readonly (readonly [string, string])[] {
  const bearer = { login: heads.viewer };
  const refused = [...heads.unreadable].map(
    ([name, why]: readonly [string, Unreadable]) => [name, unreadableWords(why, bearer)] as const,
  );
  if (heads.viewer !== 'github-actions') return refused;
  const owners = [...new Set(repositories)].filter((name) => name.endsWith('/*') && !heads.unreadable.has(name));
  const shown = owners.map((name) => {
    const owner = name.slice(0, -2).toLowerCase();
    const seen = heads.repositories.filter((head) => head.owner.toLowerCase() === owner).length;
    return [name, ownRepositoryOnlyWords(seen)] as const;
  });
  return [...refused, ...shown];
}
