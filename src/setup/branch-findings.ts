// Rules of branches that would stop the post-mortem's branch: GitHub tells them for a branch that is not there yet.
import { postMortemBranches } from '../core/pull-request.ts';
import type { Finding, Seen } from './finding.ts';
import { type Facts, type Patient, siteOf } from './patient.ts';

/** A rule as GitHub lists it for a branch. */
export interface BranchRule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly ruleset_id?: number;
  readonly ruleset_source?: string;
  readonly ruleset_source_type?: string;
}

const branch = postMortemBranches(1).usual;

export async function branchFindings({ github, repository, facts, handbook }: Patient): Promise<readonly Seen[]> {
  if (handbook.postMortem.requiredAt.length === 0) return [];
  const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
  const { owner, name } = repository;
  const { status, data } = await github.rest(route, { owner, repo: name, branch, per_page: 100 });
  if (status !== 200) return [{ unseen: `rules of branches (${status}): ${facts.page}/settings/rules` }];
  return ruleFindings(data as readonly BranchRule[], facts);
}

/** One line for each ruleset that stops the branch, or may. */
export function ruleFindings(rules: readonly BranchRule[], facts: Facts): readonly Finding[] {
  const stopping = rules.flatMap((rule) => {
    const why = whyStopped(rule);
    return why === null ? [] : [{ rule, why }];
  });
  const bySet = Map.groupBy(stopping, ({ rule }) => pageOf(rule, facts));
  return [...bySet].map(([page, found]) => ({
    what: `A ruleset keeps post-mortem branches (post-mortem/…) from being pushed: it ${found.map(({ why }) => why).join(', and ')}. The post-mortem is not opened.`,
    mend: `Exclude post-mortem/** and post-mortem-* from its targets: ${page}`,
  }));
}

const stops: Readonly<Record<string, string>> = {
  creation: 'lets nobody create them',
  update: 'lets nobody push to them',
  pull_request: 'wants a pull request for each push',
  required_status_checks: 'wants checks that passed before the push',
  required_deployments: 'wants deployments before the push',
  workflows: 'wants workflows that passed before the push',
  commit_message_pattern: 'wants commit messages of a pattern, which ours may not be',
  commit_author_email_pattern: 'wants authors of a pattern, which a bot may not be',
  committer_email_pattern: 'wants committers of a pattern, which a bot may not be',
  file_path_restriction: 'keeps files from being pushed, among which the post-mortem may be',
};

/** Why a rule stops the branch; null: it does not. */
function whyStopped({ type, parameters = {} }: BranchRule): string | null {
  if (type !== 'branch_name_pattern') return Object.hasOwn(stops, type) ? (stops[type] ?? null) : null;
  return isNamedSo(parameters) ? null : 'wants other names of branches';
}

/** Whether the branch has a name that the rule takes; what we cannot judge, we do not blame. */
function isNamedSo({ operator, pattern, negate = false }: Readonly<Record<string, unknown>>): boolean {
  if (typeof pattern !== 'string') return true;
  const tests: Readonly<Record<string, () => boolean>> = {
    starts_with: () => branch.startsWith(pattern),
    ends_with: () => branch.endsWith(pattern),
    contains: () => branch.includes(pattern),
  };
  const test = tests[String(operator)];
  return test === undefined || test() !== negate;
}

function pageOf({ ruleset_id, ruleset_source, ruleset_source_type }: BranchRule, facts: Facts): string {
  if (ruleset_source_type === 'Organization')
    return `${siteOf(facts)}/organizations/${ruleset_source}/settings/rules/${ruleset_id}`;
  return `${facts.page}/settings/rules/${ruleset_id}`;
}
