// Turns of the incident, told in a comment because edits and labels notify nobody.

import { baseOf, type Entry, shortHash } from '../core/entry.ts';
import type { Expectation } from '../core/expectation.ts';
import { type Handbook, rank, type Turn } from '../core/handbook.ts';
import { holders, type Incident } from '../core/incident.ts';
import { type IncidentRecord, incidentAfter, incidentBefore, maySpeak } from '../core/record.ts';
import { minutesBetween } from '../time/time.ts';
import type { Rule, View } from './rule.ts';

interface Turning {
  readonly turn: Turn;
  readonly entry: Entry;
}

/** Turns said within this time of the first share one comment (decision 13). */
const mergedMinutes = 2;

/** The turns that the handbook wants announced, one line each: edits and labels notify nobody. */
export const announcements: Rule = {
  name: 'announcements',
  does: "One line at each turn that the handbook's `announce` names; turns within two minutes share a comment.",
  expect(_incident, handbook, _now, view) {
    if (handbook.announce.length === 0) return [];
    return groups(turnings(handbook, view)).flatMap((turns): Expectation[] => {
      const [first] = turns;
      const fresh = turns.some(({ entry }) => maySpeak(view.record, entry));
      return first && fresh
        ? [{ expect: 'announcement', key: `announce:${shortHash(first.entry.source)}`, turns }]
        : [];
    });
  },
};

function turnings(handbook: Handbook, { record }: View): readonly Turning[] {
  const telling = record.entries.filter(({ fact }) => fact && ['severity', 'role', 'status'].includes(fact.kind));
  return telling.flatMap((entry) => {
    const before = incidentBefore(record, entry, handbook);
    const after = incidentAfter(record, entry, handbook);
    if (!before || !after || !isConfirmedBy(entry, record, handbook)) return [];
    return handbook.announce.filter((turn) => turned[turn](before, after, handbook)).map((turn) => ({ turn, entry }));
  });
}

/** Whether it counted once these words were heard: working on an outsider's report confirms it with the same breath. */
function isConfirmedBy(entry: Entry, record: IncidentRecord, handbook: Handbook): boolean {
  const last = record.entries.findLast(({ source }) => baseOf(source) === baseOf(entry.source)) ?? entry;
  return incidentAfter(record, last, handbook)?.confirmed === true;
}

const turned: Readonly<Record<Turn, (before: Incident, after: Incident, handbook: Handbook) => boolean>> = {
  raised: (before, after, handbook) => rank(handbook, after.severity.current) < rank(handbook, before.severity.current),
  lowered: (before, after, handbook) =>
    rank(handbook, after.severity.current) > rank(handbook, before.severity.current),
  commander: (before, after, handbook) => leaders(before, handbook) !== leaders(after, handbook),
  mitigated: (before, after, handbook) => enters(before, after, handbook, 'mitigated'),
  resolved: (before, after, handbook) => enters(before, after, handbook, 'resolved'),
  relapsed: (before, after) => after.segments.length > before.segments.length,
};

function leaders(incident: Incident, handbook: Handbook): string {
  const leading = handbook.roles.filter((role) => role.leads);
  return leading.flatMap((role) => holders(incident, role.id).map((person) => person.id)).join();
}

function enters(before: Incident, after: Incident, handbook: Handbook, milestone: string): boolean {
  const status = handbook.statuses.find((candidate) => candidate.milestone === milestone);
  return status !== undefined && before.status !== status.id && after.status === status.id;
}

function groups(turnings: readonly Turning[]): readonly (readonly Turning[])[] {
  const all: Turning[][] = [];
  for (const turning of turnings) {
    const first = all.at(-1)?.[0];
    if (first && minutesBetween(first.entry.saidAt, turning.entry.saidAt) < mergedMinutes) all.at(-1)?.push(turning);
    else all.push([turning]);
  }
  return all;
}
