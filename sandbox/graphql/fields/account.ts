import { restLogin } from '../../shape/account.ts';
import { API, SITE } from '../../shape/site.ts';
import type { Account } from '../../world/account.ts';
import { admitted } from '../../world/find.ts';
import type { Repository } from '../../world/model.ts';
import { sees } from '../../world/permission.ts';
import { connection } from '../connection.ts';
import type { Field, Fields } from '../field.ts';

/** Those that the viewer sees, by name; GitHub's other orders are not here. */
const repositories: Field<Account> = (account, given, { doer }) => {
  const found = [...doer.world.state.repositories.values()].filter((repository) => {
    if (repository.owner !== account || !sees(doer, repository)) return false;
    const { hasIssuesEnabled: issues, isArchived: archived, isFork: fork } = given;
    const fits = (asked: boolean | null | undefined, is: boolean): boolean => asked == null || asked === is;
    return (
      fits(issues, repository.settings.issues) &&
      fits(archived, repository.archived) &&
      fits(fork, repository.parent !== null)
    );
  });
  const byName = found.sort((one, other) => one.name.localeCompare(other.name));
  const page = connection(
    given.orderBy?.direction === 'DESC' ? byName.reverse() : byName,
    given,
    ({ nodeId }) => nodeId,
  );
  return { ...page, nodes: page.nodes.map(orRefusal) };
};

/** One that refuses is null in the list, with an error beside it. */
function orRefusal(repository: Repository): Repository | unknown {
  try {
    return admitted(repository);
  } catch (error) {
    return error;
  }
}

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
  repositories,
  login: (account) => restLogin(account),
  name: () => null,
  email: () => '',
  isViewer: (account, _, { doer }) => account.nodeId === doer.by.nodeId,
};

export const organizationFields: Fields<Account> = {
  ...shared,
  repositories,
  login: (account) => account.login,
  name: (account) => account.login,
  membersUrl: (account) => `${API}/orgs/${account.login}/members`,
};
