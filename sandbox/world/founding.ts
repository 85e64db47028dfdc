import { writeLabel } from '../acts/label.ts';
import type { Account } from './account.ts';
import type { Ground } from './doer.ts';
import { findAccount } from './find.ts';
import { writeCommit } from './git.ts';
import { identify } from './identity.ts';
import type { Repository } from './model.ts';
import { usualSettings } from './settings.ts';
import type { State } from './state.ts';

const LABELS: readonly [string, string, string][] = [
  ['bug', 'd73a4a', "Something isn't working"],
  ['documentation', '0075ca', 'Improvements or additions to documentation'],
  ['duplicate', 'cfd3d7', 'This issue or pull request already exists'],
  ['enhancement', 'a2eeef', 'New feature or request'],
  ['good first issue', '7057ff', 'Good for newcomers'],
  ['help wanted', '008672', 'Extra attention is needed'],
  ['invalid', 'e4e669', "This doesn't seem right"],
  ['question', 'd876e3', 'Further information is requested'],
  ['wontfix', 'ffffff', 'This will not be worked on'],
];

/** An empty world: nobody is there but an App of that slug. @param now ISO, whole seconds */
export function foundWorld(now: string, app: string): State {
  const state: State = {
    ...{ now, ids: {}, appId: 41001, app: undefined as unknown as Account },
    ...{
      accounts: new Map(),
      repositories: new Map(),
      renamed: new Map(),
      shut: new Map(),
      nodes: new Map(),
      commits: new Map(),
      blobs: new Map(),
      teams: new Map(),
      workflowRuns: [],
    },
  };
  state.app = writeAccount(state, app, 'Bot');
  return state;
}

/** Makes an account. */
export function writeAccount(state: State, login: string, kind: Account['kind']): Account {
  const count = { User: 'U', Bot: 'BOT', Organization: 'O' }[kind];
  const account: Account = {
    kind,
    ...identify(state, count),
    login,
    gone: false,
    members: new Set(),
    createdAt: state.now,
  };
  state.accounts.set(login.toLowerCase(), account);
  state.nodes.set(account.nodeId, account);
  return account;
}

/** Makes a repository with nothing in it. */
export function writeRepository(state: State, owner: Account, name: string, parent: Repository | null): Repository {
  const repository: Repository = {
    ...{ kind: 'Repository', ...identify(state, 'R'), owner, name, private: false, archived: false, parent },
    ...{
      defaultBranch: 'main',
      branches: new Map(),
      labels: [],
      milestones: [],
      nextMilestone: 1,
      issues: new Map(),
      moved: new Map(),
      nextNumber: 1,
    },
    ...{ permissions: new Map(), settings: usualSettings(), createdAt: state.now, pushedAt: state.now },
  };
  state.repositories.set(`${owner.login}/${name}`.toLowerCase(), repository);
  state.nodes.set(repository.nodeId, repository);
  return repository;
}

/** Makes a repository as GitHub's page does: `main` with one commit and the nine labels. A new owner is an organisation. */
export function foundRepository(
  world: Ground,
  owner: string,
  name: string,
  options: { private?: boolean; files?: Record<string, string> },
): Repository {
  const { state } = world;
  const account = findAccount(state, owner) ?? writeAccount(state, owner, 'Organization');
  const repository = writeRepository(state, account, name, null);
  repository.private = options.private ?? false;
  const doer = { world, by: account, grants: null };
  const files = options.files ?? { 'README.md': `# ${name}\n` };
  const commit = writeCommit(doer, repository, { files, parents: [], message: 'Initial commit' });
  repository.branches.set('main', commit.oid);
  for (const [label, color, description] of LABELS) {
    writeLabel(doer, repository, { name: label, color, description }, true);
  }
  return repository;
}
