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

const sitrep = 'sitrep[bot]';

/** The incident of a dump. @throws before it was filed */
export function issueOf(dump: Dump): DumpedIssue {
  const issue = dump.issues.find(({ number }) => number === incident);
  if (!issue) throw new Error('Nothing was filed');
  return issue;
}

/** The status card's body; empty before there is one. */
export function cardOf(dump: Dump): string {
  return ours(dump).find((body) => body.includes('<!-- sitrep:card -->')) ?? '';
}

/** A body as people see it: without hidden text. */
export function visible(body: string): string {
  return body.replaceAll(/<!--[\s\S]*?-->/g, '').trim();
}

/** Bodies of everything that Sitrep wrote in the incident. */
export function ours(dump: Dump): readonly string[] {
  return issueOf(dump)
    .comments.filter(({ author }) => author === sitrep)
    .map(({ body }) => body);
}

/** The post-mortem's pull request, once it is there. */
export function pullOf(dump: Dump): Dump['pulls'][number] | undefined {
  return dump.pulls.find((pull) => pull.branch === branch);
}
