import { Forbidden, NotFound } from '../refusal.ts';
import { SEARCH_LIMIT, searchIssues } from '../search.ts';
import { accountShape } from '../shape/account.ts';
import { installationId, installationShape } from '../shape/installation.ts';
import { issueShape } from '../shape/issue.ts';
import { repositoryShape } from '../shape/repository.ts';
import { API, SITE } from '../shape/site.ts';
import type { Account } from '../world/account.ts';
import { usualGrants } from '../world/doer.ts';
import { findAccount } from '../world/find.ts';
import type { State } from '../world/state.ts';
import { type Call, ok, paged, type Reply, type Route, repositoryIn } from './route.ts';

/** The accounts the App is installed on: every owner of a repository that is no fork, unless they took it off. */
export function installedOn(state: State): Account[] {
  const owners = [...state.repositories.values()].filter(({ parent }) => !parent).map(({ owner }) => owner);
  return [...new Set(owners)].filter(({ login }) => state.shut.get(login.toLowerCase()) !== 'uninstalled');
}

function installation(call: Call): Reply {
  const id = Number(call.path.installation_id);
  const account = installedOn(call.world.state).find((owner) => installationId(owner) === id);
  if (!account) throw new NotFound('Not Found');
  return ok(installationShape(call.world.state, account, usualGrants));
}

function appShape({ world }: Call): Record<string, unknown> {
  const { app, appId } = world.state;
  return {
    ...{
      id: appId,
      slug: app.login,
      node_id: app.nodeId,
      client_id: `Iv1.${app.login}`,
      name: app.login,
      description: '',
    },
    ...{ owner: installedOn(world.state).map(accountShape)[0] ?? accountShape(app), external_url: SITE },
    ...{ html_url: `${SITE}/apps/${app.login}`, created_at: app.createdAt, updated_at: app.createdAt },
    ...{ permissions: usualGrants, events: ['issues', 'issue_comment', 'label', 'pull_request', 'push'] },
    installations_count: installedOn(world.state).length,
  };
}

function repositories(call: Call): Reply {
  const all = [...call.world.state.repositories.values()].filter(({ parent }) => !parent);
  const reply = paged(call, all, repositoryShape);
  return { ...reply, data: { total_count: all.length, repository_selection: 'all', repositories: reply.data } };
}

function search(call: Call): Reply {
  const found = searchIssues(call.doer, call.query.q ?? '');
  if (call.query.sort === 'updated') found.sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
  if (call.query.order === 'asc') found.reverse();
  const reply = paged(call, found.slice(0, SEARCH_LIMIT), (issue) => ({ ...issueShape(issue), score: 1 }));
  const counts = { total_count: found.length, incomplete_results: false, search_type: 'lexical' };
  return { ...reply, data: { ...counts, items: reply.data } };
}

function membership(call: Call): Reply {
  const { org = '', team_slug = '', username = '' } = call.path;
  if (call.doer.grants && !call.doer.grants.members) throw new Forbidden('Resource not accessible by integration');
  const members = call.world.state.teams.get(`${org}/${team_slug}`.toLowerCase()) ?? [];
  if (!members.some(({ login, gone }) => !gone && login.toLowerCase() === username.toLowerCase())) {
    throw new NotFound('Not Found');
  }
  const organization = findAccount(call.world.state, org);
  const url = `${API}/organizations/${organization?.id}/team/1/memberships/${username}`;
  return ok({ url, role: 'member', state: 'active' });
}

function rateLimit({ used, world }: Call): Reply {
  const reset = Math.floor(Date.parse(world.now) / 1000) + 3600;
  const limited = { limit: 5000, used, remaining: Math.max(0, 5000 - used), reset };
  const search = { limit: 30, used: 0, remaining: 30, reset };
  return ok({ resources: { core: limited, graphql: limited, search }, rate: limited });
}

// An account with the parts of a profile, all of them empty.
function profileShape(account: Account): Record<string, unknown> {
  const { createdAt } = account;
  return {
    ...accountShape(account),
    ...{ name: null, company: null, blog: '', location: null, email: null, hireable: null, bio: null },
    ...{ public_repos: 0, public_gists: 0, followers: 0, following: 0, created_at: createdAt, updated_at: createdAt },
  };
}

/** What is not in one repository: the App and its installations, search, teams, limits, the one who asks. */
export const siteRoutes: readonly Route[] = [
  { name: 'GET /app', answer: (call) => ok(appShape(call)) },
  {
    name: 'GET /app/installations',
    answer: (call) =>
      paged(call, installedOn(call.world.state), (owner) => installationShape(call.world.state, owner, usualGrants)),
  },
  { name: 'GET /app/installations/{installation_id}', answer: installation },
  {
    name: 'GET /repos/{owner}/{repo}/installation',
    answer: (call) => ok(installationShape(call.world.state, repositoryIn(call).owner, usualGrants)),
  },
  { name: 'GET /installation/repositories', answer: repositories },
  { name: 'GET /search/issues', answer: search },
  { name: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}', answer: membership },
  { name: 'GET /rate_limit', answer: rateLimit },
  {
    name: 'GET /user',
    answer: ({ actor, doer }) => {
      if (actor.kind === 'app') throw new Forbidden('Resource not accessible by integration');
      return ok(profileShape(doer.by));
    },
  },
  {
    name: 'GET /users/{username}',
    answer: ({ path, world }) => {
      const found = findAccount(world.state, path.username ?? '');
      if (!found) throw new NotFound('Not Found');
      return ok(profileShape(found));
    },
  },
];
