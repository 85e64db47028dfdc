// Who there is, and what they may do.

/** What somebody may do in a repository; the names are GitHub's role names, `none` stands for no access of their own. */
export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** A person, an app's bot or an organisation. A bot's login is bare (`sitrep`); REST adds `[bot]`, GraphQL does not. */
export interface Account {
  kind: 'User' | 'Bot' | 'Organization';
  id: number;
  nodeId: string;
  login: string;
  /** The account was deleted: GitHub shows what it wrote without an author. */
  gone: boolean;
  /** Of an organisation: its people. */
  members: Set<Account>;
  createdAt: string;
}

export type User = Account;
