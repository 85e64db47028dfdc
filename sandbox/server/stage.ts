import { NotFound, Unprocessable } from '../refusal.ts';
import { tick } from '../tick.ts';
import { findRepository, type RepositoryName } from '../world/find.ts';
import type { Person } from '../world/person.ts';
import type { World } from '../world.ts';

/** What somebody is asked to do: a comment when there is no `act`. */
export interface Act {
  readonly act?: string;
  readonly repo?: string;
  readonly number?: number;
  readonly text?: string;
  readonly title?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly template?: boolean;
  readonly reason?: string;
  readonly item?: string;
  readonly branch?: string;
  readonly method?: string;
  readonly logins?: readonly string[];
  readonly comment?: number | string;
  readonly files?: Record<string, string | null>;
  readonly with?: string;
  readonly to?: string;
}

type Play = (person: Person, repo: RepositoryName, act: Act, number: number) => unknown;

const ACTS: Record<string, Play> = {
  comment: (person, repo, { text = '' }, number) => person.comment(repo, number, text),
  open: (person, repo, { title = '', body = '', labels = [], template = false }) => {
    return person.openIssue(repo, { title, body, labels, template });
  },
  edit: (person, repo, act) => person.editComment(repo, commentId(act), act.text ?? ''),
  delete: (person, repo, act) => person.deleteComment(repo, commentId(act)),
  minimise: (person, repo, act) => person.minimise(repo, commentId(act)),
  react: (person, repo, act) => person.react(repo, commentId(act), act.with ?? '🚀'),
  label: (person, repo, { labels = [] }, number) => person.addLabels(repo, number, labels),
  unlabel: (person, repo, { labels = [] }, number) => person.removeLabels(repo, number, labels),
  assign: (person, repo, { logins = [] }, number) => person.assign(repo, number, logins),
  unassign: (person, repo, { logins = [] }, number) => person.unassign(repo, number, logins),
  retitle: (person, repo, { title = '' }, number) => person.retitle(repo, number, title),
  close: (person, repo, { reason }, number) => person.close(repo, number, reasonOf(reason)),
  reopen: (person, repo, _act, number) => person.reopen(repo, number),
  lock: (person, repo, _act, number) => person.lock(repo, number),
  transfer: (person, repo, { to = '' }, number) => person.transfer(repo, number, nameOf(to)),
  tick: (person, repo, { item = '' }, number) => tickBox(person, repo, number, item, true),
  untick: (person, repo, { item = '' }, number) => tickBox(person, repo, number, item, false),
  merge: (person, repo, { branch, method = 'merge' }) => {
    return person.mergePull(repo, pullOf(person, repo, branch), method as 'merge' | 'squash' | 'rebase');
  },
  'close pull': (person, repo, { branch }) => person.closePull(repo, pullOf(person, repo, branch)),
  'reopen pull': (person, repo, { branch }) => person.reopenPull(repo, pullOf(person, repo, branch)),
  'delete branch': (person, repo, { branch = '' }) => person.deleteBranch(repo, branch),
  push: (person, repo, { files = {}, branch, text }) => {
    return person.push(repo, files, { ...(branch ? { branch } : {}), ...(text ? { message: text } : {}) });
  },
  'open pull': (person, repo, { branch = '', title = branch, body = '', files }) => {
    return person.openPull(repo, { head: branch, title, body, ...(files ? { files } : {}) });
  },
};

/** Lets a person act, at GitHub's buttons as it were. @returns the number and ids of what was made. */
export function play(world: World, login: string, act: Act): Record<string, unknown> {
  const { act: name = 'comment', number = 1, repo = 'acme/ops' } = act;
  const perform = ACTS[name];
  if (!perform) throw new Unprocessable(`"${name}" is no act (${Object.keys(ACTS).join(', ')})`);
  const made = perform(world.as(login), nameOf(repo), act, number);
  const record = typeof made === 'object' && made !== null ? (made as Record<string, unknown>) : {};
  return { done: name, login, id: record.id ?? null, node_id: record.nodeId ?? null, number: record.number ?? null };
}

function nameOf(repo: string): RepositoryName {
  const [owner = '', name = ''] = repo.split('/');
  return { owner, name };
}

function reasonOf(reason: string | undefined): 'completed' | 'not_planned' | 'duplicate' {
  const plain = (reason ?? 'completed').replace(' ', '_');
  if (plain === 'completed' || plain === 'not_planned' || plain === 'duplicate') return plain;
  throw new Unprocessable(`"${reason}" is no reason to close (completed, not planned, duplicate)`);
}

function commentId({ comment }: Act): number | string {
  if (comment === undefined) throw new Unprocessable('which comment? (`comment`: its id)');
  return comment;
}

/** The number of the newest pull request from a branch. */
function pullOf(person: Person, repo: RepositoryName, branch = ''): number {
  const repository = findRepository(person.doer.world.state, repo);
  const found = [...(repository?.issues.values() ?? [])].findLast(({ pull }) => pull?.headBranch === branch);
  if (!found) throw new NotFound(`there is no pull request from ${branch}`);
  return found.number;
}

/** Ticks a box in the newest comment of the App's that has it, else in the issue's body. */
function tickBox(person: Person, repo: RepositoryName, number: number, item: string, ticked: boolean): void {
  const issue = findRepository(person.doer.world.state, repo)?.issues.get(number);
  if (!issue) throw new NotFound(`there is no issue ${number}`);
  for (const comment of issue.timeline.toReversed()) {
    if (comment.kind !== 'IssueComment' || comment.author.kind !== 'Bot') continue;
    const body = tick(comment.body, item, ticked);
    if (body === null) continue;
    person.editComment(repo, comment.id, body);
    return;
  }
  const body = tick(issue.body, item, ticked);
  if (body === null) throw new NotFound(`there is no box "${item}"`);
  person.editBody(repo, number, body);
}
