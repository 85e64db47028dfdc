// Issues that we opened beside an incident, and the hidden mark by which they are known again.
import type { CloseReason } from './close-reason.ts';

/** What an issue of ours is for, with its lifetime in it: once in the life of an incident. `[a-z0-9:._-]` only, never people's text. */
export type IssueKey = string;

/** The ordinary issue that an incident of a low level goes on as: one in its life. */
export const carriedOverKey: IssueKey = 'carried-over';

/** An issue of ours beside the incident, as it is to be opened. */
export interface WantedIssue {
  readonly key: IssueKey;
  readonly title: string;
  /** Mentions the incident and carries its mark already. */
  readonly body: string;
  readonly labels: readonly string[];
  /** Node id. */
  readonly milestone: string | null;
  /** As a sub-issue of the incident's. */
  readonly parent: boolean;
}

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

const pattern = /<!-- sitrep-opened:([\w.:-]+) ([\w=-]+) #(\d{1,9}) -->\s*$/;

/** The incident's issue. */
interface Incident {
  /** Node id: a copy of the mark elsewhere proves nothing. */
  readonly id: string;
  /** As it was when the issue was opened: good for finding it, no proof. */
  readonly number: number;
}

/** A body with the mark behind it. */
export function markOpened(key: IssueKey, { id, number }: Incident, body: string): string {
  return `${body.trimEnd()}\n\n<!-- sitrep-opened:${key} ${id} #${number} -->`;
}

/** The mark of a body, or null. Ask it only of what we wrote: anybody can write a mark. */
export function openedMarkOf(body: string): { readonly key: IssueKey; readonly incident: Incident } | null {
  const [, key, id, number] = pattern.exec(body) ?? [];
  return key === undefined || id === undefined ? null : { key, incident: { id, number: Number(number) } };
}
