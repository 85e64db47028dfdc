// What a checklist item may need on record, since when it is, and the line that puts it there.
import type { Need } from './checklist-item.ts';
import { type Entry, happenedAt } from './entry.ts';
import type { Milestone } from './handbook.ts';
import type { Incident } from './incident.ts';
import type { Fact, SituationField } from './timeline.ts';

/** A fact that proves something: when it happened and when it was said, ISO UTC. */
export interface Found {
  readonly at: string;
  readonly saidAt: string;
}

/** The line to type for each. */
export const linesToSay: Readonly<Record<Need, string>> = {
  summary: '/summary …',
  impact: '/impact …',
  workaround: '/workaround …',
  solution: '/solution …',
  services: '/affects +service',
  'users-affected': '/users …',
  functions: '/functions …',
  symptoms: '/symptoms …',
  type: '/type …',
  roles: '/role …',
  decision: '/decision …',
  started: '/started HH:MM',
  detected: '/detected HH:MM',
  declared: '/declared HH:MM',
  acknowledged: '/ack',
  identified: '/identified',
  mitigated: '/mitigated',
  resolved: '/resolved',
};

/** The first fact that told it, said after `since` (ISO UTC; null: ever); null: it is not on record. */
export function onRecord(need: Need, incident: Incident, since: string | null): Found | null {
  const first = (is: (fact: Fact) => boolean): Found | null => {
    const late = (entry: Entry): boolean => since === null || entry.saidAt > since;
    const found = incident.timeline.find((entry) => entry.fact && late(entry) && is(entry.fact));
    return found ? { at: happenedAt(found), saidAt: found.saidAt } : null;
  };
  switch (need) {
    case 'summary':
    case 'impact':
    case 'workaround':
    case 'solution':
      return first(isSituation(need));
    case 'users-affected':
    case 'functions':
    case 'symptoms':
      return first((fact) => fact.kind === 'reported' && fact.field === need);
    case 'services':
      return incident.services.length > 0 ? first((fact) => fact.kind === 'services' && fact.add.length > 0) : null;
    case 'type':
      return first((fact) => fact.kind === 'type');
    case 'roles':
      return first((fact) => fact.kind === 'role' && fact.holder !== null);
    case 'decision':
      return first((fact) => fact.kind === 'note' && fact.note === 'decision');
    default:
      return marked(need, incident, since);
  }
}

function isSituation(field: SituationField): (fact: Fact) => boolean {
  return (fact) => fact.kind === 'situation' && fact.field === field;
}

function marked(milestone: Milestone, { milestones }: Incident, since: string | null): Found | null {
  const mark = milestones[milestone];
  return mark && (since === null || mark.saidAt > since) ? { at: mark.at, saidAt: mark.saidAt } : null;
}
