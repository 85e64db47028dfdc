// The config and what it names: each problem with the page where it is mended, and the teams that it calls responders.
import { isBeside } from '../core/beside-files.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Problem } from '../core/snapshot.ts';
import { rosterFile } from '../oncall/rota.ts';
import type { Seen } from './finding.ts';
import { type Patient, siteOf } from './patient.ts';

export async function configFindings(patient: Patient): Promise<readonly Seen[]> {
  const { problems, doubts, facts } = patient;
  const finding = (problem: Problem, follows: string) => ({
    what: `${problem.file}:${problem.line}:${problem.column}: ${problem.what} ${problem.suggestion} ${follows}`.trimEnd(),
    mend: `Mend it: ${facts.page}/blob/${facts.branch}/${problem.file}#L${problem.line}`,
  });
  const found = [
    ...problems.map((problem) => finding(problem, meanwhile(problem))),
    ...doubts.map((doubt) => finding(doubt, '')),
  ];
  if (problems.every(isBeside)) return [...found, ...(await teamFindings(patient))];
  return [...found, { unseen: 'labels, branches and the form, which depend on the config' }];
}

function meanwhile(problem: Problem): string {
  if (!isBeside(problem)) return 'New incidents follow the default handbook meanwhile.';
  return problem.file === rosterFile
    ? 'Nobody of it is known to be on call meanwhile.'
    : 'The services of this file are not known meanwhile.';
}

/** Every team whose members a handbook gives something to: responders, and those who may take certain roles. */
export function teamsOf({ responders, roles, security }: Handbook): readonly string[] {
  return [
    ...new Set([...responders, ...roles.flatMap(({ prerequisite }) => prerequisite?.teams ?? []), ...security.teams]),
  ];
}

/** A team that is not seen has no members. */
async function teamFindings({ github, handbook, facts }: Patient): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const team of teamsOf(handbook)) {
    const [org = '', slug = ''] = team.split('/');
    const route = 'GET /orgs/{org}/teams/{team_slug}/members';
    const { status, data } = await github.rest(route, { org, team_slug: slug, per_page: 1 });
    const isEmpty = status === 200 && (data as readonly unknown[]).length === 0;
    if (status === 200 && !isEmpty) continue;
    const why = isEmpty ? 'has no members' : `is not there, or this token may not read members (${status})`;
    seen.push({
      what: `The team ${team}, which the handbook names: ${why}; nobody is a responder or takes a role by it.`,
      mend: `Look at it: ${siteOf(facts)}/orgs/${org}/teams/${slug}`,
    });
  }
  return seen;
}
