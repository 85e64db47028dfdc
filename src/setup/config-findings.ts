// The config and what it names: each problem with the page where it is mended, and the teams that it calls responders.
import type { Seen } from './finding.ts';
import { type Patient, siteOf } from './patient.ts';

export async function configFindings(patient: Patient): Promise<readonly Seen[]> {
  const { problems, facts } = patient;
  if (problems.length === 0) return teamFindings(patient);
  const found = problems.map(({ file, line, column, what, suggestion }) => ({
    what: `${file}:${line}:${column}: ${what} ${suggestion} New incidents follow the default handbook meanwhile.`,
    mend: `Mend it: ${facts.page}/blob/${facts.branch}/${file}#L${line}`,
  }));
  return [...found, { unseen: 'labels, branches and the form, which depend on the config' }];
}

/** Members of `responders:` are responders whatever their access; a team that is not seen has none. */
async function teamFindings({ github, handbook, facts }: Patient): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const team of handbook.responders) {
    const [org = '', slug = ''] = team.split('/');
    const route = 'GET /orgs/{org}/teams/{team_slug}/members';
    const { status, data } = await github.rest(route, { org, team_slug: slug, per_page: 1 });
    const isEmpty = status === 200 && (data as readonly unknown[]).length === 0;
    if (status === 200 && !isEmpty) continue;
    const why = isEmpty ? 'has no members' : `is not there, or this token may not read members (${status})`;
    seen.push({
      what: `The team ${team} of responders: ${why}; nobody becomes a responder by it.`,
      mend: `Look at it: ${siteOf(facts)}/orgs/${org}/teams/${slug}`,
    });
  }
  return seen;
}
