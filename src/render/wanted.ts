// From what should be true to the words that say so: every expectation becomes a label, a person, a comment's text or a pull request.

import { asksSomebody } from '../core/clock.ts';
import { standIns } from '../core/effect.ts';
import type { Entry } from '../core/entry.ts';
import type { Expectation, NextStep } from '../core/expectation.ts';
import type { Incident } from '../core/incident.ts';
import { encodeLedger } from '../core/ledger.ts';
import { mark } from '../core/marker.ts';
import type { IssueKey } from '../core/opened-issue.ts';
import type { Memory } from '../core/recall.ts';
import { type IncidentRecord, incidentAfter, incidentBefore } from '../core/record.ts';
import { numberOf, type Shelves, shelve } from '../core/shelves.ts';
import { commentsOf } from '../core/snapshot.ts';
import type { Wanted, WantedComment } from '../core/wanted.ts';
import { renderAnnouncement } from './announce.ts';
import { renderAnswers } from './answers.ts';
import { asHeard } from './as-heard.ts';
import { checklistComment } from './checklist-comment.ts';
import { pullWithout } from './pull-without.ts';
import { renderReminder } from './reminder-comment.ts';
import { adoptionWords } from './replies/adoption-words.ts';
import { exposureWords } from './replies/exposure-words.ts';
import { cutShort, recordTitle } from './replies/own-comments.ts';
import { renderReply } from './reply.ts';
import type { Scene } from './scene.ts';
import { wantedCard } from './wanted-card.ts';
import { maskedIssue, wantedIssue } from './wanted-issue.ts';
import { wantedPull } from './wanted-pull.ts';
import { wordComments } from './word-comments.ts';

type Of<Kind extends Expectation['expect']> = Extract<Expectation, { expect: Kind }>;

/** Puts all expectations into words. Pure: the same scene gives the same texts. */
export function render(expected: readonly Expectation[], scene: Scene): Wanted {
  const all = <Kind extends Expectation['expect']>(kind: Kind): readonly Of<Kind>[] =>
    expected.filter((expectation): expectation is Of<Kind> => expectation.expect === kind);
  const steps: readonly NextStep[] = all('next');
  const closed = all('closed')[0];
  const { incident, memory, record } = scene;
  const shelves = shelve(memory, inHeardOrder(memory, record), scene.snapshot.issue.locked);
  const said = spoken(expected, scene);
  const restored = all('own-words').filter(({ key }) => !said.some((one) => one.key === key));
  const checklist = incident ? all('checklist').map(() => checklistComment(incident, scene)) : [];
  const issues = all('issue').flatMap((expectation) => wantedIssue(expectation, scene) ?? []);
  const pull = all('post-mortem').map((expectation) => wantedPull(expectation, scene))[0] ?? null;
  return {
    repositoryLabels: all('repository-label').map(({ name, color, description }) => ({ name, color, description })),
    labels: all('label').map(({ name }) => name),
    noLabels: all('no-label').map(({ name }) => name),
    assignees: all('assignee').map(({ person }) => person),
    noAssignees: all('no-assignee').map(({ person }) => person),
    title: all('title')[0]?.title ?? null,
    state: closed
      ? { open: false, reason: closed.reason, original: closed.original, isNew: closed.isNew }
      : all('open')[0]
        ? { open: true }
        : null,
    reactions: all('reaction').flatMap(({ comment, ok }) => {
      const found = commentsOf(scene.snapshot).find(({ number }) => number === comment);
      return found ? [{ comment: found, ok }] : [];
    }),
    comments: [...records(shelves, scene), ...said, ...restored, ...checklist],
    issues,
    masked: all('masked-issue').map(({ opened, why }) => maskedIssue(opened, why, scene)),
    takenDown: all('taken-down').map(({ key, comment }) => ({ key, comment })),
    pullEdit: all('post-mortem-without').length > 0 ? pullWithout(scene) : null,
    noComments: all('no-comment').map(({ key, comment }) => ({ key, comment })),
    pull,
    card: incident
      ? wantedCard(
          all('snoozed').length > 0 ? incident : awake(incident),
          { steps, clocks: all('clock'), shelves, opens: pull !== null, issues, owesChecklist: checklist.length > 0 },
          scene,
        )
      : null,
  };
}

/** What was put off until a moment that has come is so no longer, though nobody said a word. */
function awake(incident: Incident): Incident {
  return incident.snooze ? { ...incident, snooze: null } : incident;
}

/** What was heard before, then what is new: sealed blocks never change because something was shown late. */
function inHeardOrder(memory: Memory, record: IncidentRecord): readonly Entry[] {
  const known = new Set(memory.entries.map((entry) => entry.source));
  return [...memory.entries, ...record.entries.filter((entry) => !known.has(entry.source))];
}

/** Older entries, sealed in comments of their own. */
function records({ records }: Shelves, { snapshot, seal }: Scene): readonly WantedComment[] {
  return records.map((ledger) => {
    const hidden = encodeLedger(ledger, snapshot.issue.id, seal);
    const body = `${recordTitle(numberOf(ledger))}\n\n${hidden}`;
    return { key: ledger.block, body: mark(ledger.block, body) };
  });
}

interface Spoken extends WantedComment {
  /** When the words that caused it were said: comments made in one pass stand in this order. */
  readonly at: string;
}

function spoken(expected: readonly Expectation[], scene: Scene): readonly WantedComment[] {
  const comments = [...expected.flatMap((expectation) => words(expectation, scene)), ...reminders(expected, scene)];
  return comments
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ key, body }) => ({ key, body: asHeard(body, scene.handbook, scene.topics) }));
}

function words(expectation: Expectation, scene: Scene): readonly Spoken[] {
  switch (expectation.expect) {
    case 'reply':
      return reply(expectation, scene);
    case 'announcement':
      return announcement(expectation, scene);
    case 'answers':
      return answers(expectation, scene);
    case 'exposure':
      return exposed(expectation, scene);
    case 'other-sitrep': {
      const { key, from, takenBy } = expectation;
      return [{ key, body: mark(key, adoptionWords(from, takenBy)), at: '' }];
    }
    case 'draft':
    case 'publication':
    case 'retraction':
      return wordComments(expectation, scene).map(({ key, body }) => ({ key, body, at: expectation.entry.saidAt }));
    default:
      return [];
  }
}

/**
 * What somebody is reminded of, in one comment a key; none where all of it was done before we could look, or asks nothing of anybody:
 * the record tells that.
 */
function reminders(expected: readonly Expectation[], scene: Scene): readonly Spoken[] {
  const all = expected.filter((one): one is Of<'reminder'> => one.expect === 'reminder');
  return [...Map.groupBy(all, ({ key }) => key)].flatMap(([key, together]) => {
    if (together.every(({ done, clock }) => done || !asksSomebody(clock))) return [];
    const at = together.map(({ entry }) => entry.saidAt).toSorted()[0] ?? '';
    return [{ key, body: mark(key, fitting(renderReminder(together, scene))), at }];
  });
}

function exposed({ key, entry }: Of<'exposure'>, { handbook, snapshot }: Scene): readonly Spoken[] {
  return [{ key, body: mark(key, exposureWords(handbook, snapshot.repository)), at: entry.saidAt }];
}

function reply({ key, entries, late }: Of<'reply'>, scene: Scene): readonly Spoken[] {
  const { record, handbook, snapshot, templates } = scene;
  const opened = (wanted: IssueKey): string =>
    String(snapshot.opened.find((one) => one.key === wanted)?.number ?? standIns.issue(wanted));
  const lines = entries.map((entry) => ({
    entry,
    get before() {
      return incidentBefore(record, entry, handbook);
    },
    get after() {
      return incidentAfter(record, entry, handbook);
    },
  }));
  const body = renderReply(
    { key, lines, late, handbook, issue: snapshot.issue, opened, problems: snapshot.config.problems },
    templates,
  );
  return body === null ? [] : [{ key, body: mark(key, fitting(body)), at: firstOf(entries) }];
}

function announcement({ key, turns }: Of<'announcement'>, { record, handbook }: Scene): readonly Spoken[] {
  const told = turns.flatMap(({ turn, entry }) => {
    const after = incidentAfter(record, entry, handbook);
    return after ? [{ turn, entry, after }] : [];
  });
  return [
    { key, body: mark(key, fitting(renderAnnouncement(told, handbook))), at: firstOf(turns.map(({ entry }) => entry)) },
  ];
}

function answers({ key, person, entries }: Of<'answers'>, scene: Scene): readonly Spoken[] {
  const { record, handbook } = scene;
  const questions = entries.map((entry) => ({ entry, incident: incidentAfter(record, entry, handbook) }));
  const body = renderAnswers(person, questions, handbook, scene.topics, scene.templates);
  return [{ key, body: mark(key, fitting(body)), at: firstOf(entries) }];
}

/** GitHub takes 65,536 characters; a longer text would be refused whole, and with it all that was heard (decision 12). */
const longestBody = 60_000;

function fitting(body: string): string {
  if (body.length <= longestBody) return body;
  return `${body.slice(0, body.lastIndexOf('\n', longestBody))}\n\n${cutShort()}`;
}

function firstOf(entries: readonly { readonly saidAt: string }[]): string {
  return entries[0]?.saidAt ?? '';
}
