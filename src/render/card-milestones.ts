// The nine moments: when, who said so and when, inferred ones marked, missing ones with the command that sets them.
import { type Handbook, type Milestone, milestones, statusFor } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { MilestoneMark } from '../core/milestone.ts';
import { formatTime, minutesBetween } from '../time/time.ts';
import type { CardRow } from './card-situation.ts';
import { login, toType } from './names.ts';

/** A row a milestone, in the handbook's zone and UTC. `reviewed` is left out where no post-mortem is asked for. */
export function milestoneRows(incident: Incident, handbook: Handbook, reviewed: boolean): readonly CardRow[] {
  const shown = milestones.filter((name) => name !== 'reviewed' || reviewed || incident.milestones.reviewed);
  return shown.map((name) => {
    const mark = incident.milestones[name];
    return { name, text: mark ? markText(mark, incident, handbook) : missingText(name, incident, handbook) };
  });
}

function markText(mark: MilestoneMark, incident: Incident, handbook: Handbook): string {
  const when = formatTime(mark.at, handbook.zone, incident.milestones.declared?.at);
  const corrected = Math.abs(minutesBetween(mark.at, mark.saidAt)) >= 1;
  const said = formatTime(mark.saidAt, handbook.zone, mark.at);
  const notes = [
    mark.inferred && `*inferred* from ${login(mark.by)}'s first act`,
    corrected && `said ${said}${mark.by ? ` by ${login(mark.by)}` : ''}`,
  ].filter((note) => typeof note === 'string');
  return notes.length > 0 ? `${when} (${notes.join(', ')})` : when;
}

function missingText(name: Milestone, incident: Incident, handbook: Handbook): string {
  if (name === 'reviewed') return '— when the post-mortem is merged';
  if (incident.closed && name === 'closed') return '—';
  return `— ${toType(`${commandFor(name)}${isPassed(name, incident, handbook) ? ' at HH:MM' : ''}`)}`;
}

/** What it went past can only be told with its time. */
function isPassed(name: Milestone, { status }: Incident, handbook: Handbook): boolean {
  const place = (id: string | undefined): number => handbook.statuses.findIndex((one) => one.id === id);
  const own = statusFor(handbook, name);
  return own !== undefined && place(status) > place(own.id);
}

function commandFor(name: Milestone): string {
  if (name === 'started' || name === 'detected') return `/${name} HH:MM`;
  if (name === 'acknowledged') return '/ack';
  if (name === 'closed') return '/close';
  return name === 'declared' ? '/declared HH:MM' : `/${name}`;
}
