// The timeline as list lines: when, who, what, and where it was said.

import { commentOf, type Entry, happenedAt } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { formatTime, minutesBetween } from '../time/time.ts';
import { isTold } from './is-told.ts';
import { login } from './names.ts';
import { overdueText } from './replies/clock-words.ts';
import { describe } from './rows.ts';

/** Where and how a timeline is told. */
export interface TimelinePlace {
  /** In which times are shown. */
  readonly zone: string;
  /** Address of the issue, for the links to comments. */
  readonly issue: string;
}

/**
 * One Markdown list line an entry (what ran out at one moment is one), in the order in which things happened (what was said later about earlier stands where it
 * happened, with the time it was said).
 */
export function timelineLines(incident: Incident, handbook: Handbook, place: TimelinePlace): readonly string[] {
  return inOrder(incident).map((entries) => lineOf(entries, incident, handbook, place));
}

/** The same, the newest first: only as many as fit into so many characters (line ends counted), and how many were left out. */
export function newestLines(
  incident: Incident,
  handbook: Handbook,
  place: TimelinePlace,
  room: number,
): { readonly lines: readonly string[]; readonly leftOut: number } {
  const moments = inOrder(incident).toReversed();
  const lines: string[] = [];
  let left = room;
  for (const entries of moments) {
    const line = lineOf(entries, incident, handbook, place);
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return { lines, leftOut: moments.length - lines.length };
}

/** An entry, or what ran out at one moment: fifteen lines of it would bury what people said. */
type Moment = readonly Entry[];

function inOrder({ timeline }: Incident): readonly Moment[] {
  const told = timeline.filter(isTold).toSorted((one, other) => compare(happenedAt(one), happenedAt(other)));
  return [...Map.groupBy(told, (entry) => (isMissed(entry) ? happenedAt(entry) : entry)).values()];
}

function isMissed({ fact }: Entry): boolean {
  return fact?.kind === 'overdue' && !fact.callsOut;
}

function lineOf(moment: Moment, incident: Incident, handbook: Handbook, { zone, issue }: TimelinePlace): string {
  const [entry] = moment;
  if (!entry) return '';
  const day = incident.milestones.declared?.at;
  const when = formatTime(happenedAt(entry), zone, day);
  const corrected = entry.at !== undefined && Math.abs(minutesBetween(entry.at, entry.saidAt)) >= 1;
  const said = corrected ? ` *said ${formatTime(entry.saidAt, zone, day)}*` : '';
  const missed = moment.flatMap(({ fact }) => (fact?.kind === 'overdue' ? [fact] : []));
  const what =
    missed.length > 1 ? overdueText(missed, handbook, day ?? entry.saidAt) : describe(entry, handbook, incident);
  return `- ${when} **${whoOf(entry)}** ${what}${said}${link(entry, issue)}`;
}

/** GitHub's own refusal is nobody's act, nor is a time that has come. */
function whoOf({ by, fact }: Entry): string {
  if (fact?.kind === 'paged' && by === null) return 'Sitrep';
  if (fact?.kind === 'overdue') return fact.callsOut ? 'Clock' : 'Overdue';
  return fact?.kind === 'post-mortem-refused' ? 'GitHub' : login(by);
}

function link(entry: Entry, issue: string): string {
  const number = commentOf(entry);
  return number ? ` [↗](${issue}#issuecomment-${number})` : '';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
