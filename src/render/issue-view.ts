// What an issue that we open beside an incident is made of.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Person } from '../core/person.ts';

export interface IssueView {
  /** As it was when the issue became wanted. */
  readonly incident: Incident;
  readonly handbook: Handbook;
  /** The incident's issue. */
  readonly issue: { readonly number: number; readonly by: Person | null };
}

/** `title` is no Markdown; `body` mentions the incident by `#number`. */
export interface IssueText {
  readonly title: string;
  readonly body: string;
}
