// What Sitrep did since the line before, in words for a terminal.
import type { Dump } from '../world/dump.ts';
import { cardOf, type DumpedIssue, sitrep, visible } from './comes-true.ts';

/** What changed in an issue between two dumps of the world by Sitrep's hand, one sentence each. */
export function tellChanges(before: Dump, after: Dump, number: number): readonly string[] {
  const find = (dump: Dump) => dump.issues.find((issue) => issue.number === number);
  const [was, is] = [find(before), find(after)];
  if (!is) return [];
  return [
    ...labels(was, is),
    ...assignees(was, is),
    ...cards(was ? cardOf(before, number) : '', cardOf(after, number)),
    ...comments(was, is),
    ...(was && was.state !== is.state ? [is.state === 'open' ? 'reopened the issue' : 'closed the issue'] : []),
    ...pulls(before, after),
  ];
}

/** Labels that came and went, one sentence or none. */
export function labels(was: DumpedIssue | undefined, is: DumpedIssue): readonly string[] {
  const added = is.labels.filter((label) => !was?.labels.includes(label));
  const removed = (was?.labels ?? []).filter((label) => !is.labels.includes(label));
  const words = [...added.map((label) => `+${label}`), ...removed.map((label) => `−${label}`)];
  return words.length > 0 ? [`labels ${words.join(' ')}`] : [];
}

function assignees(was: DumpedIssue | undefined, is: DumpedIssue): readonly string[] {
  const added = is.assignees.filter((login) => !was?.assignees.includes(login));
  return added.length > 0 ? [`assigned ${added.join(', ')}`] : [];
}

function cards(was: string, is: string): readonly string[] {
  if (was === is) return [];
  return [was === '' ? 'put up the status card and pinned it' : 'brought the status card up to date'];
}

function comments(was: DumpedIssue | undefined, is: DumpedIssue): readonly string[] {
  const known = new Set(was?.comments.map(({ body }) => keyOf(body)));
  return is.comments
    .filter(({ author, body }) => author === sitrep && !known.has(keyOf(body)) && keyOf(body) !== 'card')
    .map(({ body }) => `said: ${visible(body).split('\n').filter(Boolean).join('\n             ')}`);
}

/** By what Sitrep finds a comment of its own again, whatever its text is by then. */
export function keyOf(body: string): string {
  return /<!-- sitrep:(\S+) -->\s*$/.exec(body)?.[1] ?? body;
}

/** Pull requests that were opened, one sentence each. */
export function pulls(before: Dump, after: Dump): readonly string[] {
  const opened = after.pulls.filter(({ number }) => !before.pulls.some((pull) => pull.number === number));
  return opened.map(({ number, title, reviewers }) => {
    return `opened pull request #${number}, "${title}", filled in; asked ${reviewers.join(', ') || 'nobody'} to review`;
  });
}
