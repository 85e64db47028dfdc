import { Forbidden, NotFound, SamlRequired } from '../refusal.ts';
import type { Account } from './account.ts';
import type { Doer } from './doer.ts';
import { nodeIdOf } from './identity.ts';
import type { Comment, Issue, Label, Milestone, Repository } from './model.ts';
import { sees } from './permission.ts';
import type { State } from './state.ts';

/** A repository as an act names it. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** @returns the repository of that name, or that once had it; case does not count. */
export function findRepository(state: State, { owner, name }: RepositoryName): Repository | undefined {
  let key: string | undefined = `${owner}/${name}`.toLowerCase();
  while (key !== undefined && !state.repositories.has(key)) key = state.renamed.get(key);
  return key === undefined ? undefined : state.repositories.get(key);
}

/** The repository; refuses with 404 when there is none or the doer may not see it. */
export function repositoryFor(doer: Doer, name: RepositoryName): Repository {
  const repository = findRepository(doer.world.state, name);
  if (repository && sees(doer, repository)) return admitted(repository);
  throw new NotFound(`Could not resolve to a Repository with the name '${name.owner}/${name.name}'.`);
}

/** Refuses where its settings say so; the same repository else. */
export function admitted(repository: Repository): Repository {
  const { refuses } = repository.settings;
  if (refuses === 'saml') throw new SamlRequired();
  if (refuses === 'forbidden') throw new Forbidden('Resource not accessible by personal access token');
  return repository;
}

/** The issue or pull request of that number, or 404. */
export function issueFor(repository: Repository, number: number): Issue {
  const issue = repository.issues.get(number);
  if (issue) return issue;
  throw new NotFound(`Could not resolve to an issue or pull request with the number of ${number}.`);
}

/** A comment of the repository by its database id or node id, or 404. */
export function commentFor(state: State, repository: Repository, id: number | string): Comment {
  const found = state.nodes.get(typeof id === 'number' ? nodeIdOf('IC', id) : id);
  if (found?.kind === 'IssueComment' && found.issue.repository === repository) return found;
  throw new NotFound(`Could not resolve to a node with the global id of '${id}'.`);
}

/** A label of the repository; case does not count. */
export function findLabel(repository: Repository, name: string): Label | undefined {
  const wanted = name.toLowerCase();
  return repository.labels.find((label) => label.name.toLowerCase() === wanted);
}

/** The milestone of that number, or 404. */
export function milestoneFor(repository: Repository, number: number): Milestone {
  const milestone = repository.milestones.find((each) => each.number === number);
  if (milestone) return milestone;
  throw new NotFound(`Could not resolve to a Milestone with the number of ${number}.`);
}

/** A living account by login; for bots with or without `[bot]`. */
export function findAccount(state: State, login: string): Account | undefined {
  const plain = login.toLowerCase();
  const found =
    state.accounts.get(plain) ?? (plain.endsWith('[bot]') ? state.accounts.get(plain.slice(0, -5)) : undefined);
  return found && !found.gone ? found : undefined;
}
