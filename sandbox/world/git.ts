import { createHash } from 'node:crypto';
import type { Doer } from './doer.ts';
import { identify } from './identity.ts';
import type { Commit, Repository } from './model.ts';
import type { State } from './state.ts';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

// The same files stand in commit after commit: each is reckoned once (the newest ten thousand are kept).
const blobOids = new Map<string, string>();

/** The oid git itself gives a file of this text. */
export function blobOid(text: string): string {
  const known = blobOids.get(text);
  if (known !== undefined) return known;
  const oid = sha1(`blob ${Buffer.byteLength(text)}\0${text}`);
  if (blobOids.size >= 10_000) blobOids.clear();
  blobOids.set(text, oid);
  return oid;
}

/** An oid for a folder: equal content, equal oid. (Not git's own number: nobody compares it with git's.) */
export function treeOid(files: Record<string, string>): string {
  const entries = Object.entries(files).map(([path, text]) => [path, blobOid(text)] as const);
  return sha1(`tree ${JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))}`);
}

/** The commit of that oid; every oid in the world names one. */
export function commitOf(state: State, oid: string): Commit {
  const commit = state.commits.get(oid);
  if (!commit) throw new Error(`the world has no commit ${oid}`);
  return commit;
}

/** The commit a branch points to, or undefined when there is no such branch. */
export function headOf(state: State, repository: Repository, branch: string): Commit | undefined {
  const oid = repository.branches.get(branch);
  return oid === undefined ? undefined : commitOf(state, oid);
}

/** Records a commit with this whole tree; no branch moves. */
export function writeCommit(
  doer: Doer,
  repository: Repository,
  input: { files: Record<string, string>; parents: string[]; message: string },
): Commit {
  const { state, now } = doer.world;
  const { id, nodeId } = identify(state, 'C');
  const oid = sha1(
    `commit ${treeOid(input.files)} ${input.parents.join(' ')} ${doer.by.id} ${now} ${id} ${input.message}`,
  );
  const commit: Commit = { kind: 'Commit', oid, nodeId, repository, author: doer.by, committedDate: now, ...input };
  state.commits.set(oid, commit);
  for (const text of Object.values(input.files)) state.blobs.set(blobOid(text), text);
  state.nodes.set(nodeId, commit);
  return commit;
}

/** A tree with changes laid over it; null takes a file away. */
export function overlay(files: Record<string, string>, changes: Record<string, string | null>): Record<string, string> {
  const result = { ...files };
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) delete result[path];
    else result[path] = text;
  }
  return result;
}

/** All ancestors of a commit, itself included, nearest first. */
export function ancestry(state: State, oid: string): string[] {
  const seen = new Set<string>([oid]);
  for (const each of seen) for (const parent of commitOf(state, each).parents) seen.add(parent);
  return [...seen];
}

/** Commits that `head` has and `base` lacks, oldest first. */
export function commitsBetween(state: State, base: string, head: string): Commit[] {
  const known = new Set(ancestry(state, base));
  return ancestry(state, head)
    .filter((oid) => !known.has(oid))
    .reverse()
    .map((oid) => commitOf(state, oid));
}

/** The nearest common ancestor, or null for unrelated histories. */
export function mergeBase(state: State, one: string, other: string): string | null {
  const known = new Set(ancestry(state, one));
  return ancestry(state, other).find((oid) => known.has(oid)) ?? null;
}

/** Paths whose text differs between two trees, sorted. */
export function changedPaths(before: Record<string, string>, after: Record<string, string>): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]).sort();
}
