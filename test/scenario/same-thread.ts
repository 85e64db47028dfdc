// A world as text that is the same whichever way a story was played: ids, links and the times of our comments left out.

import { pullPaths } from '../../sandbox/world/dump.ts';
import type { Comment, Issue } from '../../sandbox/world.ts';
import type { Entry } from '../../src/core/entry.ts';
import { openedMarkOf } from '../../src/core/opened-issue.ts';
import type { Seal } from '../../src/core/seal.ts';
import { rememberedBy } from './look.ts';
import { pullsOf } from './play-pull.ts';
import { commentsOf, home, ours, type Stage } from './stage.ts';

/** The whole world, one thing a line, so that two of them can be compared. */
export function threadOf(stage: Stage, seal: Seal): readonly string[] {
  const rename = renamer(stage);
  const issues = stage.issues().map(({ number, place }) => {
    const issue = stage.issue(place);
    const name = openedName(stage, issue) ?? `#${number}`;
    return { name, lines: issueLines(stage, issue, name, seal) };
  });
  // Ours come last, by name: their numbers depend on what else was opened first.
  const inOrder = issues.toSorted((one, other) => {
    const ours = [one.name, other.name].map((name) => !name.startsWith('#'));
    return Number(ours[0]) - Number(ours[1]) || (ours[0] && one.name > other.name ? 1 : 0);
  });
  return [...inOrder.flatMap(({ lines }) => lines), ...pullLines(stage)].flatMap((text) => rename(text).split('\n'));
}

/**
 * Without our reminders. A look reminds of all that ran out since the last one in one comment, says how late, and calls nobody for what
 * was done meanwhile: between a way that looks seldom and another the rest must be the same, with what ran out on record. Nor is it
 * compared how late a call came.
 */
export function withoutReminders(thread: readonly string[]): readonly string[] {
  const lines = thread.filter((line) => !/ says reminder:#:/.test(line));
  const isLate = (line: string | undefined): boolean => /^\*This comes about .+ late: /.test(line ?? '');
  return lines.filter((line, index) => !isLate(line) && !(line === '' && isLate(lines[index + 1])));
}

/** Where two worlds differ first, or null. */
export function firstDifference(
  one: readonly string[],
  other: readonly string[],
): { readonly one: string; readonly other: string } | null {
  const index = Array.from({ length: Math.max(one.length, other.length) }).findIndex((_, at) => one[at] !== other[at]);
  if (index < 0) return null;
  const around = (lines: readonly string[]): string => lines.slice(Math.max(0, index - 2), index + 4).join('\n');
  return { one: around(one), other: around(other) };
}

function issueLines(stage: Stage, issue: Issue, name: string, seal: Seal): readonly string[] {
  const { title, state, reason } = issue;
  const mine = ours(stage, issue);
  // Of an App that is gone the times and ids differ as ours do; what it recorded is compared where it is taken over.
  const others = commentsOf(issue).filter(({ author }) => !stage.formerApps.has(author));
  const people = others.filter((comment) => !mine.some((own) => own.comment === comment));
  const heard = rememberedBy(stage, issue, seal).map((entry) => `${name} heard ${JSON.stringify(told(entry))}`);
  return [
    `${name} ${state} ${state === 'closed' ? reason : ''} ${title}`,
    `${name} labels ${sorted(issue.labels.map((label) => label.name))}`,
    `${name} assignees ${sorted(issue.assignees.map(({ login }) => login))}`,
    ...ownLines(stage, issue, name),
    ...people.map(
      (comment) => `${name} ${comment.author.login} ${comment.createdAt} ${reactions(stage, comment)}\n${comment.body}`,
    ),
    ...saidLines(stage, issue, name),
    ...heard.sort(),
  ];
}

/** What an issue is called that we opened beside another one. */
function openedName(stage: Stage, issue: Issue): string | null {
  const mark = issue.author === stage.world.state.app ? openedMarkOf((issue.revisions[0] ?? issue).body) : null;
  return mark && `<opened ${mark.key}>`;
}

/** An issue of ours has no report in it by somebody else. */
function ownLines(stage: Stage, issue: Issue, name: string): readonly string[] {
  if (issue.author !== stage.world.state.app) return [];
  return [`${name} milestone ${issue.milestone?.title} below ${issue.parent?.number}\n${bare(issue.body)}`];
}

function saidLines(stage: Stage, issue: Issue, name: string): readonly string[] {
  return ours(stage, issue)
    .map(({ key, comment }) => {
      const body = bare(comment.body);
      const said = `${name} says ${bare(String(key))}:`;
      // A reminder is one line, so that it can be left out.
      return key?.startsWith('reminder:') ? `${said} ${body.replaceAll('\n', ' ')}` : `${said}\n${body}`;
    })
    .sort();
}

/** Without ids, also of what was undone, and without the time at which we noticed what nobody said. */
function told({ source, order: _order, unsaid: _unsaid, ...entry }: Entry): object {
  if (source.startsWith('config:') || source.startsWith('hidden:')) return { ...entry, saidAt: null };
  if (entry.fact?.kind !== 'undone') return entry;
  return { ...entry, fact: { ...entry.fact, sources: entry.fact.sources.map(bare) } };
}

function pullLines(stage: Stage): readonly string[] {
  // By name: their numbers depend on which incident was looked at first.
  const inOrder = pullsOf(stage).toSorted(({ pull: one }, { pull: other }) =>
    one.headBranch < other.headBranch ? -1 : Number(one.headBranch > other.headBranch),
  );
  return inOrder.map((issue) => {
    const { pull, title, body } = issue;
    const state = pull.merged ? 'merged' : issue.state;
    const files = stage.world.state.commits.get(pull.headOid)?.files ?? {};
    const texts = pullPaths(stage.world.state, issue).map((path) => `${path}\n${files[path]}`);
    const asked = sorted(pull.reviewers.map(({ login }) => login));
    const said = saidLines(stage, issue, `pull ${pull.headBranch}`);
    return [`pull ${pull.headBranch} ${state} ${title}`, `reviewers ${asked}`, bare(body), ...texts, ...said].join(
      '\n',
    );
  });
}

function reactions(stage: Stage, comment: Comment): string {
  const own = comment.reactions.filter(({ by }) => by === stage.world.state.app);
  return `[${sorted(own.map(({ content }) => content))}]`;
}

function sorted(list: readonly string[]): string {
  return [...list].sort().join(', ');
}

/** Without the ledger, whose text carries node ids and counts passes. */
function bare(body: string): string {
  return body
    .replaceAll(/<!-- sitrep-(?:ledger|opened)[\s\S]*?-->/g, '')
    .replaceAll(/(announce|reminder|event|edit|hidden|reaction|github|ladder):[0-9a-f]{8}/g, '$1:#');
}

/** Puts a name that does not depend on the way in the place of every id. */
function renamer(stage: Stage): (text: string) => string {
  const names = new Map<string, string>();
  const numbers = new Map<string, string>();
  const { app } = stage.world.state;
  for (const repository of stage.world.state.repositories.values()) {
    for (const issue of repository.issues.values()) {
      const own =
        openedName(stage, issue) ?? (issue.pull && issue.author === app ? `<pull ${issue.pull.headBranch}>` : null);
      if (own !== null && repository.name === home.name) numbers.set(String(issue.number), own);
      const mine = new Map(ours(stage, issue).map(({ key, comment }) => [comment.id, bare(String(key))] as const));
      const counts = new Map<string, number>();
      for (const { id, author, createdAt } of commentsOf(issue)) {
        const plain = mine.get(id) ?? `${author.login}@${createdAt}`;
        const nth = (counts.get(plain) ?? 0) + 1;
        counts.set(plain, nth);
        names.set(String(id), `<${plain}/${nth}>`);
      }
    }
  }
  const replace = (text: string): string => text.replaceAll(/\b\d{10,}\b/g, (id) => names.get(id) ?? '<gone>');
  // What we open has the next free number: which one depends on what else was opened before.
  const number = (text: string): string =>
    text.replaceAll(/(#\u200B?|\/(?:issues|pull)\/)(\d{1,6})\b/g, (whole, sign: string, id: string) => {
      const own = numbers.get(id);
      return own === undefined ? whole : `${sign}${own}`;
    });
  // A reply's key names the comment it answers: names may hold ids themselves.
  return (text) => number(replace(replace(text)));
}
