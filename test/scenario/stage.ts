// The world a story is played in: its people and files, where its issues are now, and what its names stand for.

import type { Account } from '../../sandbox/world/account.ts';
import { type Comment, type Issue, type Person, type RepositoryName, World } from '../../sandbox/world.ts';
import { keyOf } from '../../src/core/marker.ts';
import type { Beginning } from './story.ts';

/** An issue's present address. */
export interface Place extends RepositoryName {
  readonly number: number;
}

/** What a name of the story stands for. */
export type Named =
  | { readonly kind: 'comment'; readonly issue: number; readonly id: number }
  | { readonly kind: 'report'; readonly issue: number };

/** Something that Sitrep should have made is not there: a difference, not a broken file. */
export class Missing extends Error {
  override readonly name = 'Missing';
}

export const home: RepositoryName = { owner: 'acme', name: 'ops' };

export class Stage {
  readonly world: World;
  readonly names = new Map<string, Named>();
  /** Apps that were uninstalled: what they wrote stands, and is not ours. */
  readonly formerApps = new Set<Account>();
  /** Where the issue went that the story knows by this number. */
  readonly #moved = new Map<number, Place>();
  readonly #story: Beginning;

  constructor(story: Beginning, now: string) {
    this.world = new World({ now });
    this.#story = story;
    this.addRepository(home, story.files);
    for (const [team, logins] of Object.entries(story.teams)) {
      const [organisation = '', slug = ''] = team.split('/');
      this.world.setTeam(organisation, slug, logins);
    }
    for (const { title, due } of story.milestones)
      this.world.as(home.owner).createMilestone(home, { title, dueOn: due });
  }

  /** Makes a repository in which the story's people have the same access as at home. */
  addRepository(name: RepositoryName, files: Readonly<Record<string, string>>): void {
    this.world.createRepository(name.owner, name.name, { files: { ...files }, private: this.#story.private });
    for (const [login, access] of Object.entries(this.#story.people)) {
      this.world.addUser(login, { bot: access === 'bot' });
      if (access === 'member') this.world.addMember(name.owner, login);
      else if (access !== 'bot' && access !== 'none') this.world.setPermission(name, login, access);
    }
  }

  /** Somebody of the story; who was not named has write access from their first act on. */
  person(login: string): Person {
    if (!this.world.user(login)) this.welcome(login, home);
    return this.world.as(login);
  }

  /** Gives somebody whom the story does not name write access. */
  welcome(login: string, name: RepositoryName): void {
    if (!Object.hasOwn(this.#story.people, login)) this.world.setPermission(name, login, 'write');
  }

  /** The first issue of the story, or the one of that number. */
  place(number: number | null): Place {
    const first = number ?? this.issues()[0]?.number;
    if (first === undefined) throw new Missing('there is no issue yet');
    return this.#moved.get(first) ?? { ...home, number: first };
  }

  find(place: Place): Issue | undefined {
    return this.world.repository(place.owner, place.name)?.issues.get(place.number);
  }

  issue(place: Place): Issue {
    const found = this.find(place);
    if (!found) throw new Missing(`there is no issue ${place.owner}/${place.name}#${place.number}`);
    return found;
  }

  /** The story's numbers of all issues (no pull requests), with where they are now. */
  issues(): readonly { readonly number: number; readonly place: Place }[] {
    const here = [...(this.world.repository(home.owner, home.name)?.issues.values() ?? [])];
    const open = here.filter((issue) => !issue.pull).map(({ number }) => ({ number, place: { ...home, number } }));
    const away = [...this.#moved].map(([number, place]) => ({ number, place }));
    return [...away, ...open].sort((one, other) => one.number - other.number);
  }

  /** The pull requests at home, by the same numbers. */
  pulls(): readonly { readonly number: number; readonly place: Place }[] {
    const here = [...(this.world.repository(home.owner, home.name)?.issues.values() ?? [])];
    return here.filter((issue) => issue.pull).map(({ number }) => ({ number, place: { ...home, number } }));
  }

  /** Issues that are gone. */
  readonly gone: Place[] = [];

  /** Another App in the place of the one that is there. */
  replaceApp(login: string): void {
    this.formerApps.add(this.world.state.app);
    this.world.becomeApp(login);
  }

  /** Remembers where an issue went, and its comments, which get new ids on the way. */
  move(number: number, from: Issue, to: Issue, place: Place): void {
    this.#moved.set(number, place);
    for (const [name, named] of this.names) {
      if (named.kind !== 'comment' || named.issue !== number) continue;
      const index = from.timeline.findIndex((item) => item.kind === 'IssueComment' && item.id === named.id);
      const now = to.timeline[index];
      if (now) this.names.set(name, { ...named, id: now.id });
    }
  }
}

/** The comments of an issue, oldest first. */
export function commentsOf(issue: Issue): readonly Comment[] {
  return issue.timeline.filter((item): item is Comment => item.kind === 'IssueComment');
}

/** Our comments in an issue with their keys; a key that somebody edited away is still known by our own revisions. */
export function ours(
  stage: Stage,
  issue: Issue,
): readonly { readonly key: string | null; readonly comment: Comment }[] {
  const app = stage.world.state.app;
  return commentsOf(issue)
    .filter(({ author }) => author === app)
    .map((comment) => {
      const own = comment.revisions.filter(({ editor }) => editor === app).map(({ body }) => body);
      const key = [...own.reverse(), comment.body].map(keyOf).find((found) => found !== null);
      return { key: key ?? null, comment };
    });
}

/** Our card, checklist and continuation comments are pages; every other comment of ours says something. */
export function replies(stage: Stage, issue: Issue): readonly Comment[] {
  return ours(stage, issue)
    .filter(({ key }) => key !== 'card' && key !== 'checklist' && !key?.startsWith('record:'))
    .map(({ comment }) => comment);
}

/** The comment that a target of a line names: `card`, `checklist`, `reply 2`, `draft 1`, or a name of the story. */
export function commentNamed(stage: Stage, place: Place, target: string): Comment {
  const issue = stage.issue(place);
  const reply = /^reply (\d+)$/.exec(target)?.[1];
  if (reply !== undefined) return replies(stage, issue)[Number(reply) - 1] ?? missing(`Sitrep made no ${target}`);
  const named = stage.names.get(target);
  if (named?.kind === 'comment') {
    const home = stage.issue(stage.place(named.issue));
    return commentsOf(home).find(({ id }) => id === named.id) ?? missing(`the comment ${target} is gone`);
  }
  const page = ours(stage, issue).find(({ key }) => key === target.replace(/^draft (?=\d)/, 'draft:'));
  return page?.comment ?? missing(`Sitrep made no ${target}`);
}

function missing(what: string): never {
  throw new Missing(what);
}
