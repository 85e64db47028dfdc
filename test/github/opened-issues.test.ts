// Issues that we open beside an incident: found again by what every look shows, and never a second time.
import { expect, test } from '@jest/globals';
import { diff } from '../../src/core/diff.ts';
import { type Effect, standIns } from '../../src/core/effect.ts';
import { mark } from '../../src/core/marker.ts';
import { markOpened } from '../../src/core/opened-issue.ts';
import { recall } from '../../src/core/recall.ts';
import { sealWith } from '../../src/core/seal.ts';
import { commentsOf, type Snapshot } from '../../src/core/snapshot.ts';
import type { Wanted } from '../../src/core/wanted.ts';
import { type ApplyMemory, apply } from '../../src/github/apply.ts';
import { isStale } from '../../src/github/recent-writes.ts';
import { ground, repo, seen, start } from './ground.ts';

type Opening = Extract<Effect, { kind: 'open-issue' }>;
const memory = (): ApplyMemory => ({ writes: new Map(), unpinned: new Set(), now: start });
const ticket = (incident: { readonly id: string; readonly number: number }, more: Partial<Opening> = {}): Opening => ({
  ...{ kind: 'open-issue', key: 'ticket', title: 'Fix it', body: markOpened('ticket', incident, 'Goes on from #1.') },
  ...{ labels: [], milestone: null, parent: false },
  ...more,
});

async function incident() {
  const made = ground();
  made.ada.openIssue(repo, { title: 'Checkout is down', body: '' });
  return { ...made, snapshot: await seen(made.github, 1) };
}

const keys = async ({ github }: Awaited<ReturnType<typeof incident>>) =>
  (await seen(github, 1)).opened.map(({ key, number, state }) => [key, number, state]);

test('an issue that we opened is shown by the look, in the one request, below the incident or beside it', async () => {
  const made = await incident();
  const { github, count, snapshot, ada } = made;
  await apply(github, snapshot, [ticket(snapshot.issue, { labels: ['BUG', 'nonsense'] })], memory());
  const below = markOpened('team:1', snapshot.issue, 'Sub-team of #1.');
  await apply(github, snapshot, [ticket(snapshot.issue, { key: 'team:1', body: below, parent: true })], memory());
  ada.close(repo, 3, 'not_planned');
  const before = count.graphql;
  const look = await seen(github, 1);
  expect(count.graphql - before).toBeLessThanOrEqual(2);
  expect(look.opened).toMatchObject([
    { key: 'ticket', number: 2, title: 'Fix it', state: 'open', reason: null },
    { key: 'team:1', number: 3, state: 'closed', reason: 'not_planned' },
  ]);
  expect(look.subIssueCount).toBe(1);
  expect((await seen(github, 2)).issue.labels.map(({ name }) => name)).toEqual(['bug']);
});

test('neither edits nor leaving the parent hide it; marks of others, and of other incidents, are not believed', async () => {
  const made = await incident();
  const { world, github, snapshot, ada, eve } = made;
  await apply(github, snapshot, [ticket(snapshot.issue, { parent: true })], memory());
  ada.editBody(repo, 2, 'nothing of this is true');
  const parent = world.repository('acme', 'ops')?.issues.get(1);
  const child = world.repository('acme', 'ops')?.issues.get(2);
  parent!.subIssues = [];
  child!.parent = null;
  eve.openIssue(repo, { title: 'Spoof', body: markOpened('spoof', snapshot.issue, 'See #1') });
  world.as('sitrep').openIssue(repo, {
    title: "Another one's",
    body: markOpened('other', { id: 'I_other', number: 1 }, 'See #1 and #9'),
  });
  world.as('sitrep').openIssue(repo, { title: 'Put in by somebody', body: 'See #1' });
  ada.editBody(repo, 5, markOpened('put-in', snapshot.issue, 'See #1'));
  expect(await keys(made)).toEqual([['ticket', 2, 'open']]);
});

test('the first of two with one key counts', async () => {
  const made = await incident();
  for (const _ of [1, 2]) await apply(made.github, made.snapshot, [ticket(made.snapshot.issue)], memory());
  expect(await keys(made)).toEqual([['ticket', 2, 'open']]);
});

test('only what is missing is opened, and beside an issue that can take no more below it', async () => {
  const { github, snapshot } = await incident();
  const seal = sealWith('s');
  const { kind: _, ...wanted } = ticket(snapshot.issue, { parent: true });
  const plan = (look: Snapshot) => {
    const nothing = { repositoryLabels: [], labels: [], noLabels: [], assignees: [], noAssignees: [], title: null };
    const all: Wanted = {
      ...nothing,
      state: null,
      reactions: [],
      comments: [],
      noComments: [],
      masked: [],
      takenDown: [],
      pullEdit: null,
      issues: [wanted],
      pull: null,
      card: null,
    };
    return diff(look, recall(look, seal), all);
  };
  expect(plan(snapshot)).toEqual([{ kind: 'open-issue', ...wanted }]);
  expect(plan({ ...snapshot, subIssueCount: 99 })).toEqual([{ kind: 'open-issue', ...wanted }]);
  expect(plan({ ...snapshot, subIssueCount: 100 })).toEqual([{ kind: 'open-issue', ...wanted, parent: false }]);
  await apply(github, snapshot, plan(snapshot), memory());
  expect(plan(await seen(github, 1))).toEqual([]);
});

test('card and comments that name it wait for its number; a label of the same pass is made first', async () => {
  const { github, count, snapshot } = await incident();
  const number = standIns.issue('ticket');
  const effects: readonly Effect[] = [
    { kind: 'create-comment', key: 'card', body: mark('card', '…') },
    { kind: 'create-label', name: 'ticket', color: 'ededed', description: '' },
    ticket(snapshot.issue, { labels: ['ticket'] }),
    { kind: 'create-comment', key: 'reply:1', body: mark('reply:1', `Goes on in #${number}.`) },
    { kind: 'write-card', comment: null, body: mark('card', `[#${number}](https://x/issues/${number}) Fix it`) },
  ];
  const before = count.graphql;
  const applied = await apply(github, snapshot, effects, memory());
  expect(applied).toMatchObject({ faults: [], heard: true, created: { issues: [{ key: 'ticket', number: 2 }] } });
  expect(count.graphql - before).toBe(4);
  const bodies = commentsOf(await seen(github, 1)).map(({ body }) => body);
  expect(bodies).toEqual([mark('card', '[#2](https://x/issues/2) Fix it'), mark('reply:1', 'Goes on in #2.')]);
  expect((await seen(github, 2)).issue.labels.map(({ name }) => name)).toEqual(['ticket']);
});

test('where GitHub does not open it, nothing names it and the card does not say that it was heard', async () => {
  const made = await incident();
  const { github, snapshot } = made;
  const effects: readonly Effect[] = [
    { kind: 'create-comment', key: 'card', body: mark('card', '…') },
    ticket(snapshot.issue, { milestone: 'gone' }),
    { kind: 'create-comment', key: 'reply:1', body: mark('reply:1', `In #${standIns.issue('ticket')}`) },
    { kind: 'write-card', comment: null, body: mark('card', 'heard') },
  ];
  const applied = await apply(github, snapshot, effects, memory());
  // The plan's own effects: whoever counts what was written must know them again.
  expect(applied.faults.map(({ effect }) => effects.indexOf(effect))).toEqual([1, 2]);
  expect(applied.heard).toBe(false);
  expect(commentsOf(await seen(github, 1)).map(({ body }) => body)).toEqual([mark('card', '…')]);
  expect(await keys(made)).toEqual([]);
});

test('a look that does not show it yet is stale for a minute', async () => {
  const { github, snapshot } = await incident();
  const known = memory();
  await apply(github, snapshot, [ticket(snapshot.issue)], known);
  expect(isStale(snapshot, known.writes, start)).toBe(true);
  expect(isStale(await seen(github, 1), known.writes, start)).toBe(false);
  expect(isStale(snapshot, known.writes, '2026-03-02T10:01:00Z')).toBe(false);
});

test('below an incident with many sub-issues all of ours are found', async () => {
  const made = await incident();
  const { world, github, snapshot, ada } = made;
  const parent = world.repository('acme', 'ops')!.issues.get(1)!;
  for (let count = 0; count < 30; count += 1) {
    const other = ada.openIssue(repo, { title: "Somebody else's" });
    other.parent = parent;
    parent.subIssues.push(other);
  }
  const teams = ['team:1', 'team:2'].map((key) =>
    ticket(snapshot.issue, { key, body: markOpened(key, snapshot.issue, 'Sub-team of #1.'), parent: true }),
  );
  await apply(github, snapshot, teams, memory());
  expect(await keys(made)).toEqual([
    ['team:1', 32, 'open'],
    ['team:2', 33, 'open'],
  ]);
  expect((await seen(github, 1)).subIssueCount).toBe(32);
});
