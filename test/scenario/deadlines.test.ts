// What becomes due by itself is done at that moment, whichever way a story is played.
import { expect, test } from '@jest/globals';
import { rules } from '../../src/rules/catalogue.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { plusMinutes } from '../../src/time/time.ts';
import { beginWith } from './engine.ts';
import { parseStory } from './parse.ts';
import { playStory } from './player.ts';
import { type Way, ways } from './ways.ts';

/** Half an hour after it was declared an incident is late, and an hour after it very late. */
const late: Rule = {
  name: 'late',
  does: 'Labels what is late.',
  expect: (incident, _handbook, now) =>
    momentsOf(incident.milestones.declared?.at)
      .filter(({ at }) => at <= now)
      .map(({ name }) => ({ expect: 'label', name })),
  due: (incident) => momentsOf(incident.milestones.declared?.at).map(({ at }) => at),
};

function momentsOf(declared: string | undefined) {
  if (declared === undefined) return [];
  return [
    { name: 'bug', at: plusMinutes(declared, 30) },
    { name: 'wontfix', at: plusMinutes(declared, 60) },
  ];
}

(rules as Rule[]).push(late);

async function labelled(way: Way, given: string, at: string) {
  const story = parseStory('x.yml', `story: s\ngiven:\n${given}at: ${at}\n`);
  const played = await playStory(story, { way, seed: 1, begin: beginWith(null) });
  expect(played.differences).toEqual([]);
  const issue = played.stage.issue(played.stage.place(null));
  return issue.timeline.flatMap((item) =>
    item.kind === 'LabeledEvent' && ['bug', 'wontfix'].includes(item.label?.name ?? '')
      ? [`${item.label?.name} ${item.createdAt.slice(11, 19)}`]
      : [],
  );
}

const report = '  - 10:00 rae opens: Down\n    form: {Severity: Sev-3}\n';

test.each(ways)('%s: a deadline before the next line or look is kept to the second', async (way) => {
  const given = `${report}  - 10:02 ada: /ack\n  - 10:45 ada: still down\n`;
  expect(await labelled(way, given, '12:00')).toEqual(['bug 10:30:00', 'wontfix 11:00:00']);
});

test.each(ways)('%s: what is due later than the look is not done, and the story is calm until then', async (way) => {
  expect(await labelled(way, report, '10:29')).toEqual([]);
  expect(await labelled(way, report, '10:59')).toEqual(['bug 10:30:00']);
});

test.each(ways)('%s: an app that is away does it when it is back', async (way) => {
  const given = `${report}  - 10:05 app down until: 10:50\n  - 10:10 ada: /ack\n`;
  expect(await labelled(way, given, '12:00')).toEqual(['bug 10:50:00', 'wontfix 11:00:00']);
});
