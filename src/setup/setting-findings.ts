// The pages of a repository's settings that Sitrep depends on.
import { hasPrivateMatters } from './chooser.ts';
import type { Seen } from './finding.ts';
import type { Patient } from './patient.ts';

export async function settingFindings(patient: Patient): Promise<readonly Seen[]> {
  const { facts, handbook, env } = patient;
  const { page, hasIssues, isPrivate } = facts;
  const closed = {
    what: 'Issues are turned off: nobody can report an incident.',
    mend: `Tick "Issues": ${page}/settings#features`,
  };
  return [
    ...(hasIssues ? [] : [closed]),
    ...(hasPrivateMatters(handbook) && !isPrivate ? await privateReporting(patient) : []),
    ...(env.GITHUB_ACTIONS === 'true' ? await pullsByActions(patient) : []),
  ];
}

async function privateReporting({ github, repository, facts }: Patient): Promise<readonly Seen[]> {
  const { owner, name } = repository;
  const route = 'GET /repos/{owner}/{repo}/private-vulnerability-reporting';
  const { status, data } = await github.rest(route, { owner, repo: name });
  const mend = `${facts.page}/settings/security_analysis`;
  if (status !== 200)
    return [{ unseen: `whether private vulnerability reporting is on (it needs admin access): ${mend}` }];
  if ((data as { readonly enabled: boolean }).enabled) return [];
  const what = 'Private vulnerability reporting is off: security matters have no place but a public issue.';
  return [{ what, mend: `Turn it on: ${mend}` }];
}

/** Where the token is the one of Actions, GitHub asks this setting before it lets it open a pull request. */
async function pullsByActions({ github, repository, facts }: Patient): Promise<readonly Seen[]> {
  const { owner, name } = repository;
  const route = 'GET /repos/{owner}/{repo}/actions/permissions/workflow';
  const { status, data } = await github.rest(route, { owner, repo: name });
  const mend = `${facts.page}/settings/actions`;
  if (status !== 200) return [{ unseen: `whether Actions may open pull requests (it needs admin access): ${mend}` }];
  if ((data as { readonly can_approve_pull_request_reviews: boolean }).can_approve_pull_request_reviews) return [];
  const what = 'Actions may not open pull requests: the post-mortem is not opened with the token of Actions.';
  return [{ what, mend: `Tick "Allow GitHub Actions to create and approve pull requests": ${mend}` }];
}
