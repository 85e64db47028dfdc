// Small values for the tests of the core: a look at an issue, people, entries.

import type { Entry } from '../../src/core/entry.ts';
import type { Person } from '../../src/core/person.ts';
import type { Comment, Revision, Snapshot } from '../../src/core/snapshot.ts';
import type { Fact } from '../../src/core/timeline.ts';

export const sitrep: Person = { id: 'BOT_1', login: 'sitrep', bot: true };
export const ada: Person = { id: 'U_ada', login: 'ada', bot: false };
export const bob: Person = { id: 'U_bob', login: 'bob', bot: false };

/** Day one at a time, as the core writes it. */
export function at(time: string): string {
  return `2026-03-02T${time}:00Z`;
}

let sources = 0;

/** An incident begins: nobody said how severe it is. */
export const declaredFact: Fact = {
  kind: 'declared',
  severity: 'sev-2',
  assumed: true,
  backfilled: false,
  title: 'Checkout is down',
  handbook: { id: 'workflow-guide', oid: null },
};

/** An accepted entry of ada's; `more` overrides. */
export function entry(time: string, fact: Fact, more: Partial<Entry> = {}): Entry {
  sources += 1;
  return { source: `comment:${sources}:00000000`, by: ada, saidAt: at(time), order: sources, fact, ...more };
}

export function comment(more: Partial<Comment>): Comment {
  return {
    kind: 'comment',
    id: 'IC_1',
    number: '1',
    url: 'https://github.com/acme/ops/issues/1#issuecomment-1',
    by: ada,
    at: at('10:00'),
    body: '',
    editedAt: null,
    editor: null,
    minimised: false,
    insider: false,
    mine: false,
    revisions: [],
    reactions: [],
    ...more,
  };
}

export function revision(id: string, by: Person, time: string, body: string): Revision {
  return { id, by, at: at(time), body };
}

export function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  return {
    repository: {
      id: 'R_1',
      owner: 'acme',
      name: 'ops',
      url: 'https://github.com/acme/ops',
      defaultBranch: 'main',
      headOid: 'a'.repeat(40),
      archived: false,
      private: false,
    },
    viewer: sitrep,
    named: {},
    issue: {
      id: 'I_1',
      number: 1,
      url: 'https://github.com/acme/ops/issues/1',
      title: 'Checkout is down',
      body: '',
      by: bob,
      at: at('10:00'),
      editedAt: null,
      editor: null,
      revisions: [],
      state: 'open',
      reason: null,
      locked: false,
      insider: false,
      isPullRequest: false,
      labels: [],
      assignees: [],
    },
    thread: [],
    labels: [],
    milestones: [],
    others: null,
    opened: [],
    subIssueCount: 0,
    people: {},
    branch: null,
    postMortemBranch: 'post-mortem/1',
    pulls: [],
    config: { oid: null, problems: [] },
    refused: [],
    ...more,
  };
}
