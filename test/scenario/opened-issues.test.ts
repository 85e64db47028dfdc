// An issue of ours beside an incident: opened once whichever way a story is played, found again, linked on the card.
import { expect, test } from '@jest/globals';
import { currentMilestone } from '../../src/core/current-milestone.ts';
import type { Expectation } from '../../src/core/expectation.ts';
import { rules } from '../../src/rules/catalogue.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { parseStory } from './parse.ts';
import { printOutcomes } from './print.ts';
import { runStory } from './run.ts';
import { ways } from './ways.ts';

/** Every decision becomes a ticket in the current milestone, every hypothesis an issue below the incident. */
const tickets: Rule = {
  name: 'tickets',
  does: 'Opens an issue for each decision.',
  expect: (_incident, _handbook, _now, { record, snapshot }) =>
    record.entries.flatMap((cause): readonly Expectation[] => {
      if (cause.fact?.kind !== 'note' || !['decision', 'hypothesis'].includes(cause.fact.note)) return [];
      const milestone = currentMilestone(snapshot.milestones, cause.saidAt)?.id ?? null;
      const parent = cause.fact.note === 'hypothesis';
      const key = `${cause.fact.note}:${cause.saidAt.slice(11, 16)}`;
      const more = {
        about: { page: 'carried-over' },
        labels: ['bug', 'nonsense', 'made now'],
        milestone,
        parent,
      } as const;
      return [
        { expect: 'repository-label', name: 'made now', color: 'ededed', description: '' },
        { expect: 'issue', key, cause, ...more },
      ];
    }),
};
(rules as Rule[]).push(tickets);

async function played(text: string): Promise<string> {
  const outcomes = await runStory(parseStory('x.yml', `story: s\n${text}`), { ways, seed: 3, show: null });
  return printOutcomes('x.yml', outcomes);
}

test('opened once, with labels, milestone and parent, linked on the card, and an ordinary issue', async () => {
  expect(
    await played(`
milestones: [{title: Past, due: "09:00"}, {title: Later, due: +9d 07:00}, {title: Next, due: +2d 07:00}, {title: Someday}]
given:
  - +1d 10:00 rae opens: "Down @acme/everybody #1"
    form: {Severity: Sev-3, Symptoms: 500s, Affected services: checkout}
  - +1d 10:02 ada: /decision Roll back
  - +1d 10:04 ada: /hypothesis DNS
  - +1d 10:05 bob: A word in between
  - +1d 10:06 ada closes: completed
    issue: 2
at: +1d 11:00
then:
  card: {contains: ["Opened", "/issues/2", "(closed)", "/issues/3"]}
  issues:
    2: {milestone: Next, labels: [bug, made now], state: closed, contains: ["#1", 500s, checkout, /reopen, rae], card: null, says: []}
    3: {milestone: Next, labels: [bug, made now], state: open, title: "Down @\u200Bacme/everybody #\u200B1", card: null, says: []}
    4: null
`),
  ).toBe('');
});

test('whichever number it gets beside a post-mortem, the thread is the same', async () => {
  expect(
    await played(`
given:
  - 10:00 rae opens: Down
    form: {Severity: Sev-1}
  - 10:03 ada: /resolved
  - 10:04 ada: /hypothesis DNS
  - 10:05 ada: /decision Roll back
then: {card: {contains: [Opened, Post-mortem]}}
`),
  ).toBe('');
});

test('without a milestone that is not past or undated there is none', async () => {
  expect(
    await played(`
milestones: [{title: Past, due: "09:00"}]
private: true
given:
  - +1d 10:00 rae opens: Down
    form: {Severity: Sev-3}
  - +1d 10:02 ada: /decision Roll back
then: {issues: {2: {milestone: null, contains: "Worse"}}}
`),
  ).toBe('');
});

test('what somebody does to it does not open another one, and a mark of somebody else is not believed', async () => {
  expect(
    await played(`
given:
  - 10:00 rae opens: Down
    form: {Severity: Sev-3}
  - 10:01 eve opens: Spoof
    body: "see #1\\n\\n<!-- sitrep-opened:decision:10:02 I_kwDOSTE3NTAwMDAwMDEw #1 -->"
  - 10:02 ada: /decision Roll back
  - 10:03 ada retitles: Another title
    issue: 3
  - 10:04 ada edits: report
    issue: 3
    text: all gone
  - 10:05 ada: /impact all
then:
  card: {contains: ["/issues/3", Another title]}
  issues: {3: {contains: all gone}, 4: null}
`),
  ).toBe('');
});

test('a crash, a lost webhook or a 502 opens no second one', async () => {
  expect(
    await played(`
given:
  - 10:00 rae opens: Down
    form: {Severity: Sev-3}
  - 10:01 GitHub fails: 502 after 1
  - 10:02 ada: /decision Roll back
  - 10:03 GitHub fails: drops 2
  - 10:04 ada: /hypothesis DNS
  - 10:12 ada: /impact all
at: 11:00
then:
  card: {contains: ["issues/2", "issues/3"]}
  issues: {2: {state: open}, 3: {state: open}, 4: null}
`),
  ).toBe('');
});

test('it is found again after the incident was transferred, or the issue itself', async () => {
  expect(
    await played(`
given:
  - 10:00 rae opens: Down
    form: {Severity: Sev-3}
  - 10:02 ada: /decision Roll back
  - 10:04 ada: /hypothesis DNS
  - 10:09 bob transfers: acme/other
    issue: 3
  - 10:10 bob transfers: acme/other
  - 10:12 ada: /impact all
at: 11:00
then:
  card: {contains: ["acme/ops/issues/2", "acme/other/issues/1"]}
  issues: {2: {state: open}, 4: null}
`),
  ).toBe('');
});
