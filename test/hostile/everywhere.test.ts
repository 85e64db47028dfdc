// Whatever people write, wherever we repeat it: nobody is called, nothing is closed or linked, no page of ours is broken by it.
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { beginWith } from '../scenario/engine.ts';
import { everythingWritten } from '../scenario/look.ts';
import { parseStory } from '../scenario/parse.ts';
import { playStory } from '../scenario/player.ts';
import { callsIn, harmIn } from './harmless.ts';
import { hostileLine, hostileLines } from './words.ts';
import '../seed.ts';

jest.setTimeout(600_000);
const begin = beginWith(null);
const people = ['ada', 'bob', 'cy', 'rae'];

/** Every place where words of people go on: the form, each command with text, clicks, drafts, titles, sub-teams, the post-mortem. */
function storyOf(words: (place: number) => string, lines: (place: number) => string): string {
  return stringify({
    story: 'Hostile words everywhere',
    config: stringify({
      handbook: 'elimu',
      audiences: { staff: { name: 'Staff', cadence: { 'sev-1': '1h' } } },
      messages: { note: { name: 'Note', audience: 'staff', text: '{{title}} {{impact}} {{update}} {{services}}' } },
    }),
    people: { ada: 'maintain', bob: 'write', cy: 'write' },
    given: [
      {
        '10:00 rae opens': words(0).slice(0, 200),
        form: {
          Severity: 'Sev-1',
          Impact: lines(1),
          'Affected services': words(2),
          'Started at': words(3),
          'What happened?': lines(4),
        },
      },
      { '10:01 ada': '/role commander' },
      { '10:02 bob': `/note ${lines(5)}`, as: 'note' },
      { '10:03 bob': `/decision ${lines(6)}` },
      { '10:03 cy': `/todo ${words(7)}` },
      { '10:04 bob': `/update ${lines(8)}` },
      { '10:05 bob': `/summary ${words(9)}` },
      { '10:06 bob': `/workaround ${words(10)}` },
      { '10:07 bob': `/affects +${words(11)}` },
      { '10:08 bob': lines(12), as: 'plain' },
      { '10:09 bob reacts': 'plain', with: '🚀' },
      { '10:10 bob': `/severity sev-1 because ${words(13)}` },
      { '10:11 bob': `/severity ${words(14)}` },
      { '10:12 bob': `/resolved at ${words(15)}` },
      { '10:13 bob': `/done ${words(16)}` },
      { '10:14 ada': `/task @bob ${words(17)}` },
      { '10:15 ada': `/team alpha @bob 20m ${words(18)}` },
      { '10:16 bob': `/draft note ${lines(19)}` },
      { '10:17 ada': `/bridge ${words(20)}` },
      { '10:18 ada': `/related ${words(21)}` },
      { '10:19 ada': `/redact ${words(22)} because ${words(23)}` },
      { '10:20 bob retitles': words(24).slice(0, 200) },
      { '10:21 cy': '/catchup' },
      { '10:22 bob': '/undo' },
      { '10:30 ada': `/mitigated because ${words(25)}` },
      { '11:00 ada': '/resolved' },
      { '11:01 bob': '/postmortem' },
      { '11:02 ada': `/handover commander @bob ${words(26)}` },
      { '11:03 bob': `/reopen because ${words(27)}` },
    ],
    at: '11:10',
    // biome-ignore lint/suspicious/noThenProperty: the key of a scenario
    then: {},
  });
}

/** Pages of Markdown, and what else we wrote: titles, paths, messages of commits. */
async function written(story: string) {
  const { stage, differences } = await playStory(parseStory('hostile.yml', story), {
    way: 'each',
    seed: 1,
    begin,
    lenient: true,
  });
  return { differences, texts: [...new Set(everythingWritten(stage))] };
}

test.each([
  'ask @acme/everyone',
  'closes #1',
  'see acme/ops#1',
  '<b>bold</b>\n',
  '![p](https://evil.example/p.png)\n',
  '[here](https://elsewhere.example)\n',
  'a \u202Eb\n',
  '\u001B[31mred\n',
  '<details><summary>open</summary>\n',
  '[x]: https://evil.example\n',
])('%j is found wherever it stands', (text) => {
  expect([...harmIn(`before\n\n${text}\n\nafter`, people), ...callsIn(text, people)]).not.toEqual([]);
});

test('nothing that people write does anything where we repeat it', async () => {
  const places = fc.array(hostileLine, { minLength: 28, maxLength: 28 });
  const texts = fc.array(hostileLines, { minLength: 28, maxLength: 28 });
  await fc.assert(
    fc.asyncProperty(places, texts, async (words, lines) => {
      const { differences, texts: all } = await written(
        storyOf(
          (place) => words[place] ?? 'x',
          (place) => lines[place] ?? 'x',
        ),
      );
      expect(differences).toEqual([]);
      expect(all.length).toBeGreaterThan(20);
      const harm = all.flatMap((text) =>
        (text.includes('\n') ? harmIn(text, people) : callsIn(text, people)).map((what) => ({
          what,
          text: text.slice(0, 300),
        })),
      );
      expect(harm).toEqual([]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
