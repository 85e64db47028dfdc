import { Unprocessable } from './refusal.ts';
import { webhookPayload } from './shape/webhook.ts';
import type { Account, Permission, User } from './world/account.ts';
import { type Doer, type Grants, usualGrants } from './world/doer.ts';
import { type Dump, dumpAll, dumpRepository, mainRepository } from './world/dump.ts';
import { eraseAccount } from './world/erase-account.ts';
import { findAccount, findRepository, type RepositoryName } from './world/find.ts';
import { foundRepository, foundWorld, writeAccount, writeRepository } from './world/founding.ts';
import type { Repository } from './world/model.ts';
import type { News, WebhookEvent } from './world/news.ts';
import { Past } from './world/past.ts';
import { Person } from './world/person.ts';
import type { State } from './world/state.ts';

export type { Permission, User } from './world/account.ts';
export type { Grants } from './world/doer.ts';
export type { Dump } from './world/dump.ts';
export type { RepositoryName } from './world/find.ts';
export type { Comment, Issue, Repository } from './world/model.ts';
export type { WebhookEvent } from './world/news.ts';
export { Person } from './world/person.ts';

export interface WorldOptions {
  /** ISO; cut to whole seconds. */
  now: string;
  /** The App's slug, `sitrep` by default. */
  app?: string;
}

/** GitHub in memory: no I/O, no clock and no chance of its own. The caller moves the time; ids are counted. */
export class World {
  #state: State;
  readonly #past = new Past();
  readonly #listeners = new Set<(event: WebhookEvent) => void>();

  /** @param state a copy to stand on, for looking back; without it an empty world is made. */
  constructor(options: WorldOptions, state?: State) {
    this.#state = state ?? foundWorld(wholeSeconds(options.now), options.app ?? 'sitrep');
  }

  /** The time of everything that happens next. */
  get now(): string {
    return this.#state.now;
  }

  set now(now: string) {
    const next = wholeSeconds(now);
    this.#past.turn(this.#state, next);
    this.#state.now = next;
  }

  /** From now on the last so many seconds can be looked back upon. */
  remember(seconds: number): void {
    this.#past.remember(seconds);
  }

  /** Looks that reach back behind this moment show the world as it is now, whatever is written in the same second. */
  mark(): void {
    this.#past.mark(this.#state);
  }

  /** The world as a look that is so many seconds behind sees it; a copy, unless that is what it is now. */
  behind(seconds: number): World {
    const state = seconds === 0 ? null : this.#past.at(Date.parse(this.now) - seconds * 1000);
    return state ? new World({ now: state.now }, state) : this;
  }

  /** The records themselves; for the faces of the sandbox, not for the code under test. */
  get state(): State {
    return this.#state;
  }

  get app(): { slug: string; botLogin: string; nodeId: string; id: number } {
    const { login, nodeId } = this.#state.app;
    return { slug: login, botLogin: login, nodeId, id: this.#state.appId };
  }

  /** Makes a repository with `main`, one commit and GitHub's labels. Its owner becomes an organisation if not known. */
  createRepository(
    owner: string,
    name: string,
    options: { private?: boolean; files?: Record<string, string> } = {},
  ): Repository {
    if (this.repository(owner, name)) throw new Unprocessable('Name already exists on this account');
    return foundRepository(this, owner, name, options);
  }

  repository(owner: string, name: string): Repository | undefined {
    return findRepository(this.#state, { owner, name });
  }

  /** A fork of a repository under an account, made when there is none; it shares the commits. */
  fork(repository: Repository, by: Account): Repository {
    const known = this.repository(by.login, repository.name);
    if (known) return known;
    const fork = writeRepository(this.#state, by, repository.name, repository);
    fork.branches = new Map(repository.branches);
    return fork;
  }

  /** Makes an account, or returns the one of that login. */
  addUser(login: string, options: { bot?: boolean } = {}): User {
    return this.user(login) ?? writeAccount(this.#state, login.replace(/\[bot\]$/, ''), options.bot ? 'Bot' : 'User');
  }

  user(login: string): User | undefined {
    return findAccount(this.#state, login);
  }

  /** Deletes an account: what it wrote stays, without an author; its assignments and its access end. */
  removeUser(login: string): void {
    const account = this.user(login);
    if (account) eraseAccount(this.#state, account);
  }

  /** Uninstalls the App and installs another one in its place: what the first one wrote stays, and its bot is nobody any more. */
  becomeApp(login: string): void {
    this.#state.app = this.addUser(login, { bot: true });
  }

  /** Gives an account another login; the old one is free for whoever registers it. */
  renameUser(login: string, to: string): void {
    const account = this.user(login);
    if (!account || this.user(to)) throw new Unprocessable(`${login} cannot be called ${to}`);
    this.#state.accounts.delete(login.toLowerCase());
    this.#state.accounts.set(to.toLowerCase(), account);
    account.login = to;
  }

  /** Gives somebody (made if not known) a permission of their own in a repository. */
  setPermission(name: RepositoryName | Repository, login: string, permission: Permission): void {
    const owner = typeof name.owner === 'string' ? name.owner : name.owner.login;
    const repository = this.repository(owner, name.name);
    if (!repository) throw new Unprocessable(`there is no repository ${owner}/${name.name}`);
    repository.permissions.set(this.addUser(login).id, permission);
  }

  /** A workflow of a repository ran. @returns its number */
  ranWorkflow({ owner, name }: RepositoryName, file: string, event: string): number {
    const id = 30_000_000_001 + this.#state.workflowRuns.length;
    const repository = `${owner}/${name}`.toLowerCase();
    this.#state.workflowRuns.push({ id, repository, file, event, at: this.now });
    return id;
  }

  /** Puts people into a team of an organisation; that makes them members of it. */
  setTeam(organization: string, slug: string, logins: readonly string[]): void {
    const people = logins.map((login) => this.addUser(login));
    this.#state.teams.set(`${organization}/${slug}`.toLowerCase(), people);
    for (const { login } of people) this.addMember(organization, login);
  }

  /** Makes somebody (made if not known) a member of an organisation, if it is one that is known. It gives no access. */
  addMember(organization: string, login: string): void {
    this.user(organization)?.members.add(this.addUser(login));
  }

  /** Somebody to act as; made if not known. The App's bot acts with its installation's permissions. */
  as(login: string, grants?: Grants): Person {
    const by = this.user(login) ?? this.addUser(login);
    return new Person({ world: this, by, grants: grants ?? (by === this.#state.app ? usualGrants : null) });
  }

  /** Hears every webhook at the moment it is caused. @returns the way to stop hearing. */
  subscribe(listener: (event: WebhookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called by the acts: turns news into a webhook, if anybody listens. */
  tell(doer: Doer, news: News): void {
    if (this.#listeners.size === 0) return;
    const { name, action, repository } = news;
    const payload = webhookPayload(doer, news);
    const event = { name, action, repository: { owner: repository.owner.login, name: repository.name }, payload };
    for (const listener of this.#listeners) listener(event);
  }

  /** One repository as plain data (`acme/ops` or the first one, if not named). */
  dump(name?: RepositoryName): Dump {
    const repository = name ? findRepository(this.#state, name) : mainRepository(this.#state);
    return repository ? dumpRepository(this.#state, repository) : { issues: [], pulls: [], files: {} };
  }

  /** Every repository as plain data, by full name. */
  dumpAll(): Record<string, Dump> {
    return dumpAll(this.#state);
  }
}

// GitHub's times have no fractions; a fraction that slips in here would make order look finer than it is there.
function wholeSeconds(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw new Error(`${time} is not a time`);
  return `${date.toISOString().slice(0, 19)}Z`;
}
