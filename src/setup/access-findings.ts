// What the token may do in the repository, as far as reading tells.
import type { Seen } from './finding.ts';
import type { Patient } from './patient.ts';

const reads = [
  { needs: 'issues', route: 'GET /repos/{owner}/{repo}/issues', why: 'reports and commands' },
  { needs: 'pull requests', route: 'GET /repos/{owner}/{repo}/pulls', why: 'post-mortems' },
] as const;

/** Reads one issue and one pull request, and asks whose token it is. */
export async function accessFindings(patient: Patient): Promise<readonly Seen[]> {
  const { github, repository, facts, templates } = patient;
  const { owner, name } = repository;
  const tokens = `${new URL(facts.page).origin}/settings/personal-access-tokens`;
  const seen: Seen[] = [];
  for (const { needs, route, why } of facts.hasIssues ? reads : reads.slice(1)) {
    const { status } = await github.rest(route, { owner, repo: name, per_page: 1 });
    if (status === 200) continue;
    const what = `This token may not read ${needs} (${status}): ${why} stay unseen with it.`;
    seen.push({ what, mend: `Give it "${needs}: read and write": ${tokens}` });
  }
  if (templates === null) {
    const what =
      "This token may not read the repository's files: its config is not seen, and the default handbook holds.";
    seen.push({ what, mend: `Give it "contents: read and write": ${tokens}` });
  }
  return [...seen, ...(await writing(patient))];
}

/** A person's access is shown; what an app's token may write is not. */
async function writing({ github, facts, app, self, repository }: Patient): Promise<readonly Seen[]> {
  const { status, data } = await github.rest('GET /user', {});
  if (status !== 200) {
    return app
      ? []
      : [{ unseen: "what an app's token may write: set APP_ID and PRIVATE_KEY, and the App itself is asked" }];
  }
  if (facts.mayPush) return [];
  const { login } = data as { readonly login: string };
  const what = `${login} has no write access: ${self} labels is refused with this token, and so are commands for responders.`;
  return [
    {
      what,
      mend: `Somebody who administers ${repository.owner}/${repository.name} gives it: ${facts.page}/settings/access`,
    },
  ];
}
