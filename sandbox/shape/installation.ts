import type { Account } from '../world/account.ts';
import type { Grants } from '../world/doer.ts';
import type { State } from '../world/state.ts';
import { accountShape } from './account.ts';
import { API, SITE } from './site.ts';

/** The id of the App's installation on an account: each account has one, counted from the account's own id. */
export function installationId(account: Account): number {
  return 50_000_000 + account.id;
}

/** Whether its owner suspended the App: it may do nothing there until that ends. */
export function isSuspended(state: State, { login }: Account): boolean {
  return state.shut.get(login.toLowerCase()) === 'suspended';
}

/** An installation as REST shows it. */
export function installationShape(state: State, account: Account, grants: Grants): Record<string, unknown> {
  const id = installationId(account);
  const url = `${API}/app/installations/${id}`;
  return {
    ...{ id, account: accountShape(account), repository_selection: 'all', access_tokens_url: `${url}/access_tokens` },
    ...{ repositories_url: `${API}/installation/repositories`, app_id: state.appId, app_slug: state.app.login },
    ...{ html_url: `${SITE}/organizations/${account.login}/settings/installations/${id}` },
    ...{ target_id: account.id, target_type: account.kind, permissions: grants },
    ...{ events: ['issues', 'issue_comment', 'label', 'pull_request', 'push'], created_at: account.createdAt },
    ...{
      updated_at: account.createdAt,
      single_file_name: null,
      has_multiple_single_files: false,
      single_file_paths: [],
    },
    ...{ suspended_by: null, suspended_at: isSuspended(state, account) ? state.now : null },
  };
}
