import { restLogin } from '../../shape/account.ts';
import { API, SITE } from '../../shape/site.ts';
import type { Account } from '../../world/account.ts';
import type { Fields } from '../field.ts';

const shared: Fields<Account> = {
  id: (account) => account.nodeId,
  databaseId: (account) => account.id,
  avatarUrl: (account) => `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
  url: (account) => (account.kind === 'Bot' ? `${SITE}/apps/${account.login}` : `${SITE}/${account.login}`),
  resourcePath: (account) => (account.kind === 'Bot' ? `/apps/${account.login}` : `/${account.login}`),
  createdAt: (account) => account.createdAt,
  updatedAt: (account) => account.createdAt,
};

/** A bot: its login is bare here. */
export const botFields: Fields<Account> = { ...shared, login: (account) => account.login };

/** A person; also the App itself as `viewer`, the only place where GraphQL writes `[bot]`. */
export const userFields: Fields<Account> = {
  ...shared,
  login: (account) => restLogin(account),
  name: () => null,
  email: () => '',
  isViewer: (account, _, { doer }) => account.nodeId === doer.by.nodeId,
};

export const organizationFields: Fields<Account> = {
  ...shared,
  login: (account) => account.login,
  name: (account) => account.login,
  membersUrl: (account) => `${API}/orgs/${account.login}/members`,
};
