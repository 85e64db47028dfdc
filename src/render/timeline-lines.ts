// The timeline as list lines: when, who, what, and where it was said.

import { commentOf, type Entry, happenedAt } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { formatTime, minutesBetween } from '../core/time.ts';
import { login } from './names.ts';
import { describe, isTold } from './rows.ts';

/**
 * One Markdown list line an entry, in the order in which things happened (what was said later about earlier stands where it
 * happened, with the time it was said).
 * @param zone in which times are shown
 * @param issue address of the issue, for the links to comments
 */
export function timelineLines(incident: Incident, handbook: Handbook, zone: string, issue: string): readonly string[] {
  const day = incident.milestones.declared?.at;
  return incident.timeline
    .filter(isTold)
    .toSorted((one, other) => compare(happenedAt(one), happenedAt(other)))
    .map((entry) => {
      const when = formatTime(happenedAt(entry), zone, day);
      const corrected = entry.at !== undefined && Math.abs(minutesBetween(entry.at, entry.saidAt)) >= 1;
      const said = corrected ? ` *said ${formatTime(entry.saidAt, zone, day)}*` : '';
      return `- ${when} **${whoOf(entry)}** ${describe(entry, handbook, incident)}${said}${link(entry, issue)}`;
    });
}

/** GitHub's own refusal is nobody's act. */
function whoOf({ by, fact }: Entry): string {
  return fact?.kind === 'post-mortem-refused' ? 'GitHub' : login(by);
}

function link(entry: Entry, issue: string): string {
  const number = commentOf(entry);
  return number ? ` [↗](${issue}#issuecomment-${number})` : '';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
