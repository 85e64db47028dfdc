// What the handbook asks of a post-mortem, said in its pull request and on the card.
import { atSeverity } from '../../core/at-severity.ts';
import type { Handbook } from '../../core/handbook.ts';
import type { Incident } from '../../core/incident.ts';
import { postMortemTimes } from '../../core/post-mortem-terms.ts';
import { formatTime } from '../../time/time.ts';
import { listed, roleName } from '../names.ts';
import { quoteOurs } from '../quote.ts';

/** Markdown list items, one thing each; empty where the handbook asks for nothing in particular. */
export function postMortemPlan(incident: Incident, handbook: Handbook): readonly string[] {
  const { meeting, draft, sections, methods, signOff } = handbook.postMortem;
  const { due } = postMortemTimes(incident, handbook);
  const lines = [
    due && `**Done by** ${at(due, incident, handbook)}`,
    meetingText(incident, handbook),
    meeting && meeting.agenda.length > 0 && `**Agenda**: ${plain(meeting.agenda).join('; ')}`,
    draft && `**Draft**: ${quoteOurs(draft, { limit: 300 })}`,
    sections.length > 0 && `**Must be there**: ${listed(plain(sections))}`,
    methods.length > 0 && `**To find the causes**: ${plain(methods).join('; ')}`,
    signOff.length > 0 && `**Signed off by**: ${listed(signOff.map((role) => roleName(handbook, role)))}`,
  ];
  return lines.filter((line) => typeof line === 'string');
}

/** What a reviewer asks. */
export function postMortemChecks({ postMortem }: Handbook): readonly string[] {
  return postMortem.checks.map((check) => quoteOurs(check, { limit: 300 }));
}

/** `, done by …; meeting by …`, for the card; empty where no time is given. */
export function postMortemDates(incident: Incident, handbook: Handbook): string {
  const { due, meetingBy } = postMortemTimes(incident, handbook);
  const parts = [
    due && `done by ${at(due, incident, handbook)}`,
    meetingBy && `meeting by ${at(meetingBy, incident, handbook)}`,
  ].filter((part) => typeof part === 'string');
  return parts.map((part) => `; ${part}`).join('');
}

function meetingText(incident: Incident, handbook: Handbook): string | null {
  const { meeting } = handbook.postMortem;
  const { meetingBy, meetingNotBefore } = postMortemTimes(incident, handbook);
  if (!meeting) return null;
  const { current } = incident.severity;
  const length = atSeverity(meeting.length, current);
  const people = atSeverity(meeting.participants, current);
  const parts = [
    meetingBy && `by ${at(meetingBy, incident, handbook)}`,
    meetingNotBefore && `not before ${at(meetingNotBefore, incident, handbook)}`,
    length && quoteOurs(length, { limit: 60 }),
    people && people.length > 0 && `with ${listed(plain(people))}`,
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? null : `**Meeting**: ${parts.join(', ')}`;
}

function at(time: string, { milestones }: Incident, handbook: Handbook): string {
  return formatTime(time, handbook.zone, milestones.declared?.at);
}

function plain(words: readonly string[]): readonly string[] {
  return words.map((word) => quoteOurs(word, { limit: 200 }));
}
