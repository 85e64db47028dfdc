// What the handbook says of the post-mortem of one incident: its form, who owns it, by when it is done and met about.

import { dueAfter, type Term } from '../time/term.ts';
import { atSeverity } from './at-severity.ts';
import { type Handbook, typeOf } from './handbook.ts';
import { holders, type Incident } from './incident.ts';
import type { Person } from './person.ts';

/** The template's name: its type's, else its severity's as it stands (the final one, once it is resolved), else the one for all. */
export function templateFor({ type, severity }: Pick<Incident, 'type' | 'severity'>, handbook: Handbook): string {
  const { template, templates } = handbook.postMortem;
  const own = atSeverity(templates, severity.current);
  return typeOf(handbook, type.current)?.template ?? own ?? template;
}

/** ISO UTC each; null: the handbook gives no such time, or it is not resolved. */
export interface PostMortemTimes {
  readonly due: string | null;
  readonly meetingBy: string | null;
  readonly meetingNotBefore: string | null;
}

/** By when it is done and the meeting held, counted from `resolved` by its severity. */
export function postMortemTimes({ severity, milestones }: Incident, handbook: Handbook): PostMortemTimes {
  const { due, meeting } = handbook.postMortem;
  const after = (term: Term | null | undefined): string | null =>
    milestones.resolved && term ? dueAfter(milestones.resolved.at, term, handbook) : null;
  const bySeverity = (terms: Readonly<Record<string, Term>> | undefined): string | null =>
    after(terms && atSeverity(terms, severity.current));
  const meetingBy = bySeverity(meeting?.within);
  return { due: bySeverity(due), meetingBy, meetingNotBefore: meetingBy && after(meeting?.notBefore) };
}

/** The role that owes it: the handbook's, else the one that leads; null: neither is there. */
export function postMortemRole(handbook: Handbook): string | null {
  return handbook.postMortem.owner ?? handbook.roles.find((role) => role.leads)?.id ?? null;
}

/** Who is asked to review it: the holder of the role that owns it, else who leads, else who resolved it; null: nobody is known. */
export function postMortemOwner(incident: Incident, handbook: Handbook): Person | null {
  const roles = [postMortemRole(handbook), ...handbook.roles.filter((role) => role.leads).map(({ id }) => id)];
  const [first] = roles.flatMap((role) => (role === null ? [] : holders(incident, role)));
  return first ?? incident.milestones.resolved?.by ?? null;
}
