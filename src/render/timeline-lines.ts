// The timeline as list lines: when, who, what, and where it was said.

import { commentOf, type Entry, happenedAt } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { formatTime, minutesBetween } from '../core/time.ts';
import { login } from './names.ts';
import { describe, isTold } from './rows.ts';

/** Where and how a timeline is told. */
export interface TimelinePlace {
  /** In which times are shown. */
  readonly zone: string;
  /** Address of the issue, for the links to comments. */
  readonly issue: string;
}

/**
 * One Markdown list line an entry, in the order in which things happened (what was said later about earlier stands where it
 * happened, with the time it was said).
 */
export function timelineLines(incident: Incident, handbook: Handbook, place: TimelinePlace): readonly string[] {
  return inOrder(incident).map((entry) => lineOf(entry, incident, handbook, place));
}

/** The same, the newest first: only as many as fit into so many characters (line ends counted), and how many were left out. */
export function newestLines(
  incident: Incident,
  handbook: Handbook,
  place: TimelinePlace,
  room: number,
): { readonly lines: readonly string[]; readonly leftOut: number } {
  const entries = inOrder(incident).toReversed();
  const lines: string[] = [];
  let left = room;
  for (const entry of entries) {
    const line = lineOf(entry, incident, handbook, place);
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return { lines, leftOut: entries.length - lines.length };
}

function inOrder({ timeline }: Incident): readonly Entry[] {
  return timeline.filter(isTold).toSorted((one, other) => compare(happenedAt(one), happenedAt(other)));
}

function lineOf(entry: Entry, incident: Incident, handbook: Handbook, { zone, issue }: TimelinePlace): string {
  const day = incident.milestones.declared?.at;
  const when = formatTime(happenedAt(entry), zone, day);
  const corrected = entry.at !== undefined && Math.abs(minutesBetween(entry.at, entry.saidAt)) >= 1;
  const said = corrected ? ` *said ${formatTime(entry.saidAt, zone, day)}*` : '';
  return `- ${when} **${whoOf(entry)}** ${describe(entry, handbook, incident)}${said}${link(entry, issue)}`;
}

/** GitHub's own refusal is nobody's act, nor is a time that has come. */
function whoOf({ by, fact }: Entry): string {
  if (fact?.kind === 'paged' && by === null) return 'Sitrep';
  if (fact?.kind === 'overdue') return 'Clock';
  return fact?.kind === 'post-mortem-refused' ? 'GitHub' : login(by);
}

function link(entry: Entry, issue: string): string {
  const number = commentOf(entry);
  return number ? ` [↗](${issue}#issuecomment-${number})` : '';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
