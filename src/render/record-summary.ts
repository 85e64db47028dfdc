// The incident in at most ten lines: for who takes a role over and for who comes late.

import { nextUpdateDue } from '../clocks/next-update.ts';
import { openTasks } from '../core/called-tasks.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident, Task } from '../core/incident.ts';
import type { NoteKind } from '../core/timeline.ts';
import { formatTime } from '../time/time.ts';
import { code, listed, login, roleName, severityName, statusName } from './names.ts';
import { quoteText } from './quote.ts';

/**
 * At most ten Markdown list lines, the most needed first; times in the handbook's zone and UTC.
 * @param asked when somebody asked for it (ISO UTC): what was due before is said to be overdue
 */
export function recordSummary(incident: Incident, handbook: Handbook, asked = ''): readonly string[] {
  const { severity, situation, update } = incident;
  const when = (at: string): string => formatTime(at, handbook.zone, incident.milestones.declared?.at);
  const understanding = situation.summary ?? update?.text;
  const lines = [
    `**Severity** ${severityName(handbook, severity.current)}${severity.assumed ? ' (assumed)' : ''} since ${when(severity.since)}; **status** ${statusName(handbook, incident.status)} since ${when(incident.statusSince)}`,
    `**What is known** ${understanding ? quoteText(understanding, { limit: 200 }) : 'nothing yet'}`,
    situation.impact && `**Impact** ${quoteText(situation.impact, { limit: 200 })}`,
    incident.services.length > 0 && `**Services** ${servicesOf(incident)}`,
    situation.workaround && `**Workaround** ${quoteText(situation.workaround, { limit: 200 })}`,
    `**Roles** ${rolesOf(incident, handbook)}`,
    said(incident, ['decision'], '**Last decisions**', 2),
    said(incident, ['hypothesis', 'ruled-out'], '**Suspected and ruled out**', 2),
    tasks(incident),
    calledFor(incident, handbook),
    updateText(incident, handbook, when, asked),
  ];
  return lines.filter((line) => typeof line === 'string').map((line) => `- ${line}`);
}

/** The last update where it is not told already, and when the next one comes; that only while it runs. */
function updateText(
  incident: Incident,
  handbook: Handbook,
  when: (at: string) => string,
  asked: string,
): string | null {
  const { situation, update } = incident;
  const next = nextUpdateText(incident, handbook, when, asked);
  if (!update || !situation.summary) return next && `**Next update** ${next}`;
  const told = `**Last update** ${quoteText(update.text, { limit: 200 })} (${login(update.by)}, ${when(update.at)})`;
  return next ? `${told}, next one ${next}` : told;
}

/** When the update comes that the last one foretold, while it runs; null: none was. @param asked ISO UTC; empty: nobody asked */
export function nextUpdateText(
  incident: Incident,
  handbook: Handbook,
  when: (at: string) => string,
  asked: string,
): string | null {
  const next = nextUpdateDue(incident, handbook);
  if (next === null) return null;
  return `${asked > next ? 'overdue since' : 'due'} ${when(next)}`;
}

/** Who holds what, roles without a holder left out. */
export function rolesOf(incident: Incident, handbook: Handbook): string {
  const held = incident.tenures.filter((tenure) => tenure.until === null);
  const shown = [...new Set(held.map(({ role }) => role))].map((role) => {
    const people = held.filter((tenure) => tenure.role === role).map(({ person }) => login(person));
    return `${roleName(handbook, role)} (${listed(people.slice(0, 20))})`;
  });
  return shown.length === 0 ? 'nobody holds one yet' : shown.slice(0, 20).join(', ');
}

/** The services, at most thirty. */
export function servicesOf(incident: Incident): string {
  const more = incident.services.length - 30;
  const names = incident.services.slice(0, 30).map((name) => quoteText(name, { limit: 60 }));
  return more > 0 ? `${names.join(', ')} and ${more} more` : listed(names);
}

export function isOpen(task: Task): boolean {
  return task.ended === null;
}

function said(incident: Incident, kinds: readonly NoteKind[], heading: string, most: number): string | null {
  const notes = incident.timeline.flatMap(({ fact }) => {
    if (fact?.kind !== 'note' || !kinds.includes(fact.note)) return [];
    return [`${fact.note === 'ruled-out' ? 'not: ' : ''}${quoteText(fact.text, { limit: 150 })}`];
  });
  return notes.length === 0 ? null : `${heading} ${notes.slice(-most).join('; ')}`;
}

function calledFor(incident: Incident, handbook: Handbook): string | null {
  const open = openTasks(incident, handbook).map(({ id }) => code(id));
  return open.length === 0 ? null : `**To be done** ${listed(open.slice(0, 12))}`;
}

function tasks(incident: Incident): string | null {
  const open = incident.tasks.filter(isOpen);
  if (open.length === 0) return null;
  const shown = open
    .slice(0, 4)
    .map((task) => `${task.number} ${login(task.who)}: ${quoteText(task.text, { limit: 80 })}`);
  const more = open.length > 4 ? `; ${open.length - 4} more on the card` : '';
  return `**Open tasks** ${shown.join('; ')}${more}`;
}
