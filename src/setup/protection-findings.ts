// Classic branch protection whose pattern takes in the post-mortem's branch; GitHub shows it to who administers the repository.
import { matchesGlob } from 'node:path';
import { postMortemBranches } from '../core/pull-request.ts';
import type { Finding, Seen } from './finding.ts';
import type { Facts, Patient } from './patient.ts';

/** A rule as GraphQL shows it. */
interface Protection {
  readonly databaseId: number | null;
  /** As in Ruby's `File.fnmatch` with `FNM_PATHNAME`: `*` does not reach over a slash. */
  readonly pattern: string;
  readonly lockBranch: boolean;
  readonly restrictsPushes: boolean;
  readonly requiresApprovingReviews: boolean;
  readonly requiresStatusChecks: boolean;
}

const document = `query protection($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    branchProtectionRules(first: 100) {
      nodes { databaseId pattern lockBranch restrictsPushes requiresApprovingReviews requiresStatusChecks }
    }
  }
}`;

interface Answer {
  readonly branchProtectionRules?: { readonly nodes?: readonly (Protection | null)[] | null } | null;
}

export async function protectionFindings({ github, repository, facts, handbook }: Patient): Promise<readonly Seen[]> {
  if (handbook.postMortem.requiredAt.length === 0) return [];
  const { owner, name } = repository;
  const { data, errors } = await github.graphql(document, { owner, name });
  const rules = (data?.repository as Answer | null | undefined)?.branchProtectionRules?.nodes;
  if (!rules || errors.length > 0)
    return [{ unseen: `classic branch protection (it needs admin access): ${facts.page}/settings/branches` }];
  return matching(
    rules.filter((rule) => rule !== null),
    facts,
  );
}

const branch = postMortemBranches(1).usual;

/** One line for each rule that stops the branch. */
function matching(rules: readonly Protection[], facts: Facts): readonly Finding[] {
  return rules.flatMap((rule) => {
    const why = whyStopped(rule);
    if (why.length === 0 || !matchesGlob(branch, rule.pattern)) return [];
    const what = `The protection of branches ${rule.pattern} keeps post-mortem branches (post-mortem/…) from being pushed: it ${why.join(', and ')}. The post-mortem is not opened.`;
    const page = `${facts.page}/settings/${rule.databaseId === null ? 'branches' : `branch_protection_rules/${rule.databaseId}`}`;
    return [{ what, mend: `Narrow its pattern, so that it leaves post-mortem/ out: ${page}` }];
  });
}

function whyStopped(rule: Protection): readonly string[] {
  return [
    ...(rule.lockBranch ? ['locks them'] : []),
    ...(rule.restrictsPushes ? ['lets only some push'] : []),
    ...(rule.requiresApprovingReviews ? ['wants a pull request for each push'] : []),
    ...(rule.requiresStatusChecks ? ['wants checks that passed before the push'] : []),
  ];
}
