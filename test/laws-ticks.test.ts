// The law of ticks: whatever people tick between whichever passes, none is lost.
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { isDone } from '../src/core/gate.ts';
import { beginWith } from './scenario/engine.ts';
import { seeCard } from './scenario/look.ts';
import { parseStory } from './scenario/parse.ts';
import { commentNamed, home, type Place } from './scenario/stage.ts';
import { isTicked, toggled } from './scenario/tick.ts';
import { plusSeconds } from './scenario/times.ts';

jest.setTimeout(600_000);
const seed = Number(process.env.LAWS_SEED ?? 2026);
const first: Place = { ...home, number: 1 };
// The other two are ticked by facts as well.
const items = ['service-restored', 'actions-documented', 'monitoring-stable', 'follow-ups-created'] as const;

const { given, files, people } = parseStory(
  'ticks',
  `story: S
people: {ada: maintain, bob: write}
given:
  - 10:00 rae opens: Down
    form: {Severity: Sev-3}
  - 10:01 ada: /resolved
`,
);

const step = fc.oneof(
  fc.constant('pass' as const),
  fc.record({ who: fc.constantFrom('ada', 'bob'), item: fc.constantFrom(...items), done: fc.boolean() }),
);
const steps = fc.array(fc.tuple(step, fc.constantFrom(0, 1, 90)), { minLength: 2, maxLength: 14 });

test('any interleaving of ticks and passes loses none', async () => {
  const property = fc.asyncProperty(steps, async (sequence) => {
    const { stage, engine } = beginWith(null)(
      { files, people, teams: {}, private: false, milestones: [] },
      '2026-03-02T10:00:00Z',
    );
    const { act } = given[0] ?? {};
    if (act?.verb !== 'open') throw new Error('the story opens with a report');
    stage.person('ada').openIssue(home, { title: act.title, body: act.body, labels: ['incident'] });
    stage.person('ada').comment(home, 1, '/resolved');
    await engine.settle(first);
    const told = new Map<string, boolean>(items.map((item) => [item, false]));
    for (const [what, gap] of sequence) {
      stage.world.now = plusSeconds(stage.world.now, gap);
      if (what === 'pass') {
        await engine.settle(first);
        continue;
      }
      const { id, body } = commentNamed(stage, first, 'checklist');
      stage.person(what.who).editComment(home, id, toggled(body, what.item, what.done));
      told.set(what.item, what.done);
    }
    stage.world.now = plusSeconds(stage.world.now, 60);
    await engine.settle(first);
    const seen = seeCard(stage, stage.issue(first), engine.glasses);
    const { body } = commentNamed(stage, first, 'checklist');
    const heard = seen?.handbook.checklist.flatMap((item) =>
      told.has(item.id) ? [[item.id, isDone(item, seen.incident, seen.handbook), isTicked(body, item.id)]] : [],
    );
    expect(heard).toEqual([...told].map(([item, done]) => [item, done, done]));
  });
  await fc.assert(property, { numRuns: 40, seed });
});
