// Issues that we opened beside an incident, and the hidden mark by which they are known again.
import type { CloseReason } from './close-reason.ts';

/** What an issue of ours is for, with its lifetime in it: once in the life of an incident. `[a-z0-9:._-]` only, never people's text. */
export type IssueKey = string;

/** An issue that we opened because of the one looked at. */
export interface OpenedIssue {
  readonly key: IssueKey;
  /** Node id. */
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly reason: CloseReason | null;
}

/** GitHub takes so many sub-issues below one issue, closed ones counted. */
export const mostSubIssues = 100;

const pattern = /<!-- sitrep-opened:([\w.:-]+) ([\w=-]+) -->\s*$/;

/** A body with the mark behind it: its key, and the node id of the incident's issue, so that a copy elsewhere proves nothing. */
export function markOpened(key: IssueKey, incident: string, body: string): string {
  return `${body.trimEnd()}\n\n<!-- sitrep-opened:${key} ${incident} -->`;
}

/** The mark of a body, or null. Ask it only of what we wrote: anybody can write a mark. */
export function openedMarkOf(body: string): { readonly key: IssueKey; readonly incident: string } | null {
  const [, key, incident] = pattern.exec(body) ?? [];
  return key === undefined || incident === undefined ? null : { key, incident };
}
