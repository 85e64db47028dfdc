import { repositoryPage } from '../../shape/repository.ts';
import { SITE } from '../../shape/site.ts';
import { ancestry, blobOid, commitOf, headOf, treeOid } from '../../world/git.ts';
import { referenceId } from '../../world/identity.ts';
import type { Commit, Repository } from '../../world/model.ts';
import type { State } from '../../world/state.ts';
import { connection } from '../connection.ts';
import type { Fields } from '../field.ts';

/** A branch as GraphQL shows it. */
export interface Reference {
  kind: 'Ref';
  repository: Repository;
  branch: string;
}

export interface Blob {
  kind: 'Blob';
  repository: Repository;
  oid: string;
  text: string;
}

/** A folder of a commit: paths relative to it. */
export interface Tree {
  kind: 'Tree';
  repository: Repository;
  path: string;
  files: Record<string, string>;
}

interface TreeEntry {
  name: string;
  tree: Tree;
  object: Blob | Tree;
}

/** The branch, or null. */
export function reference(repository: Repository, branch: string): Reference | null {
  return repository.branches.has(branch) ? { kind: 'Ref', repository, branch } : null;
}

/** What `HEAD:path`, `main:path`, `<oid>:path` or a bare revision names, or null: a missing file is not an error. */
export function objectAt(state: State, repository: Repository, expression: string): Commit | Blob | Tree | null {
  const colon = expression.indexOf(':');
  const revision = colon < 0 ? expression : expression.slice(0, colon);
  const branch = revision === 'HEAD' ? repository.defaultBranch : revision.replace(/^refs\/heads\//, '');
  const commit = headOf(state, repository, branch) ?? state.commits.get(revision);
  if (!commit || colon < 0) return commit ?? null;
  return objectIn(repository, commit.files, expression.slice(colon + 1).replace(/\/$/, ''));
}

function objectIn(repository: Repository, files: Record<string, string>, path: string): Blob | Tree | null {
  const text = files[path];
  if (text !== undefined) return { kind: 'Blob', repository, oid: blobOid(text), text };
  const prefix = path === '' ? '' : `${path}/`;
  const inside = Object.entries(files).filter(([name]) => name.startsWith(prefix));
  if (inside.length === 0 && path !== '') return null;
  const relative = Object.fromEntries(inside.map(([name, content]) => [name.slice(prefix.length), content]));
  return { kind: 'Tree', repository, path, files: relative };
}

/** The commit, file or folder of that oid, or null. Folders are looked for in all commits of the repository. */
export function objectByOid(state: State, repository: Repository, oid: string): Commit | Blob | Tree | null {
  const commit = state.commits.get(oid);
  if (commit) return commit;
  const text = state.blobs.get(oid);
  if (text !== undefined) return { kind: 'Blob', repository, oid, text };
  for (const { repository: home, files } of state.commits.values()) {
    if (home !== repository) continue;
    const folders = new Set(Object.keys(files).flatMap((path) => parentsOf(path)));
    for (const folder of folders) {
      const tree = objectIn(repository, files, folder);
      if (tree?.kind === 'Tree' && treeOid(tree.files) === oid) return tree;
    }
  }
  return null;
}

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

function entriesOf(tree: Tree): TreeEntry[] {
  const names = [...new Set(Object.keys(tree.files).map((path) => path.split('/')[0] ?? path))].sort();
  return names.map((name) => {
    const object = objectIn(tree.repository, tree.files, name) as Blob | Tree;
    return { name, tree, object: object.kind === 'Tree' ? { ...object, path: join(tree.path, name) } : object };
  });
}

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
const oidOf = (object: Blob | Tree): string => (object.kind === 'Tree' ? treeOid(object.files) : object.oid);

export const referenceFields: Fields<Reference> = {
  id: ({ repository, branch }) => referenceId(repository.nodeId, branch),
  name: ({ branch }) => branch,
  prefix: () => 'refs/heads/',
  repository: ({ repository }) => repository,
  target: ({ repository, branch }, _, { doer }) => headOf(doer.world.state, repository, branch) ?? null,
};

export const blobFields: Fields<Blob> = {
  id: ({ oid }) => `B_kwDO${oid}`,
  oid: ({ oid }) => oid,
  abbreviatedOid: ({ oid }) => oid.slice(0, 7),
  byteSize: ({ text }) => Buffer.byteLength(text),
  isBinary: ({ text }) => text.includes('\0'),
  // GitHub cuts the text of a blob at 512 kB.
  isTruncated: ({ text }) => Buffer.byteLength(text) > 512_000,
  text: ({ text }) => (text.includes('\0') ? null : text.slice(0, 512_000)),
  repository: ({ repository }) => repository,
};

export const treeFields: Fields<Tree> = {
  id: (tree) => `T_kwDO${oidOf(tree)}`,
  oid: (tree) => oidOf(tree),
  abbreviatedOid: (tree) => oidOf(tree).slice(0, 7),
  entries: (tree) => entriesOf(tree),
  repository: ({ repository }) => repository,
};

export const treeEntryFields: Fields<TreeEntry> = {
  name: ({ name }) => name,
  path: ({ name, tree }) => join(tree.path, name),
  type: ({ object }) => (object.kind === 'Tree' ? 'tree' : 'blob'),
  mode: ({ object }) => (object.kind === 'Tree' ? 0o40000 : 0o100644),
  oid: ({ object }) => oidOf(object),
  object: ({ object }) => object,
  size: ({ object }) => (object.kind === 'Tree' ? 0 : Buffer.byteLength(object.text)),
  extension: ({ name }) => /\.[^.]*$/.exec(name)?.[0] ?? '',
  repository: ({ tree }) => tree.repository,
};

export const commitFields: Fields<Commit> = {
  id: ({ nodeId }) => nodeId,
  oid: ({ oid }) => oid,
  abbreviatedOid: ({ oid }) => oid.slice(0, 7),
  url: ({ oid, repository }) => `${repositoryPage(repository)}/commit/${oid}`,
  commitUrl: ({ oid, repository }) => `${repositoryPage(repository)}/commit/${oid}`,
  resourcePath: ({ oid, repository }) => `${repositoryPage(repository).slice(SITE.length)}/commit/${oid}`,
  message: ({ message }) => message,
  messageHeadline: ({ message }) => message.split('\n')[0] ?? '',
  messageBody: ({ message }) => message.split('\n').slice(1).join('\n').trim(),
  committedDate: ({ committedDate }) => committedDate,
  authoredDate: ({ committedDate }) => committedDate,
  author: ({ author, committedDate }) => ({
    user: author.kind === 'User' ? author : null,
    name: author.login,
    date: committedDate,
  }),
  tree: ({ repository, files }) => ({ kind: 'Tree', repository, path: '', files }),
  file: ({ repository, files }, { path }) => entryAt({ kind: 'Tree', repository, path: '', files }, path),
  repository: ({ repository }) => repository,
  parents: ({ parents }, paging, { doer }) =>
    connection(
      parents.map((oid) => commitOf(doer.world.state, oid)),
      paging,
      ({ oid }) => oid,
    ),
  history: ({ oid }, paging, { doer }) =>
    connection(
      ancestry(doer.world.state, oid)
        .map((each) => commitOf(doer.world.state, each))
        .filter((each) => !paging.until || Date.parse(each.committedDate) <= Date.parse(paging.until))
        .filter((each) => !paging.path || touches(doer.world.state, each, paging.path)),
      paging,
      (each) => each.oid,
    ),
};

/** Whether a commit made a path another one than its first parent has it. */
function touches(state: State, { files, parents }: Commit, path: string): boolean {
  const at = (texts: Commit['files']): string =>
    JSON.stringify(
      Object.entries(texts)
        .filter(([file]) => file === path || file.startsWith(`${path}/`))
        .sort(),
    );
  const [parent] = parents;
  return at(files) !== (parent === undefined ? '[]' : at(commitOf(state, parent).files));
}

function entryAt(root: Tree, path: string): TreeEntry | null {
  const object = objectIn(root.repository, root.files, path);
  const parts = path.split('/');
  const folder = parts.slice(0, -1).join('/');
  return object && { name: parts.at(-1) ?? path, tree: { ...root, path: folder }, object };
}
