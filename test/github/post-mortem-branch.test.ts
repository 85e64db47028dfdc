// Under which name a post-mortem is written when people have branches of those names.
import { expect, test } from '@jest/globals';
import { postMortemTrailer } from '../../src/core/post-mortem-mark.ts';
import type { PullRequest } from '../../src/core/pull-request.ts';
import { sealWith } from '../../src/core/seal.ts';
import type { RawBranch, RawRepository } from '../../src/github/look-answer.ts';
import { choosePostMortemBranch } from '../../src/github/post-mortem-branch.ts';

const head = 'a'.repeat(40);
const seal = sealWith('key of the tests');
const issue = { id: 'I_7', number: 7 };
const said = (of: { id: string; number: number }, by = seal) => `Post-mortem: It broke\n\n${postMortemTrailer(of, by)}`;
const trailer = said(issue);

interface Given {
  readonly usual?: RawBranch;
  readonly other?: RawBranch;
  readonly above?: boolean;
  readonly below?: number;
  readonly pulls?: readonly Partial<PullRequest>[];
}

function branch(name: string, message: string, login: string | null = null, oid = 'b'.repeat(40)): RawBranch {
  return { name, target: { oid, message, author: { user: login === null ? null : { login } } } };
}

function chosen({ usual, other, above = false, below = 0, pulls = [] }: Given) {
  const raw = {
    ref: usual ?? null,
    otherRef: other ?? null,
    above: above ? { name: 'post-mortem' } : null,
    below: { totalCount: below },
    defaultBranchRef: { name: 'main', target: { oid: head } },
  } as RawRepository;
  const whole = pulls.map((pull) => ({ mine: false, fromFork: false, state: 'open', ...pull }) as PullRequest);
  const of = (name: string) => whole.filter((pull) => pull.branch === name);
  const read = { usual: of('post-mortem/7'), other: of('post-mortem-7') };
  const {
    postMortemBranch,
    postMortemTaken = false,
    branch: ours,
  } = choosePostMortemBranch(raw, issue, read, { login: 'sitrep', seal });
  return [postMortemBranch, ours?.name ?? null, postMortemTaken];
}

const usual = 'post-mortem/7';
const other = 'post-mortem-7';
const mine = { mine: true };

test.each<[string, Given, readonly [string, string | null, boolean]]>([
  ['nothing there', {}, [usual, null, false]],
  ['ours, just made', { usual: branch(usual, 'Anything', 'bob', head) }, [usual, usual, false]],
  ['ours, written', { usual: branch(usual, trailer) }, [usual, usual, false]],
  ['ours, written with a token', { usual: branch(usual, trailer, 'Sitrep[bot]') }, [usual, usual, false]],
  ["a person's", { usual: branch(usual, 'evil') }, [other, null, false]],
  ["a person's, with our words", { usual: branch(usual, trailer, 'bob') }, [other, null, false]],
  ["another post-mortem's words", { usual: branch(usual, said({ id: 'I_71', number: 71 })) }, [other, null, false]],
  ["another post-mortem's proof", { usual: branch(usual, said({ id: 'I_71', number: 7 })) }, [other, null, false]],
  [
    'a forged author, our line without its proof',
    { usual: branch(usual, 'x\n\nSitrep-Post-Mortem: 7') },
    [other, null, false],
  ],
  ['a forged author and proof', { usual: branch(usual, said(issue, sealWith('guessed'))) }, [other, null, false]],
  ['a checksum that anybody can compute', { usual: branch(usual, said(issue, sealWith(null))) }, [other, null, false]],
  ['our words, but not last', { usual: branch(usual, `${trailer}\nReviewed-by: bob`) }, [other, null, false]],
  [
    "a person's pull request from ours",
    { usual: branch(usual, trailer), pulls: [{ branch: usual }] },
    [other, null, false],
  ],
  ["a person's pull request, closed", { pulls: [{ branch: usual, state: 'closed' }] }, [usual, null, false]],
  ["a fork's pull request", { pulls: [{ branch: usual, fromFork: true }] }, [usual, null, false]],
  ['a branch above', { above: true }, [other, null, false]],
  ['a branch below', { below: 1 }, [other, null, false]],
  ['the other one, begun', { usual: branch(usual, 'x'), other: branch(other, trailer) }, [other, other, false]],
  ['both taken', { usual: branch(usual, 'x'), other: branch(other, 'y') }, [other, null, true]],
  [
    'ours, people wrote on',
    { usual: branch(usual, 'Fill in', 'bob'), pulls: [{ branch: usual, ...mine }] },
    [usual, usual, false],
  ],
  [
    'ours under the other name',
    { other: branch(other, 'Fill in', 'bob'), pulls: [{ branch: other, ...mine }] },
    [other, other, false],
  ],
  [
    "a fork of our own account's",
    { usual: branch(usual, 'x'), pulls: [{ branch: usual, ...mine, fromFork: true }] },
    [other, null, false],
  ],
])('%s', (_, given, expected) => {
  expect(chosen(given)).toEqual(expected);
});
