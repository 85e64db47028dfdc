// A look tells what is not as told: each wrong expectation is found, under its own path.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginWith } from './engine.ts';
import { parseStory } from './parse.ts';
import { playStory } from './player.ts';
import { runStory } from './run.ts';
import { NotAScenario } from './story.ts';

const file = join(import.meta.dirname, '..', 'scenarios', 'the-contract-example.yml');
const [told = ''] = readFileSync(file, 'utf8').split(/^then:$/m);

async function differences(text: string) {
  const outcomes = await runStory(parseStory('x.yml', text), { ways: ['once'], seed: 1, show: null });
  return outcomes.flatMap((outcome) => outcome.differences.map(({ path }) => path));
}

test.each([
  ['labels: [incident, sev-2, "status: resolved"]', 'labels'],
  ['labels: [incident, sev-1]', 'labels'],
  ['state: closed', 'state'],
  ['reason: completed', 'reason'],
  ['assignees: []', 'assignees'],
  ['title: Checkout is up', 'title'],
  ['milestone: March', 'milestone'],
  ['contains: [nobody can pay, nonsense]', 'contains'],
  ['card: null', 'card'],
  ['card: {severity: sev-2}', 'card.severity'],
  ['card: {assumed: true}', 'card.assumed'],
  ['card: {first: sev-1}', 'card.first'],
  ['card: {peak: sev-2}', 'card.peak'],
  ['card: {status: closed}', 'card.status'],
  ['card: {handbook: ims}', 'card.handbook'],
  ['card: {roles: {commander: [bob]}}', 'card.roles.commander'],
  ['card: {roles: {commander: null}}', 'card.roles.commander'],
  ['card: {services: [mail]}', 'card.services'],
  ['card: {milestones: {resolved: "11:41"}}', 'card.milestones.resolved'],
  ['card: {milestones: {resolved: +1d 11:40}}', 'card.milestones.resolved'],
  ['card: {milestones: {resolved: null}}', 'card.milestones.resolved'],
  ['card: {milestones: {identified: "11:40"}}', 'card.milestones.identified'],
  ['card: {checklist: {users-notified: false}}', 'card.checklist.users-notified'],
  ['card: {checklist: {monitoring-stable: true}}', 'card.checklist.monitoring-stable'],
  ['card: {checklist: {nonsense: true}}', 'card.checklist.nonsense'],
  ['card: {problems: 1}', 'card.problems'],
  ['card: {contains: [Checkout is up]}', 'card.contains'],
  ['says: []', 'says'],
  ['says: ["/role"]', 'says'],
  ['says: ["/severity", "/severity"]', 'says'],
  ['never: ["/severity"]', 'never'],
  ['gone: ["/severity"]', 'gone'],
  ['reactions: {c1: ok}', 'reactions.c1'],
  ['reactions: {c1: null}', 'reactions.c1'],
  ['pulls: []', 'pulls'],
  ['pulls: [{state: open}]', 'pulls[0].state'],
  ['pulls: [{number: 3}]', 'pulls[0]'],
  ['pulls: [{path: elsewhere/*}]', 'pulls[0].path'],
  ['pulls: [{contains: ["11:41"]}]', 'pulls[0].contains'],
  ['pulls: [{reviewers: [bob]}]', 'pulls[0].reviewers'],
  ['files: {README.md: [nothing]}', 'files.README.md'],
  ['files: {post-mortems/*: null}', 'files.post-mortems/*'],
  ['files: {elsewhere/*: [a]}', 'files.elsewhere/*'],
  ['issues: {2: {state: open}}', 'issues.2.state'],
  ['issues: {2: {says: [anything]}}', 'issues.2.says'],
  ['issues: {2: null}', 'issues.2'],
  ['issues: {3: {state: open}}', 'issues.3'],
])('%s is not so', async (expectation, path) => {
  const found = await differences(`${told}then:\n  ${expectation}\n`);
  expect(found.length).toBeGreaterThan(0);
  expect(found.map((each) => each.replace(' (box)', ''))).toContain(path);
});

test('what is missing is null', async () => {
  const absent =
    'reason: null\n  card: {milestones: {identified: null}, checklist: {nonsense: null}}\n  issues: {3: null}';
  expect(await differences(`${told}then:\n  ${absent}\n`)).toEqual([]);
});

const begun = 'story: S\npeople: {eve: none}\ngiven:\n  - 10:00 rae opens: X\n    form: {Severity: Sev-2}\n';

test('a line that needs what Sitrep did not make is a difference', async () => {
  expect(await differences(`${begun}  - 10:01 rae ticks: root-cause\n`)).toEqual(['10:01 rae ticks']);
  expect(await differences(`${begun}  - 10:01 rae merges: post-mortem/1\n`)).toEqual(['10:01 rae merges']);
});

/** Nothing is called out, nobody waits for a word. */
const withoutReminders = `config: |
  handbook: elimu
  clocks: {elapsed: null}
  audiences: {stakeholders: {cadence: {sev-2: null}}}
`;

/** What a story of seven comments says, in its order. */
const seven = [
  'is incident',
  'min of silence',
  'nobody has been deputy',
  'bob took over',
  'bob is incident',
  'outside the call',
  'cleo is incident',
];

test.each([
  ['all as told', [0, 1, 2, 3, 4, 5, 6], true],
  ['the last but one after the last', [0, 1, 2, 3, 4, 6, 5], true],
  ['the first after all others', [6, 0, 1, 2, 3, 4, 5], true],
  ['two of them later', [1, 0, 2, 3, 4, 6, 5], false],
  ['the last before all others', [1, 2, 3, 4, 5, 6, 0], false],
  ['one of them twice', [0, 1, 2, 3, 4, 5, 5], false],
  ['one of them not at all', [0, 1, 2, 3, 4, 5], false],
])('where GitHub failed one comment it may stand later than told: %s', async (_, order, fits) => {
  const handover = join(import.meta.dirname, '..', 'scenarios', 'elimu', 'handover.yml');
  const [beginning = ''] = readFileSync(handover, 'utf8').split(/^then:$/m);
  const given = beginning.replace('handbook: elimu\n', withoutReminders).replace('11:00 bob', '10:59 bob');
  const says = order.map((index) => seven[index]);
  const story = parseStory('x.yml', `${given}then:\n  says: ${JSON.stringify(says)}\n`);
  const play = (oneIsLate: boolean) =>
    playStory(story, { way: 'once', seed: 1, begin: beginWith(null), ...(oneIsLate && { oneIsLate }) });
  expect((await play(true)).differences.length === 0).toBe(fits);
  const inOrder = order.join() === '0,1,2,3,4,5,6';
  expect((await play(false)).differences.length === 0).toBe(inOrder);
});

test('a line that GitHub refuses is no scenario, unless it says so', async () => {
  const refused = `${begun}  - 10:01 eve labels: sev-1\n`;
  await expect(differences(refused)).rejects.toThrow(NotAScenario);
  expect(await differences(`${refused}    refused: true\n`)).toEqual([]);
  await expect(differences(`${begun}  - 10:01 rae labels: bug\n    refused: true\n`)).rejects.toThrow(/x\.yml:6: /);
});
