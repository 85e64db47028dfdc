// Everything people say in a thread: who, when, in which order, and under which source.

import type { Utterance } from '../../src/thread/utterance.ts';
import { sitrep, snapshot } from '../core/builder.ts';
import { ada, at, bob, brief, commands, happening, heard, monitor, spoken, stranger } from './builder.ts';

const kinds = (utterances: readonly Utterance[]) => utterances.map(({ kind }) => kind);

test('the report comes first, with the labels and the title it was opened with', () => {
  const [report, ...rest] = heard([
    happening('10:00', bob, { kind: 'labeled', label: 'incident' }),
    happening('10:01', bob, { kind: 'labeled', label: 'sev-2' }),
    happening('10:02', sitrep, { kind: 'labeled', label: 'status: new' }),
    happening('10:03', sitrep, { kind: 'renamed', from: 'Down', to: 'Checkout is down' }),
  ]);
  expect(report).toMatchObject({
    kind: 'report',
    source: 'form',
    by: bob,
    order: -1,
    labels: ['incident'],
    title: 'Down',
  });
  expect(rest).toMatchObject([{ kind: 'label', added: true, label: 'sev-2', by: bob }]);
  expect(rest[0]?.source).toMatch(/^event:[0-9a-f]{8}$/);
});

test('what others do with GitHub’s buttons is said; what we do is not', () => {
  const acts = [
    { kind: 'unlabeled', label: 'sev-1' },
    { kind: 'assigned', who: ada },
    { kind: 'unassigned', who: null },
    { kind: 'closed', reason: 'completed', closer: { kind: 'pull', name: '#9', url: 'u' } },
    { kind: 'reopened' },
    { kind: 'renamed', from: 'a', to: 'b' },
    { kind: 'marked-duplicate', original: 7 },
    { kind: 'comment-deleted', author: ada },
    { kind: 'transferred' },
  ] as const;
  const said = heard(acts.map((act) => happening('10:05', null, act)));
  expect(said.slice(1)).toMatchObject([
    { kind: 'label', added: false, label: 'sev-1', by: null },
    { kind: 'assignee', added: true, who: ada },
    { kind: 'close', reason: 'completed', closer: { kind: 'pull', name: '#9' } },
    { kind: 'reopen' },
    { kind: 'retitle', title: 'b' },
    { kind: 'duplicate', original: 7 },
  ]);
  expect(kinds(heard(acts.map((act) => happening('10:05', sitrep, act))))).toEqual(['report']);
});

describe('comments', () => {
  test('each command with its place, its comment and the comment above', () => {
    const one = spoken(1, bob, '10:01', 'it is slow');
    const ours = spoken(2, sitrep, '10:02', '/ack', { mine: true });
    const hidden = spoken(3, bob, '10:03', '/ack', { minimised: true });
    const two = spoken(4, ada, '10:04', 'x\n/note\n/ack');
    const said = commands(heard([one, ours, hidden, two]));
    expect(said).toMatchObject([
      { line: { word: 'note' }, by: ada, at: at('10:04'), order: 3001, above: one, comment: two },
      { line: { word: 'ack' }, order: 3002, above: one },
    ]);
    expect(new Set(said.map(({ source }) => source)).size).toBe(2);
    for (const { source } of said) expect(source).toMatch(/^comment:4:[0-9a-f]{8}$/);
  });

  test('bots are heard where the handbook names them', () => {
    expect(
      brief(
        heard([
          spoken(1, monitor, '10:01', '/ack'),
          spoken(2, stranger, '10:02', '/ack'),
          spoken(3, null, '10:03', '/ack'),
        ]),
      ),
    ).toEqual(['10:01 pagerduty: ack', '10:03 undefined: ack']);
  });

  test('the same words twice in one comment are two', () => {
    const sources = commands(heard([spoken(1, ada, '10:01', '/join\n/join')])).map(({ source }) => source);
    expect(new Set(sources).size).toBe(2);
  });

  test('said in order of time, then of the listing', () => {
    const late = spoken(1, ada, '10:05', '/ack');
    const early = spoken(2, bob, '10:01', '/join\n/leave');
    expect(brief(heard([late, early, spoken(3, bob, '10:05', '/status')]))).toEqual([
      '10:01 bob: join',
      '10:01 bob: leave',
      '10:05 ada: ack',
      '10:05 bob: status',
    ]);
  });
});

test('our merged pull request, not a fork’s, and what GitHub refused', () => {
  const pull = {
    id: 'P',
    number: 9,
    url: 'u',
    branch: 'post-mortem/1',
    state: 'merged',
    headOid: 'a',
    mine: true,
    fromFork: false,
    at: at('11:00'),
    mergedAt: at('12:00'),
    mergedBy: bob,
    body: '',
    reviewers: [],
    paths: [],
  } as const;
  const pulls = [
    pull,
    { ...pull, number: 10, fromFork: true },
    { ...pull, number: 11, mine: false },
    { ...pull, number: 12, state: 'open' as const },
  ];
  const refused = [{ what: 'pull-request' as const, message: 'not permitted', at: at('11:30') }];
  const said = heard([], { pulls, refused });
  expect(said.slice(1)).toMatchObject([
    { kind: 'refused-by-github', message: 'not permitted', by: null },
    { kind: 'merge', source: 'pull:9', pull: 9, by: bob, at: at('12:00') },
  ]);
});

test('a look at nothing says only the report', () => {
  expect(kinds(heard([], { issue: { ...snapshot().issue, by: null } }))).toEqual(['report']);
});
