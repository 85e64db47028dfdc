// The one name of an issue.
import type { IssueRef } from './github/observe.ts';

/** An issue's name, `owner/name#12`, in lower case: the key of everything kept for it. */
export function nameOf({ owner, name, number }: IssueRef): string {
  return `${owner}/${name}#${number}`.toLowerCase();
}
