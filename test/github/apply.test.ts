// What a plan does to the sandbox's world, whole, cut, and where GitHub says no.
import { expect, test } from '@jest/globals';
import { type Effect, standIns } from '../../src/core/effect.ts';
import { keyOf, mark } from '../../src/core/marker.ts';
import { markPull, postMortemTrailer } from '../../src/core/post-mortem-mark.ts';
import { commentsOf, type Snapshot } from '../../src/core/snapshot.ts';
import { type ApplyMemory, apply } from '../../src/github/apply.ts';
import type { GitHub } from '../../src/github/client.ts';
import { mutationDocument, mutationOf } from '../../src/github/mutations.ts';
import { overOctokit } from '../../src/github/octokit.ts';
import { isStale } from '../../src/github/recent-writes.ts';
import { octokitOver } from '../scenario/octokit-over.ts';
import { type Ground, ground, repo, seal, seen, start } from './ground.ts';
import { objections } from './published-schema.ts';

const memory = (): ApplyMemory => ({ writes: new Map(), unpinned: new Set(), now: start });

async function opened(): Promise<Ground & { readonly snapshot: Snapshot }> {
  const made = ground();
  made.ada.openIssue(repo, { title: 'Checkout is down', body: '' });
  made.ada.comment(repo, 1, '/role commander');
  return { ...made, snapshot: await seen(made.github, 1) };
}

const severity = { kind: 'create-label', name: 'sev-1', color: 'b60205', description: 'Critical' } as const;
const emptyCard = { kind: 'create-comment', key: 'card', body: mark('card', 'Reading the report…') } as const;
const writeCard = (comment: string | null, body = 'The card') =>
  ({ kind: 'write-card', comment, body: mark('card', body) }) as const;

/** A first pass as a plan makes it: everything at once. */
function everything(snapshot: Snapshot): readonly Effect[] {
  const headOid = snapshot.repository.headOid ?? '';
  const [said] = commentsOf(snapshot);
  const ada = said!.by!;
  const branch = 'post-mortem/1';
  return [
    emptyCard,
    severity,
    { kind: 'add-labels', names: ['sev-1', 'bug'] },
    { kind: 'add-assignees', people: [ada] },
    { kind: 'retitle', title: 'Checkout is down for all' },
    { kind: 'add-reaction', comment: said!.id, content: 'THUMBS_UP' },
    { kind: 'create-comment', key: 'checklist', body: mark('checklist', '- [ ] done') },
    { kind: 'create-branch', name: branch, oid: headOid },
    {
      kind: 'commit',
      branch,
      headOid,
      path: 'post-mortems/1.md',
      text: '# Why\n',
      message: `Write it\n\n${postMortemTrailer(snapshot.issue, seal)}`,
    },
    {
      kind: 'open-pull',
      branch,
      base: 'main',
      title: 'Post-mortem',
      body: markPull('Please fill in', snapshot.issue, seal),
    },
    { kind: 'request-review', pull: null, people: [ada] },
    { kind: 'pin-comment', key: 'card', comment: null },
    writeCard(null, `Post-mortem: #${standIns.pull}, checklist: ${standIns.checklist}`),
  ];
}

test('every kind of effect is a document that the published schema accepts', async () => {
  const { snapshot } = await opened();
  const more: readonly Effect[] = [
    { kind: 'remove-labels', names: ['bug'] },
    { kind: 'remove-assignees', people: [] },
    { kind: 'remove-reaction', comment: 'c', content: 'CONFUSED' },
    { kind: 'reopen' },
    { kind: 'close', reason: 'duplicate', original: 7 },
    { kind: 'reopen-pull', pull: 'p' },
    { kind: 'edit-comment', key: 'reply:1', comment: 'c', body: 'b' },
    { kind: 'open-issue', key: 'k', title: 't', body: 'b', labels: ['bug'], milestone: 'M', parent: true },
    { kind: 'delete-comment', key: 'card', comment: 'c' },
  ];
  const bearing = { ...snapshot, issue: { ...snapshot.issue, labels: [{ id: 'L1', name: 'Bug' }] } };
  const ids = { label: () => 'L1', comment: () => 'C1', pull: 'P1', original: () => 'I7' };
  const mutations = [...everything(snapshot), ...more].flatMap((effect) => mutationOf(effect, bearing, ids) ?? []);
  expect(mutations.length).toBe(21);
  const { document, variables } = mutationDocument(mutations);
  expect(objections(document)).toEqual([]);
  expect(document).not.toContain('Post-mortem');
  expect(Object.keys(variables).length).toBe(21);
});

test('a whole first pass: a document for the branch, one for its pull request, the card last and complete', async () => {
  const { world, github, count, snapshot } = await opened();
  const before = count.graphql;
  const applied = await apply(github, snapshot, everything(snapshot), memory());
  expect(applied.faults).toEqual([]);
  expect(applied).toMatchObject({ heard: true, refused: [], created: { pull: { number: 2 } } });
  expect(count.graphql - before).toBe(3);
  const after = await seen(github, 1);
  expect(after.issue.title).toBe('Checkout is down for all');
  expect(after.issue.labels.map(({ name }) => name).sort()).toEqual(['bug', 'sev-1']);
  expect(after.issue.assignees.map(({ login }) => login)).toEqual(['ada']);
  expect(after.pulls).toMatchObject([
    { mine: true, state: 'open', paths: ['post-mortems/1.md'], reviewers: [{ login: 'ada' }] },
  ]);
  expect(after.branch?.message).toContain('Sitrep-Post-Mortem: 1');
  const [card, checklist] = commentsOf(after).filter((comment) => comment.mine);
  expect(card?.body).toBe(mark('card', `Post-mortem: #2, checklist: ${checklist?.url}`));
  expect(
    world
      .repository('acme', 'ops')
      ?.issues.get(1)
      ?.timeline.some((item) => item.kind === 'IssueComment' && item.pinned),
  ).toBe(true);
});

test('a pass that says nothing new is one document with the card in it', async () => {
  const { world, github, count, snapshot } = await opened();
  const card = world.as('sitrep').comment(repo, 1, emptyCard.body);
  const before = count.graphql;
  const effects: readonly Effect[] = [{ kind: 'add-labels', names: ['bug'] }, writeCard(card.nodeId)];
  const applied = await apply(github, snapshot, effects, memory());
  expect(applied).toMatchObject({ heard: true, faults: [], requests: 1 });
  expect(count.graphql - before).toBe(1);
});

test('a card that waits for nothing else is made whole, in one document and without a history', async () => {
  const { github, count, snapshot } = await opened();
  const before = count.graphql;
  const kept = memory();
  const effects: readonly Effect[] = [emptyCard, { kind: 'add-labels', names: ['bug'] }, writeCard(null, 'All of it')];
  expect(await apply(github, snapshot, effects, kept)).toMatchObject({ heard: true, faults: [], requests: 1 });
  expect(count.graphql - before).toBe(1);
  const after = await seen(github, 1);
  expect(commentsOf(after).filter(({ mine }) => mine)).toMatchObject([
    { body: mark('card', 'All of it'), editedAt: null, revisions: [] },
  ]);
  expect(isStale(snapshot, kept.writes, start)).toBe(true);
  expect(isStale(after, kept.writes, start)).toBe(false);
});

test('a whole card that GitHub refuses is the fault of the comment that was planned', async () => {
  const { github, snapshot } = await opened();
  const effects: readonly Effect[] = [emptyCard, severity, writeCard(null, 'x'.repeat(65_537))];
  const applied = await apply(github, snapshot, effects, memory());
  expect(applied.heard).toBe(false);
  expect(applied.faults.map(({ effect }) => effect)).toEqual([emptyCard]);
});

test('the checklist is written beside the card, and a fault in it does not keep the card back: every plan compares it', async () => {
  const { github, world, count, snapshot } = await opened();
  const card = world.as('sitrep').comment(repo, 1, emptyCard.body);
  const list = world.as('sitrep').comment(repo, 1, mark('checklist', '- [ ] done'));
  const edit = (comment: string): Effect => ({ kind: 'edit-comment', key: 'checklist', comment, body: '- [x] done' });
  const before = count.graphql;
  const done = await apply(github, snapshot, [edit(list.nodeId), writeCard(card.nodeId)], memory());
  expect([done.heard, count.graphql - before]).toEqual([true, 1]);
  const failed = await apply(github, snapshot, [edit('IC_gone'), writeCard(card.nodeId, 'Anew')], memory());
  expect([failed.heard, failed.faults.length]).toEqual([true, 1]);
  expect(commentsOf(await seen(github, 1)).find(({ id }) => id === card.nodeId)?.body).toBe(mark('card', 'Anew'));
});

test('any prefix of a plan is done in its order and nothing beyond it', async () => {
  const { snapshot: first } = await opened();
  for (let cut = 0; cut <= everything(first).length; cut += 1) {
    const { github, snapshot } = await opened();
    const applied = await apply(github, snapshot, everything(snapshot).slice(0, cut), memory());
    expect(applied.faults).toEqual([]);
    const after = await seen(github, 1);
    const kinds = everything(snapshot)
      .slice(0, cut)
      .map(({ kind }) => kind);
    expect(after.pulls.length).toBe(kinds.includes('open-pull') ? 1 : 0);
    expect(after.branch !== null).toBe(kinds.includes('create-branch'));
    expect(commentsOf(after).filter(({ mine }) => mine).length).toBe(
      kinds.filter((kind) => kind === 'create-comment').length,
    );
  }
});

test('what was not answered is not heard: a comment that GitHub refuses keeps the card unwritten', async () => {
  const { github, snapshot } = await opened();
  const long = { kind: 'create-comment', key: 'reply:1', body: 'x'.repeat(65_537) } as const;
  const applied = await apply(github, snapshot, [emptyCard, severity, long, writeCard(null)], memory());
  expect(applied.heard).toBe(false);
  expect(applied.faults).toMatchObject([{ effect: { kind: 'create-comment', key: 'reply:1' } }]);
  const after = await seen(github, 1);
  expect(after.labels.map(({ name }) => name)).toContain('sev-1');
  expect(
    commentsOf(after)
      .filter(({ mine }) => mine)
      .map(({ body }) => body),
  ).toEqual([emptyCard.body]);
});

test('what every look shows again does not keep the card from being written', async () => {
  const { github, snapshot } = await opened();
  const stranger = { id: 'U_gone', login: 'gone', bot: false };
  const effects: readonly Effect[] = [emptyCard, { kind: 'add-assignees', people: [stranger] }, writeCard(null)];
  const applied = await apply(github, snapshot, effects, memory());
  expect(applied.heard).toBe(true);
  expect(applied.faults).toMatchObject([{ effect: { kind: 'add-assignees' } }]);
  expect(commentsOf(await seen(github, 1)).at(-1)?.body).toBe(mark('card', 'The card'));
});

test("GitHub's refusal of the pull request by a setting is told apart, and the card waits for it to be said", async () => {
  const { github, snapshot } = await opened();
  const message = 'GitHub Actions is not permitted to create or approve pull requests (createPullRequest)';
  const refusing: GitHub = {
    ...github,
    graphql: async (document, variables) => {
      if (!document.includes('createPullRequest')) return github.graphql(document, variables);
      const alias = /(e\d+): createPullRequest/.exec(document)?.[1] ?? '';
      return { data: { [alias]: null }, errors: [{ message, type: 'FORBIDDEN', path: [alias] }] };
    },
  };
  const applied = await apply(refusing, snapshot, everything(snapshot), memory());
  expect(applied).toMatchObject({ heard: false, refused: [{ what: 'pull-request', message, at: start }] });
});

test('a branch that is already there is a fault for the next pass, not a refusal', async () => {
  const { github, bob, snapshot } = await opened();
  bob.createBranch(repo, 'post-mortem/1');
  const applied = await apply(github, snapshot, everything(snapshot), memory());
  expect(applied.heard).toBe(false);
  expect(applied.refused).toEqual([]);
  expect(applied.faults.map(({ effect }) => effect.kind)).toContain('create-branch');
});

test('a GitHub without pins is no fault', async () => {
  const { github, snapshot } = await opened();
  const old: GitHub = { ...github, rest: async () => ({ status: 404, data: { message: 'Not Found' } }) };
  const pin = { kind: 'pin-comment', key: 'card', comment: null } as const;
  expect(await apply(old, snapshot, [emptyCard, pin, writeCard(null)], memory())).toMatchObject({
    heard: true,
    faults: [],
  });
});

test('nothing is retried: an answer that was lost is thrown, and the comment stands once', async () => {
  const { github, faults, world, snapshot } = await opened();
  faults.order('502 after 1', world);
  await expect(apply(github, snapshot, [emptyCard, writeCard(null)], memory())).rejects.toThrow();
  expect(commentsOf(await seen(github, 1)).filter(({ mine }) => mine).length).toBe(1);
});

/** GitHub fails one field of the document in which the card is written, and does the others. */
async function withFailedReaction(type: string | null) {
  const { github, world, snapshot } = await opened();
  const card = world.as('sitrep').comment(repo, 1, emptyCard.body);
  const sent: string[] = [];
  const failing: GitHub = {
    ...github,
    graphql: async (document, variables) => {
      sent.push(document);
      if (sent.length > 1 || !document.includes('e0: addReaction')) return github.graphql(document, variables);
      const one = mutationDocument([mutationOf(writeCard(card.nodeId), snapshot, nothingKnown)!]);
      await github.graphql(one.document, one.variables);
      return { data: { e0: null, e1: {} }, errors: [{ message: 'Something went wrong', type: type!, path: ['e0'] }] };
    },
  };
  const said = commentsOf(snapshot)[0]!;
  const thanks = { kind: 'add-reaction', comment: said.id, content: 'THUMBS_UP' } as const;
  const applied = await apply(failing, snapshot, [thanks, writeCard(card.nodeId)], memory());
  const found = commentsOf(await seen(github, 1)).find(({ id }) => id === said.id);
  return { applied, sent, reactions: found?.reactions.map(({ content }) => content) };
}

const nothingKnown = { label: () => undefined, comment: () => undefined, pull: undefined, original: () => undefined };

test('a reaction that GitHub failed beside the card is sent once more: no later pass would know of it', async () => {
  const { applied, sent, reactions } = await withFailedReaction(null);
  expect(applied).toMatchObject({ heard: true, faults: [], requests: 2 });
  expect([sent.length, reactions]).toEqual([2, ['THUMBS_UP']]);
});

test('a reaction that GitHub refuses for good is not asked for again', async () => {
  const { applied, sent, reactions } = await withFailedReaction('FORBIDDEN');
  expect(applied.faults).toMatchObject([{ effect: { kind: 'add-reaction' }, type: 'FORBIDDEN' }]);
  expect([sent.length, reactions]).toEqual([1, []]);
});

test('second cards go only when the card stands', async () => {
  const { github, world, snapshot } = await opened();
  const card = world.as('sitrep').comment(repo, 1, emptyCard.body);
  const twin = world.as('sitrep').comment(repo, 1, emptyCard.body);
  const remove = { kind: 'delete-comment', key: 'card', comment: twin.nodeId } as const;
  const kept = await apply(github, snapshot, [writeCard('IC_wrong'), remove], memory());
  expect(kept.heard).toBe(false);
  expect(commentsOf(await seen(github, 1)).filter(({ mine }) => mine).length).toBe(2);
  await apply(github, snapshot, [writeCard(card.nodeId), remove], memory());
  expect(commentsOf(await seen(github, 1)).map(({ body }) => keyOf(body))).toEqual([null, 'card']);
});

test('closing as a duplicate names the original', async () => {
  const { github, ada, snapshot } = await opened();
  ada.openIssue(repo, { title: 'The first one', body: '' });
  const applied = await apply(github, snapshot, [{ kind: 'close', reason: 'duplicate', original: 2 }], memory());
  expect(applied.faults).toEqual([]);
  const { issue, thread } = await seen(github, 1);
  expect(issue).toMatchObject({ state: 'closed', reason: 'duplicate' });
  expect(thread.find((item) => item.kind === 'marked-duplicate')).toMatchObject({ original: 2 });
});

test('a look that does not show what was just written is stale, until a minute has gone', async () => {
  const { github, world, ada, snapshot } = await opened();
  const kept = memory();
  await apply(github, snapshot, [emptyCard, writeCard(null)], kept);
  expect(isStale(snapshot, kept.writes, start)).toBe(true);
  expect(isStale(snapshot, kept.writes, '2026-03-02T10:01:00Z')).toBe(false);
  const look = await seen(github, 1);
  expect(isStale(look, kept.writes, start)).toBe(false);
  const card = commentsOf(look).find(({ mine }) => mine)!;
  const older = {
    ...look,
    thread: look.thread.map((item) => (item === card ? { ...card, body: emptyCard.body } : item)),
  };
  expect(isStale(older, kept.writes, start)).toBe(true);
  world.now = '2026-03-02T10:00:30Z';
  ada.editComment(repo, card.id, 'mine now');
  expect(isStale(await seen(github, 1), kept.writes, start)).toBe(false);
  ada.deleteComment(repo, card.id);
  expect(isStale(await seen(github, 1), kept.writes, '2026-03-02T10:00:31Z')).toBe(false);
});

test('what only the pass that hears of it asks for must be answered before the card is written; a no for good is an answer', async () => {
  const { github, bob, world, snapshot } = await opened();
  const card = world.as('sitrep').comment(repo, 1, emptyCard.body).nodeId;
  const pull = bob.openPull(repo, { title: 'swordfish', head: 'x', files: { a: 'b' } }).nodeId;
  const edit = { kind: 'edit-pull', pull, title: 'Post-mortem', body: null } as const;
  const failing = (type: string | null): GitHub => ({
    ...github,
    graphql: async (document, variables) =>
      document.includes('updatePullRequest')
        ? { data: { e0: null }, errors: [{ message: 'No', ...(type && { type }), path: ['e0'] }] }
        : github.graphql(document, variables),
  });
  const heard = async (type: string | null) =>
    (await apply(failing(type), snapshot, [edit, writeCard(card)], memory())).heard;
  expect([await heard(null), await heard('FORBIDDEN')]).toEqual([false, true]);
});

test('after a write of which GitHub did not say whether it was done, no look is believed for some seconds', async () => {
  const { github, faults, world, snapshot } = await opened();
  const later = (seconds: number) => new Date(Date.parse(start) + seconds * 1000).toISOString();
  const unanswered = async (fails: string) => {
    const kept = memory();
    faults.order(fails, world);
    await expect(apply(github, snapshot, [emptyCard, writeCard(null)], kept)).rejects.toThrow();
    return [3, 9].map((seconds) => isStale(snapshot, kept.writes, later(seconds)));
  };
  expect(await unanswered('502 after 1')).toEqual([true, false]);
  expect(await unanswered('drops 1')).toEqual([true, false]);
  const limited = memory();
  faults.strikes.aim(
    { fields: ['addComment'], nth: 1, blow: { kind: 'limited', status: 403, retryAfter: 60, writes: 0 } },
    world,
  );
  const client = overOctokit(octokitOver(github));
  await expect(apply(client, snapshot, [emptyCard, writeCard(null)], limited)).rejects.toThrow();
  expect(isStale(snapshot, limited.writes, later(3))).toBe(false);
});

test('an error that GitHub does not name may hide a comment that stands', async () => {
  const { github, faults, world, snapshot } = await opened();
  const kept = memory();
  const blow = { kind: 'broken', done: 'all', answer: 'partial' } as const;
  faults.strikes.aim({ fields: ['addComment'], nth: 1, blow }, world);
  expect(await apply(github, snapshot, [emptyCard, writeCard(null)], kept)).toMatchObject({ heard: false });
  expect(isStale(snapshot, kept.writes, start)).toBe(true);
});
