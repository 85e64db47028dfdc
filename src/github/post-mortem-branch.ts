// Under which name an issue's post-mortem is written, when people have branches and pull requests of those names.
import { ownPull } from '../core/own-pull.ts';
import { isOurCommit } from '../core/post-mortem-mark.ts';
import { type Branch, type PullRequest, postMortemBranches } from '../core/pull-request.ts';
import type { Seal } from '../core/seal.ts';
import type { Issue, Snapshot } from '../core/snapshot.ts';
import type { RawBranch, RawRepository } from './look-answer.ts';
import { bareLogin } from './person-of.ts';

/** Pull requests of both names, as read. */
export interface PostMortemPulls {
  readonly usual: readonly PullRequest[];
  readonly other: readonly PullRequest[];
}

type Chosen = Pick<Snapshot, 'postMortemBranch' | 'postMortemTaken' | 'branch' | 'pulls'>;

/** One name and what stands under it. */
interface Place {
  readonly name: string;
  readonly ref: RawBranch | null;
  readonly pulls: readonly PullRequest[];
  /** Git keeps no branch `a` beside a branch `a/b`. */
  readonly blocked: boolean;
}

/**
 * Our own pull request under either name wins; else the usual name, unless somebody else has it; then the other one. A branch
 * of somebody else is never shown as ours: nothing is committed onto it, and nothing is opened from it.
 * @param us our login without `[bot]`, and the seal of our mark; no seal: nothing that was committed counts as ours
 */
export function choosePostMortemBranch(
  raw: RawRepository,
  issue: Pick<Issue, 'id' | 'number'>,
  pulls: PostMortemPulls,
  us: { readonly login: string; readonly seal: Seal | null },
): Chosen {
  const names = postMortemBranches(issue.number);
  const blocked = raw.above !== null || (raw.below?.totalCount ?? 0) > 0;
  const usual: Place = { name: names.usual, ref: raw.ref, pulls: pulls.usual, blocked };
  const other: Place = { name: names.other, ref: raw.otherRef, pulls: pulls.other, blocked: false };
  const all = [...pulls.usual, ...pulls.other];
  const head = raw.defaultBranchRef?.target?.oid;
  const isTaken = ({ ref, pulls: here, blocked: noRoom }: Place): boolean =>
    noRoom || here.some(isSomebodyElses) || (ref !== null && ref.target?.oid !== head && !isOurs(ref, issue, us));
  const own = ownPull({ pulls: all });
  if (own) {
    const place = own.branch === other.name ? other : usual;
    return { postMortemBranch: place.name, branch: readBranch(place.ref), pulls: all };
  }
  const place = isTaken(usual) ? other : usual;
  if (isTaken(place)) return { postMortemBranch: place.name, postMortemTaken: true, branch: null, pulls: all };
  return { postMortemBranch: place.name, branch: readBranch(place.ref), pulls: all };
}

function isSomebodyElses({ mine, fromFork, state }: PullRequest): boolean {
  return state === 'open' && !mine && !fromFork;
}

/** Its newest commit bears our mark of this post-mortem, and no person is known as its author. */
function isOurs(
  { target }: RawBranch,
  issue: Pick<Issue, 'id' | 'number'>,
  { login, seal }: Parameters<typeof choosePostMortemBranch>[3],
): boolean {
  const author = target?.author?.user?.login;
  if (author && bareLogin(author).toLowerCase() !== login.toLowerCase()) return false;
  return seal !== null && isOurCommit(target?.message ?? '', issue, seal);
}

function readBranch(raw: RawBranch | null): Branch | null {
  return raw?.target ? { name: raw.name, oid: raw.target.oid, message: raw.target.message ?? '' } : null;
}
