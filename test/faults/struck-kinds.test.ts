// No kind of effect is forgotten by the blows: each is struck as the write that it is, in stories in which that is written.
import { Faults } from '../../sandbox/faults.ts';
import { type Effect, standIns } from '../../src/core/effect.ts';
import { mark } from '../../src/core/marker.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';
import { mutationOf } from '../../src/github/mutations.ts';
import { pinRoute } from '../../src/github/pin.ts';
import { ground, repo, seen } from '../github/ground.ts';
import { beginWith } from '../scenario/engine.ts';
import { parseStory } from '../scenario/parse.ts';
import { playStory } from '../scenario/player.ts';
import { scenarioFiles } from './injections.ts';
import { type Aim, kindNames, type StruckKind, struckAs, struckKinds, struckPin } from './struck-kinds.ts';
import { struckStories } from './struck-stories.ts';

const reply = mark('reply:1', 'b');

/** One of each; a new kind does not compile without. */
function examples({ repository }: Snapshot): { readonly [Kind in Effect['kind']]: Extract<Effect, { kind: Kind }> } {
  const branch = 'post-mortem/1';
  const oid = repository.headOid ?? '';
  const said = { title: 't', body: 'b' };
  const made = { path: 'p.md', text: 't', message: 'm' };
  return {
    'create-label': { kind: 'create-label', name: 'x', color: 'b60205', description: 'd' },
    'add-labels': { kind: 'add-labels', names: ['bug'] },
    'remove-labels': { kind: 'remove-labels', names: ['bug'] },
    'add-assignees': { kind: 'add-assignees', people: [] },
    'remove-assignees': { kind: 'remove-assignees', people: [] },
    'add-reaction': { kind: 'add-reaction', comment: 'c', content: 'THUMBS_UP' },
    'remove-reaction': { kind: 'remove-reaction', comment: 'c', content: 'THUMBS_UP' },
    retitle: { kind: 'retitle', title: 't' },
    reopen: { kind: 'reopen' },
    close: { kind: 'close', reason: 'completed', original: null },
    'create-branch': { kind: 'create-branch', name: branch, oid },
    commit: { kind: 'commit', branch, headOid: oid, ...made },
    'open-pull': { kind: 'open-pull', branch, base: 'main', ...said },
    'reopen-pull': { kind: 'reopen-pull', pull: 'p' },
    'request-review': { kind: 'request-review', pull: 'p', people: [] },
    'open-issue': { kind: 'open-issue', key: 'k', ...said, labels: [], milestone: null, parent: false },
    'edit-issue': { kind: 'edit-issue', issue: 'i', ...said },
    'create-comment': { kind: 'create-comment', key: 'reply:1', body: reply },
    'edit-comment': { kind: 'edit-comment', key: 'reply:1', comment: 'c', body: reply },
    'take-down': { kind: 'take-down', key: 'reply:1', comment: 'c' },
    'edit-pull': { kind: 'edit-pull', pull: 'p', ...said },
    'delete-comment': { kind: 'delete-comment', key: 'card', comment: 'c' },
    'pin-comment': { kind: 'pin-comment', key: 'card', comment: null },
    'write-card': { kind: 'write-card', comment: 'c', body: mark('card', standIns.checklist) },
  };
}

test('each kind of effect is written by a mutation at which its blows are aimed; a pin by its route', async () => {
  const { github, ada } = ground();
  ada.openIssue(repo, { title: 'Checkout is down', body: '' });
  ada.addLabels(repo, 1, ['bug']);
  const snapshot = await seen(github, 1);
  const ids = { label: () => 'L', comment: () => 'C', pull: 'P', original: () => 'I' };
  for (const effect of Object.values(examples(snapshot))) {
    const name = struckAs[effect.kind];
    const mutation = mutationOf(effect, snapshot, ids);
    const aim = name === 'pin' ? struckPin : struckKinds[name];
    expect([effect.kind, aim.fields]).toEqual([effect.kind, expect.arrayContaining([mutation?.field ?? pinRoute])]);
    const input = JSON.stringify(mutation?.input ?? '');
    expect([effect.kind, isAimedAt(aim, input)]).toEqual([effect.kind, true]);
  }
});

function isAimedAt({ holds = '', lacks }: Aim, input: string): boolean {
  return input.includes(holds) && (lacks === undefined || !input.includes(lacks));
}

test.each(kindNames)('%s: its stories write each mutation at which its blows are aimed', async (kind: StruckKind) => {
  const written = new Set<string>();
  for (const file of scenarioFiles(struckStories[kind])) for (const field of await fieldsOf(file)) written.add(field);
  expect(struckKinds[kind].fields.filter((field) => !written.has(field))).toEqual([]);
});

const known = new Map<string, ReadonlySet<string>>();

/** The mutations that a story writes. */
async function fieldsOf(file: string): Promise<ReadonlySet<string>> {
  const before = known.get(file);
  if (before) return before;
  const fields = new Set<string>();
  const faults = new Faults();
  const carry = faults.strikes.carry.bind(faults.strikes);
  faults.strikes.carry = (asked, run) => {
    for (const [, field] of asked.document.matchAll(/e\d+: (\w+)\(/g)) fields.add(field!);
    return carry(asked, run);
  };
  await playStory(parseStory(file), { way: 'each', seed: 1, begin: beginWith(null, () => faults) });
  known.set(file, fields);
  return fields;
}
