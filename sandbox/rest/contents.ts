import { push } from '../acts/push.ts';
import { objectAt } from '../graphql/fields/git.ts';
import { NotFound, Refusal, Unprocessable } from '../refusal.ts';
import { repositoryPage, repositoryUrl } from '../shape/repository.ts';
import { blobOid, headOf, treeOid } from '../world/git.ts';
import type { Commit, Repository } from '../world/model.ts';
import { type Call, ok, type Reply, type Route, repositoryIn, text } from './route.ts';

function contents(call: Call): Reply {
  const repository = repositoryIn(call);
  const path = call.path.path ?? '';
  const revision = call.query.ref ?? 'HEAD';
  const found = objectAt(call.world.state, repository, `${revision}:${path}`);
  if (found?.kind === 'Blob' && call.raw) return { status: 200, data: null, raw: found.text };
  if (found?.kind === 'Blob') return ok({ ...entry(repository, path, found.oid, 'file'), ...fileOf(found.text) });
  if (found?.kind !== 'Tree') throw new NotFound('Not Found');
  const names = [...new Set(Object.keys(found.files).map((name) => name.split('/')[0] ?? name))].sort();
  return ok(
    names.map((name) => {
      const inside = `${path === '' ? '' : `${path}/`}${name}`;
      const child = objectAt(call.world.state, repository, `${revision}:${inside}`);
      if (child?.kind === 'Blob')
        return { ...entry(repository, inside, child.oid, 'file'), size: Buffer.byteLength(child.text) };
      return { ...entry(repository, inside, child?.kind === 'Tree' ? treeOid(child.files) : '', 'dir'), size: 0 };
    }),
  );
}

function fileOf(content: string): Record<string, unknown> {
  return { encoding: 'base64', size: Buffer.byteLength(content), content: Buffer.from(content).toString('base64') };
}

function entry(repository: Repository, path: string, sha: string, type: 'file' | 'dir'): Record<string, unknown> {
  const url = `${repositoryUrl(repository)}/contents/${path}?ref=${repository.defaultBranch}`;
  const page = `${repositoryPage(repository)}/${type === 'file' ? 'blob' : 'tree'}/${repository.defaultBranch}/${path}`;
  const git = `${repositoryUrl(repository)}/git/${type === 'file' ? 'blobs' : 'trees'}/${sha}`;
  const links = { self: url, git, html: page };
  const download = type === 'file' ? `https://raw.githubusercontent.com/${path}` : null;
  return {
    type,
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    url,
    git_url: git,
    html_url: page,
    download_url: download,
    _links: links,
  };
}

// A file that is there is changed only by who names the state it knows of it.
function put(call: Call): Reply {
  const repository = repositoryIn(call);
  const {
    path: { path = '' },
    body,
    doer,
  } = call;
  const branch = text(body.branch) ?? repository.defaultBranch;
  const before = headOf(call.world.state, repository, branch)?.files[path];
  const known = text(body.sha);
  if (before !== undefined && known === undefined) throw new Unprocessable('"sha" wasn\'t supplied.');
  if (known !== undefined && (before === undefined || blobOid(before) !== known)) {
    throw new Refusal(409, 'STALE_DATA', `${path} does not match ${known}`);
  }
  const content = Buffer.from(text(body.content) ?? '', 'base64').toString();
  const commit = push(doer, repository, { branch, files: { [path]: content }, message: text(body.message) ?? '' });
  const file = { ...entry(repository, path, blobOid(content), 'file'), size: Buffer.byteLength(content) };
  return ok({ content: file, commit: commitShape(commit) }, before === undefined ? 201 : 200);
}

function commitShape({ oid, nodeId, message, parents, author, committedDate, files, repository }: Commit) {
  const who = { name: author.login, email: `${author.login}@users.noreply.github.com`, date: committedDate };
  const url = (kind: string, sha: string): string => `${repositoryUrl(repository)}/git/${kind}/${sha}`;
  const page = (sha: string): string => `${repositoryPage(repository)}/commit/${sha}`;
  const tree = treeOid(files);
  return {
    ...{
      sha: oid,
      node_id: nodeId,
      url: url('commits', oid),
      html_url: page(oid),
      author: who,
      committer: who,
      message,
    },
    ...{ tree: { sha: tree, url: url('trees', tree) } },
    parents: parents.map((sha) => ({ sha, url: url('commits', sha), html_url: page(sha) })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

/** Files and folders. */
export const contentRoutes: readonly Route[] = [
  { name: 'GET /repos/{owner}/{repo}/contents/{path}', answer: contents },
  { name: 'PUT /repos/{owner}/{repo}/contents/{path}', answer: put },
];
