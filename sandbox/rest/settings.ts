import { matchesGlob } from 'node:path';
import { Forbidden, NotFound } from '../refusal.ts';
import { accountShape } from '../shape/account.ts';
import { fullName } from '../shape/repository.ts';
import type { Repository } from '../world/model.ts';
import { permissionOf } from '../world/permission.ts';
import { type Call, ok, paged, type Reply, type Route, repositoryIn } from './route.ts';

// An app asks these with a permission that ours does not have; a person must administer the repository.
function administered(call: Call): Repository {
  const repository = repositoryIn(call);
  if (call.doer.grants && !call.doer.grants.administration)
    throw new Forbidden('Resource not accessible by integration');
  if (!call.doer.grants && permissionOf(repository, call.doer.by) !== 'admin') {
    throw new Forbidden('Must have admin rights to Repository.');
  }
  return repository;
}

function rules(call: Call): Reply {
  const repository = repositoryIn(call);
  const found = repository.settings.rules.filter(({ pattern }) => matchesGlob(call.path.branch ?? '', pattern));
  return paged(call, found, ({ type, parameters, ruleset, source }) => ({
    type,
    ...(parameters ? { parameters } : {}),
    ruleset_source_type: source,
    ruleset_source: source === 'Organization' ? repository.owner.login : fullName(repository),
    ruleset_id: ruleset,
  }));
}

function members(call: Call): Reply {
  const { org = '', team_slug = '' } = call.path;
  if (call.doer.grants && !call.doer.grants.members) throw new Forbidden('Resource not accessible by integration');
  const team = call.world.state.teams.get(`${org}/${team_slug}`.toLowerCase());
  if (!team) throw new NotFound('Not Found');
  return paged(
    call,
    team.filter(({ gone }) => !gone),
    accountShape,
  );
}

/** What is set on a repository's pages, the rules of its branches, and who is in a team. */
export const settingRoutes: readonly Route[] = [
  { name: 'GET /repos/{owner}/{repo}/rules/branches/{branch}', answer: rules },
  {
    name: 'GET /repos/{owner}/{repo}/private-vulnerability-reporting',
    answer: (call) => ok({ enabled: administered(call).settings.privateReporting }),
  },
  {
    name: 'GET /repos/{owner}/{repo}/actions/permissions/workflow',
    answer: (call) => {
      const { actionsOpenPulls } = administered(call).settings;
      return ok({ default_workflow_permissions: 'read', can_approve_pull_request_reviews: actionsOpenPulls });
    },
  },
  { name: 'GET /orgs/{org}/teams/{team_slug}/members', answer: members },
];
