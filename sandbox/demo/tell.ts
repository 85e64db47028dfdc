// What Sitrep did since the line before, in words for a terminal.
import type { Dump } from '../world/dump.ts';
import { cardOf, type DumpedIssue, incident, visible } from './comes-true.ts';

/** What changed between two dumps of the world by Sitrep's hand, one sentence each. */
export function tellChanges(before: Dump, after: Dump): readonly string[] {
  const [was, is] = [find(before), find(after)];
  if (!is) return [];
  return [
    ...labels(was, is),
    ...assignees(was, is),
    ...cards(before, after, was !== undefined),
    ...comments(was, is),
    ...(was && was.state !== is.state ? [is.state === 'open' ? 'reopened the issue' : 'closed the issue'] : []),
    ...pulls(before, after),
  ];
}

function find(dump: Dump): DumpedIssue | undefined {
  return dump.issues.find(({ number }) => number === incident);
}

function labels(was: DumpedIssue | undefined, is: DumpedIssue): readonly string[] {
  const added = is.labels.filter((label) => !was?.labels.includes(label));
  const removed = (was?.labels ?? []).filter((label) => !is.labels.includes(label));
  const words = [...added.map((label) => `+${label}`), ...removed.map((label) => `−${label}`)];
  return words.length > 0 ? [`labels ${words.join(' ')}`] : [];
}

function assignees(was: DumpedIssue | undefined, is: DumpedIssue): readonly string[] {
  const added = is.assignees.filter((login) => !was?.assignees.includes(login));
  return added.length > 0 ? [`assigned ${added.join(', ')}`] : [];
}

function cards(before: Dump, after: Dump, filed: boolean): readonly string[] {
  const [was, is] = [filed ? cardOf(before) : '', cardOf(after)];
  if (was === is) return [];
  return [was === '' ? 'put up the status card and pinned it' : 'brought the status card up to date'];
}

function comments(was: DumpedIssue | undefined, is: DumpedIssue): readonly string[] {
  const known = new Set(was?.comments.map(({ body }) => keyOf(body)));
  return is.comments
    .filter(({ author, body }) => author === 'sitrep[bot]' && !known.has(keyOf(body)) && keyOf(body) !== 'card')
    .map(({ body }) => `said: ${visible(body).split('\n').filter(Boolean).join('\n             ')}`);
}

function keyOf(body: string): string {
  return /<!-- sitrep:(\S+) -->\s*$/.exec(body)?.[1] ?? body;
}

function pulls(before: Dump, after: Dump): readonly string[] {
  const opened = after.pulls.filter(({ number }) => !before.pulls.some((pull) => pull.number === number));
  return opened.map(({ number, title, reviewers }) => {
    return `opened pull request #${number}, "${title}", filled in; asked ${reviewers.join(', ') || 'nobody'} to review`;
  });
}
