// The post-mortem's pull request and its branch, as a look shows them.
import type { Person } from './person.ts';

export interface PullRequest {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly branch: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly headOid: string;
  /** Opened by us, with our mark in it as first written. */
  readonly mine: boolean;
  readonly fromFork: boolean;
  readonly at: string;
  readonly mergedAt: string | null;
  readonly mergedBy: Person | null;
  readonly body: string;
  readonly reviewers: readonly Person[];
  /** Paths the pull request touches. */
  readonly paths: readonly string[];
}

/** Names of the branch on which an issue's post-mortem is written: the usual one, and the one where somebody else took that. */
export function postMortemBranches(issue: number): { readonly usual: string; readonly other: string } {
  return { usual: `post-mortem/${issue}`, other: `post-mortem-${issue}` };
}

/** The issue whose post-mortem stands on a branch; null: it is none. */
export function postMortemIssue(branch: string): number | null {
  const [, number] = /^post-mortem[/-](\d{1,9})$/.exec(branch) ?? [];
  return number === undefined ? null : Number(number);
}

export interface Branch {
  readonly name: string;
  readonly oid: string;
  /** Message of its newest commit. */
  readonly message: string;
}
