import type { Account } from '../world/account.ts';
import { API, SITE } from './site.ts';

/** REST's login: bots carry `[bot]` here, and only here and in `viewer`. */
export function restLogin(account: Account): string {
  if (account.gone) return 'ghost';
  return account.kind === 'Bot' ? `${account.login}[bot]` : account.login;
}

/** An account as REST and webhooks show it; a deleted one is GitHub's `ghost`. */
export function accountShape(account: Account): Record<string, unknown> {
  const login = restLogin(account);
  const url = `${API}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: account.gone ? 10137 : account.id,
    node_id: account.gone ? 'MDQ6VXNlcjEwMTM3' : account.nodeId,
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${SITE}/${account.kind === 'Bot' ? `apps/${account.login}` : login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.gone ? 'User' : account.kind,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** The organisation's short form that webhooks carry beside the repository. */
export function organizationShape(account: Account): Record<string, unknown> {
  const url = `${API}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    description: '',
  };
}
