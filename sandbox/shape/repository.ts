import type { Repository } from '../world/model.ts';
import { accountShape } from './account.ts';
import { API, SITE } from './site.ts';

// Every repository carries the same forest of addresses; written as GitHub writes them, under the repository's own.
const ADDRESSES: Record<string, string> = {
  forks_url: '/forks',
  keys_url: '/keys{/key_id}',
  collaborators_url: '/collaborators{/collaborator}',
  teams_url: '/teams',
  hooks_url: '/hooks',
  issue_events_url: '/issues/events{/number}',
  events_url: '/events',
  assignees_url: '/assignees{/user}',
  branches_url: '/branches{/branch}',
  tags_url: '/tags',
  blobs_url: '/git/blobs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  git_refs_url: '/git/refs{/sha}',
  trees_url: '/git/trees{/sha}',
  statuses_url: '/statuses/{sha}',
  languages_url: '/languages',
  stargazers_url: '/stargazers',
  contributors_url: '/contributors',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  commits_url: '/commits{/sha}',
  git_commits_url: '/git/commits{/sha}',
  comments_url: '/comments{/number}',
  issue_comment_url: '/issues/comments{/number}',
  contents_url: '/contents/{+path}',
  compare_url: '/compare/{base}...{head}',
  merges_url: '/merges',
  archive_url: '/{archive_format}{/ref}',
  downloads_url: '/downloads',
  issues_url: '/issues{/number}',
  pulls_url: '/pulls{/number}',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  labels_url: '/labels{/name}',
  releases_url: '/releases{/id}',
  deployments_url: '/deployments',
};

/** `owner/name`. */
export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

/** A repository's address in the API. */
export function repositoryUrl(repository: Repository): string {
  return `${API}/repos/${fullName(repository)}`;
}

/** A repository's address for people. */
export function repositoryPage(repository: Repository): string {
  return `${SITE}/${fullName(repository)}`;
}

/** A repository as REST and webhooks show it. */
export function repositoryShape(repository: Repository): Record<string, unknown> {
  const open = [...repository.issues.values()].filter((issue) => issue.state === 'open').length;
  const page = repositoryPage(repository);
  const url = repositoryUrl(repository);
  const addresses = Object.fromEntries(Object.entries(ADDRESSES).map(([key, path]) => [key, url + path]));
  return {
    ...{ id: repository.id, node_id: repository.nodeId, name: repository.name, full_name: fullName(repository) },
    ...{ private: repository.private, owner: accountShape(repository.owner), html_url: page, description: null },
    ...{ fork: repository.parent !== null, url },
    ...addresses,
    ...{ created_at: repository.createdAt, updated_at: repository.pushedAt, pushed_at: repository.pushedAt },
    ...{
      git_url: `git://github.com/${fullName(repository)}.git`,
      ssh_url: `git@github.com:${fullName(repository)}.git`,
    },
    ...{ clone_url: `${page}.git`, svn_url: page, homepage: null, size: 0, stargazers_count: 0, watchers_count: 0 },
    ...{
      language: null,
      has_issues: repository.settings.issues,
      has_projects: true,
      has_downloads: true,
      has_wiki: true,
      has_pages: false,
    },
    ...{ has_discussions: false, forks_count: 0, mirror_url: null, archived: repository.archived, disabled: false },
    ...{ open_issues_count: open, license: null, allow_forking: true, is_template: false },
    ...{ web_commit_signoff_required: false, topics: [], visibility: repository.private ? 'private' : 'public' },
    ...{ forks: 0, open_issues: open, watchers: 0, default_branch: repository.defaultBranch },
  };
}
