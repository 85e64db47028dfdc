// A process as data: what the engine reads of a handbook (with the repository's overrides already merged in).

import type { Attendance } from '../oncall/attendance.ts';
import type { Roster } from '../oncall/rota.ts';
import type { ActionItems, PostMortem } from './aftermath.ts';
import type { CalledTask, ChecklistItem } from './checklist-item.ts';
import type {
  IncidentType,
  Lowering,
  Measure,
  QueueKey,
  ReportedBy,
  Stage,
  SubTeams,
  TriageQuestion,
} from './classification.ts';
import type { Audience, Message } from './communication.ts';
import type { Clock, Contact, Escalation, Indicator, OnCall, Practice, Security } from './duty.ts';
import type { Footing } from './footing.ts';
import type { Role, Severity, Status } from './handbook-entries.ts';
import type { Milestone } from './milestone.ts';
import type { Customer, Service } from './service.ts';

export { type CalledTask, type ChecklistItem, type Need, needs, type Proof, proofs } from './checklist-item.ts';
export type { Role, Severity, Status } from './handbook-entries.ts';
export { type Milestone, milestones } from './milestone.ts';

export const rights = ['anyone', 'reporter', 'responder', 'holder', 'lead'] as const;
/**
 * Who may say something, least first. `reporter`: who filed it, and responders. `responder`: write access, a team in
 * `responders:`, or a role's holder for the commands its entry names. `holder`: the holder of the role in question, or a lead.
 * `lead`: the holder of the leading role, maintain or admin.
 */
export type Right = (typeof rights)[number];

/** Whether a word of a handbook's `set-by` is a right; else it is the id of a role. */
export function isRight(word: string): word is Right {
  return rights.some((right) => right === word);
}

export const turns = ['raised', 'lowered', 'commander', 'mitigated', 'resolved', 'relapsed'] as const;
/** Turns of an incident that a handbook may want announced in a comment of their own. */
export type Turn = (typeof turns)[number];

export const declarers = ['members', 'anyone'] as const;
/** Whose report counts at once: that of people with standing here, or everybody's. */
export type Declarers = (typeof declarers)[number];

export const fields = [
  'summary',
  'severity',
  'type',
  'impact',
  'urgency',
  'services',
  'symptoms',
  'started',
  'detected',
  'how-detected',
  'users-affected',
  'functions',
  'workaround',
  'over',
] as const;
/** What a report's form can tell. */
export type Field = (typeof fields)[number];

export interface Handbook extends Attendance {
  readonly id: string;
  readonly name: string;
  /** Whose process it is and where it is written, in words; null: the team's own. */
  readonly source: string | null;
  /** IANA zone in which bare times are read and shown (beside UTC). */
  readonly zone: string;
  /** The label that makes an issue an incident, its colour and description. */
  readonly label: { readonly name: string; readonly color: string; readonly description: string };
  /** The way from noticing to learning, in order. */
  readonly stages: readonly Stage[];
  /** Prefix of the status labels, e.g. `status: `. */
  readonly statusPrefix: string;
  /** How reports come in; empty: not told. */
  readonly reportedBy: readonly ReportedBy[];
  /** Most severe first. */
  readonly severities: readonly Severity[];
  /** The least severe level that still is a major incident ("the line"). */
  readonly major: string;
  /** Severity by impact and urgency: `matrix[impact][urgency]`, levels `high|medium|low`; empty: not told by these. */
  readonly matrix: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly lowering: Lowering;
  readonly measures: readonly Measure[];
  /** The first question is the first to be asked; empty: there is no triage. */
  readonly triage: readonly TriageQuestion[];
  /** The first one is what a report is that names none. */
  readonly types: readonly IncidentType[];
  /** Whether somebody must say the type of each. */
  readonly classification: 'required' | 'optional';
  readonly queue: readonly QueueKey[];
  /** When not sure: what an unknown axis counts as, and the severity when both are unknown. */
  readonly unsure: { readonly axis: string; readonly severity: string };
  /** In order; the first one is an incident's status when it is declared, the last one is closed. */
  readonly statuses: readonly Status[];
  /** The status that a relapse or reopening goes back to. */
  readonly relapse: string;
  readonly roles: readonly Role[];
  readonly subTeams: SubTeams;
  /** Called when a severity or status is entered. */
  readonly tasks: readonly CalledTask[];
  readonly checklist: readonly ChecklistItem[];
  readonly audiences: readonly Audience[];
  readonly messages: readonly Message[];
  readonly postMortem: PostMortem;
  readonly actionItems: ActionItems;
  readonly clocks: readonly Clock[];
  readonly breachLabel: Handbook['label'] | null;
  readonly escalation: Escalation;
  readonly onCall: OnCall;
  readonly indicators: readonly Indicator[];
  readonly security: Security;
  readonly practices: readonly Practice[];
  readonly contacts: readonly Contact[];
  readonly services: readonly Service[];
  readonly customers: readonly Customer[];
  /** Who is on call, as the file beside the config tells it: no part of the process, and not pinned to an incident. */
  readonly roster: Roster;
  readonly footing: Footing;
  readonly announce: readonly Turn[];
  /** Minutes of silence after which a role may be taken over. */
  readonly takeoverAfterMinutes: number;
  /** Who may say which command, where it differs from the command's own default. */
  readonly who: Readonly<Record<string, Right>>;
  /** Teams (`org/team`) whose members are responders whatever their access. */
  readonly responders: readonly string[];
  /** Logins of bots whose commands are heard. */
  readonly reporters: readonly string[];
  /** Logins of people's accounts that programs drive: they count as bots. */
  readonly bots: readonly string[];
  readonly declare: Declarers;
  /** `prefixed`: only `/sitrep <command>` is heard. */
  readonly commands: 'all' | 'prefixed';
  /** Headings under which a report's form tells each field, without regard to case. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
  /** Further words for commands: alias → command name. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** The severity of that id. @throws when the handbook has none: ids in entries were judged against this handbook. */
export function severityOf(handbook: Handbook, id: string): Severity {
  return found(handbook.severities, id, 'severity');
}

/** The status of that id; see {@link severityOf}. */
export function statusOf(handbook: Handbook, id: string): Status {
  return found(handbook.statuses, id, 'status');
}

/** The role of that id, or nothing: a role may have left the handbook while somebody held it. */
export function roleOf(handbook: Handbook, id: string): Role | undefined {
  return handbook.roles.find((role) => role.id === id);
}

/** Where a severity stands, 0 the most severe. */
export function rank(handbook: Handbook, severity: string): number {
  return handbook.severities.indexOf(severityOf(handbook, severity));
}

/** Whether a severity is at or above the handbook's line; some types have a line of their own. */
export function isMajor(handbook: Handbook, severity: string, type?: string): boolean {
  const line = (type === undefined ? undefined : typeOf(handbook, type)?.major) ?? handbook.major;
  return rank(handbook, severity) <= rank(handbook, line);
}

/** The type of that id, or nothing. */
export function typeOf(handbook: Handbook, id: string): IncidentType | undefined {
  return handbook.types.find((type) => type.id === id);
}

/** The status that sets a milestone, or nothing. */
export function statusFor(handbook: Handbook, milestone: Milestone): Status | undefined {
  return handbook.statuses.find((status) => status.milestone === milestone);
}

/** Whether a status is the closing one, which only the gate opens. */
export function isClosing(status: Status, handbook: Handbook): boolean {
  return status.milestone === 'closed' || (status === handbook.statuses.at(-1) && !statusFor(handbook, 'closed'));
}

/** The label of a status. */
export function statusLabel(handbook: Handbook, status: string): string {
  return `${handbook.statusPrefix}${status}`;
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string, kind: string): T {
  const one = list.find((candidate) => candidate.id === id);
  if (!one) throw new Error(`The handbook has no ${kind} "${id}"`);
  return one;
}
