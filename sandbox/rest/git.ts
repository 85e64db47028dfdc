import { createBranch } from '../acts/push.ts';
import { NotFound, Unprocessable } from '../refusal.ts';
import { repositoryUrl } from '../shape/repository.ts';
import { commitOf } from '../world/git.ts';
import type { Commit } from '../world/model.ts';
import { type Call, ok, type Reply, type Route, repositoryIn, text } from './route.ts';

function refShape(branch: string, { oid, nodeId, repository }: Commit): Record<string, unknown> {
  const url = `${repositoryUrl(repository)}/git`;
  const object = { type: 'commit', sha: oid, url: `${url}/commits/${oid}` };
  return { ref: `refs/heads/${branch}`, node_id: `REF_${nodeId}`, url: `${url}/refs/heads/${branch}`, object };
}

function branchOf(ref: string, before: RegExp): string | undefined {
  return before.test(ref) ? ref.replace(before, '') : undefined;
}

function found(call: Call): Reply {
  const branch = branchOf(call.path.ref ?? '', /^heads\//) ?? '';
  const oid = repositoryIn(call).branches.get(branch);
  if (oid === undefined) throw new NotFound('Not Found');
  return ok(refShape(branch, commitOf(call.world.state, oid)));
}

function create(call: Call): Reply {
  const branch = branchOf(text(call.body.ref) ?? '', /^refs\/heads\//);
  const oid = text(call.body.sha) ?? '';
  if (branch === undefined) throw new Unprocessable('Reference name must start with refs/heads/ in the sandbox');
  createBranch(call.doer, repositoryIn(call), branch, oid);
  return ok(refShape(branch, commitOf(call.world.state, oid)), 201);
}

/** Branches as git names them. */
export const gitRoutes: readonly Route[] = [
  { name: 'GET /repos/{owner}/{repo}/git/ref/{ref}', answer: found },
  { name: 'POST /repos/{owner}/{repo}/git/refs', answer: create },
];
