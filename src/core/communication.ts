// What is said to whom: audiences with their cadence and approval, and the messages by name.

import type { Term } from '../time/term.ts';
import { type Milestone, milestonesUntilResolved } from './milestone.ts';

/** People who are told: by severity how often, and who must agree before they are. */
export interface Audience {
  readonly id: string;
  readonly name: string;
  /** Outside the organisation: people, hosts and estimates stay out of what they read. */
  readonly external: boolean;
  /** Where they are told, in words: `status page`, `mail`. */
  readonly channel: string | null;
  /** The role that speaks to them. */
  readonly owner: string | null;
  /** How often they hear something, by severity; a missing severity: as needed. */
  readonly cadence: Readonly<Record<string, Term>>;
  /** So long after the declaration they may hear less often, if each word names the next; null: never. */
  readonly slowerAfter: Term | null;
  /** Roles one of whose holders must approve, by severity; missing: the author may publish. */
  readonly approval: Readonly<Record<string, readonly string[]>>;
  /** Roles whose holders read it before it is approved, by severity. */
  readonly review: Readonly<Record<string, readonly string[]>>;
  /** The approver must be somebody else than the author. */
  readonly secondPerson: boolean;
}

export const purposes = ['first', 'update', 'resolution', 'notice'] as const;
/** What a message is for. */
export type Purpose = (typeof purposes)[number];

/** A message that can be drafted: its text has fields in braces (`{{impact}}`); what is not known is marked to be filled in. */
export interface Message {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly audience: string;
  readonly purpose: Purpose;
  readonly text: string;
  /** Due so long after `from`, by severity; missing: no time. */
  readonly within: Readonly<Record<string, Term>>;
  readonly from: Milestone;
}

export const messageFields = [
  'id',
  'title',
  'severity',
  'status',
  'type',
  'services',
  'summary',
  'impact',
  'users-affected',
  'functions',
  'symptoms',
  'workaround',
  'solution',
  'cause',
  'update',
  'next-update',
  'eta',
  ...milestonesUntilResolved,
  'response-time',
  'duration',
  'decisions',
  'actions',
  'roles',
  'commander',
  'bridge',
  'channel',
  'runbooks',
  'dashboards',
  'cadence',
  'link',
] as const;
/** What a message's text may name in braces; `{{fill: words}}` beside them marks what only a person knows. */
export type MessageField = (typeof messageFields)[number];

/** Fields that never leave the organisation. */
export const internalFields: readonly MessageField[] = [
  'eta',
  'roles',
  'commander',
  'bridge',
  'channel',
  'runbooks',
  'dashboards',
  'decisions',
  'link',
];
