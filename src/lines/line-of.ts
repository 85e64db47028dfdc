// From an incident, as its record makes it, to its line; and from an issue whose record cannot be read.

import type { CloseReason } from '../core/close-reason.ts';
import { withoutCredentials } from '../core/credential.ts';
import type { Draft } from '../core/draft.ts';
import type { Entry } from '../core/entry.ts';
import { baseOf } from '../core/entry.ts';
import { type Handbook, type Milestone, milestones, typeOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Person } from '../core/person.ts';
import { cadenceOf } from './cadence.ts';
import { clocksOfLine } from './clocks-of-line.ts';
import { detectionOf } from './detection.ts';
import { interventionsOf } from './interventions.ts';
import { type IncidentLine, lineSchemaVersion } from './line.ts';
import { postMortemOfLine } from './post-mortem-owed.ts';
import { severityOfLine } from './severity-changes.ts';

/** An issue as GitHub shows it now. */
export interface LineIssue {
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** Why it was closed; null: it is open, or GitHub does not say. */
  readonly reason: CloseReason | null;
  /** When it was opened, and closed; ISO UTC, whole seconds. */
  readonly at: string;
  readonly closedAt: string | null;
  readonly by: Person | null;
  /** Names of its labels. */
  readonly labels: readonly string[];
}

/** What the record of an incident holds: the replay of its entries, and all of them, refused ones too. */
export interface LineRecord {
  readonly incident: Incident;
  readonly entries: readonly Entry[];
}

/**
 * The line of an incident. @param handbook the one that it follows now. Total: what the handbook does not know (any more) stays as
 * it was said, or is null.
 */
export function lineOf(issue: LineIssue, { incident, entries }: LineRecord, handbook: Handbook): IncidentLine {
  return {
    ...head(issue),
    ...{ source: 'card', problem: null, handbook: incident.handbook.id, backfilled: incident.backfilled, drill: null },
    ...(!incident.confirmed && { confirmed: false }),
    declaredBy: login(incident.declaredBy),
    type: typeOfLine(incident.type.current, handbook),
    severity: severityOfLine(incident, handbook),
    status: incident.status,
    milestones: marksOf(incident),
    active: incident.segments.map(({ from, until }) => ({ from, until })),
    reopened: comebacks(incident),
    ...{ services: [...incident.services], situation: { ...incident.situation }, reported: { ...incident.reported } },
    detected: detectionOf(incident, handbook),
    ...doings(incident),
    cadence: [...cadenceOf(incident, entries, handbook)],
    closed: closingOf(incident),
    links: { ...incident.links, related: [...incident.links.related] },
    postMortem: postMortemOfLine(incident, handbook),
    ...{ clocks: clocksOfLine(incident, handbook), actionItems: null, causes: null },
    interventions: [...interventionsOf(entries, handbook)],
    entries: entries.length,
    refused: entries.filter(({ refusal }) => refusal !== undefined).length,
  };
}

/** What every line tells of its issue. */
export function head(
  issue: LineIssue,
): Pick<IncidentLine, 'schema' | 'repository' | 'issue' | 'url' | 'title' | 'state' | 'reporter'> {
  const { repository, number, url, title, state, by } = issue;
  const heading = { issue: number, url, title: withoutCredentials(title) };
  return { schema: lineSchemaVersion, repository, ...heading, state, reporter: login(by) };
}

/** An id that the handbook does not have is its own name, and counts. */
export function typeOfLine(id: string, handbook: Handbook | null): IncidentLine['type'] {
  const type = handbook ? typeOf(handbook, id) : undefined;
  return { id, name: type?.name ?? id, counted: type?.counted ?? true };
}

type Marks = IncidentLine['milestones'];

/** Nine milestones from what is known of each; null: nothing is. */
export function marked(markOf: (name: Milestone) => Marks[Milestone]): Marks {
  return Object.fromEntries(milestones.map((name) => [name, markOf(name)])) as Marks;
}

function marksOf(incident: Incident): Marks {
  return marked((name) => {
    const mark = incident.milestones[name];
    return mark ? { at: mark.at, saidAt: mark.saidAt, by: login(mark.by), inferred: mark.inferred } : null;
  });
}

/** How often it was said that it is back: by a relapse, a reopening, or both in one word. */
function comebacks({ timeline }: Incident): number {
  const isBack = ({ fact }: Entry): boolean =>
    fact?.kind === 'reopened' || (fact?.kind === 'status' && fact.relapse === true);
  return new Set(timeline.filter(isBack).map(({ source }) => baseOf(source))).size;
}

function doings({ tenures, tasks, called, drafts, ticks }: Incident) {
  return {
    roles: tenures.map(({ role, person, from, until, change }) => ({ role, login: person.login, from, until, change })),
    tasks: tasks.map(({ number, who, text, at, ended }) => ({
      ...{ number, login: who.login, text, at },
      ended: ended?.how ?? null,
    })),
    called: called.map(({ id, at, ended }) => ({ id, at, ended: ended?.how ?? null })),
    words: drafts.map(wordOf),
    checklist: Object.fromEntries(Object.entries(ticks).map(([item, tick]) => [item, tick.done])),
  };
}

function wordOf({ number, message, audience, by, at, approvals, published, retracted }: Draft) {
  return {
    ...{ number, message, audience, by: login(by), at },
    approvals: approvals.map((one) => ({ by: login(one.by), at: one.at, as: [...one.as], hash: one.hash })),
    published: published && {
      ...{ by: login(published.by), at: published.at, text: published.text, hash: published.hash },
      ...{ purpose: published.purpose, external: published.external, approver: login(published.approver) },
      ...{ dueAt: published.dueAt, lateMinutes: published.lateMinutes },
    },
    retracted: retracted && { by: login(retracted.by), at: retracted.at, because: retracted.because },
  };
}

function closingOf({ closed }: Incident): IncidentLine['closed'] {
  if (!closed) return null;
  const { reason, at, anyway, carriedOver = false } = closed;
  return { reason, at, anyway: [...anyway], carriedOver };
}

function login(person: Person | null): string | null {
  return person?.login ?? null;
}
