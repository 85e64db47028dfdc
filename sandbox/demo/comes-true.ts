// What can be asked of the world while the story is told, and what it is called in words.
import type { Dump } from '../world/dump.ts';

/** An issue of the dump. */
export type DumpedIssue = Dump['issues'][number];

/** Something that must be so after a line, in words and as a question to the world. */
export interface ComesTrue {
  readonly what: string;
  holds(dump: Dump): boolean;
}

/** The incident of the story, and the branch of its post-mortem. */
export const incident = 1;
export const branch = 'post-mortem/1';

export const labelled = (...names: readonly string[]): ComesTrue => ({
  what: `the issue bears ${names.map((name) => `\`${name}\``).join(' ')}`,
  holds: (dump) => names.every((name) => issueOf(dump).labels.includes(name)),
});
export const assigned = (login: string): ComesTrue => ({
  what: `${login} is assigned`,
  holds: (dump) => issueOf(dump).assignees.includes(login),
});
export const onCard = (what: string, pattern: RegExp): ComesTrue => ({
  what: `the card shows ${what}`,
  holds: (dump) => pattern.test(visible(cardOf(dump))),
});
export const says = (what: string, pattern: RegExp): ComesTrue => ({
  what: `Sitrep says ${what}`,
  holds: (dump) => ours(dump).some((body) => pattern.test(body)),
});

/** The bot as REST names it. */
export const sitrep = 'sitrep[bot]';

/** An issue of a dump, the story's incident when no other is named. @throws before it was filed */
export function issueOf(dump: Dump, asked: number = incident): DumpedIssue {
  const issue = dump.issues.find(({ number }) => number === asked);
  if (!issue) throw new Error('Nothing was filed');
  return issue;
}

/** The status card's body; empty before there is one. */
export function cardOf(dump: Dump, asked: number = incident): string {
  return ours(dump, asked).find((body) => body.includes('<!-- sitrep:card -->')) ?? '';
}

/** A body as people see it: without hidden text. */
export function visible(body: string): string {
  return body.replaceAll(/<!--[\s\S]*?-->/g, '').trim();
}

/** Bodies of everything that Sitrep wrote in an issue. */
export function ours(dump: Dump, asked: number = incident): readonly string[] {
  return issueOf(dump, asked)
    .comments.filter(({ author }) => author === sitrep)
    .map(({ body }) => body);
}

/** The post-mortem's pull request, once it is there. */
export function pullOf(dump: Dump): Dump['pulls'][number] | undefined {
  return dump.pulls.find((pull) => pull.branch === branch);
}
