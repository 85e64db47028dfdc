// Stories that nobody wrote: plausible words by people with and without the right to them, made by fast-check.
import fc from 'fast-check';
import { formBody } from '../../sandbox/form-body.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import { clicksOf, wordsOf } from './handbook-words.ts';
import type { Act, Line, Story } from './story.ts';
import { plusSeconds } from './times.ts';

const people = { ada: 'maintain', bob: 'write', cy: 'write', tim: 'triage', eve: 'none', rae: 'none' } as const;
const speakers = ['ada', 'ada', 'bob', 'bob', 'cy', 'tim', 'eve', 'rae'] as const;
/** Whoever GitHub lets do anything here. */
const hands = ['ada', 'bob', 'cy'] as const;

const words = [
  ...['/ack', '/join', '/leave', '/mitigated', '/resolved', '/resolved', '/reopen', '/undo', '/close'],
  ...['/role commander', '/role scribe', '/role scribe none', '/role expert', '/tl', '/role scrbe'],
  ...['/role communications @cy', '/handover commander @bob', '/takeover commander because it is quiet'],
  ...['/severity sev-1 because it spreads', '/severity sev-3', '/sev P2', '/severity sev-9', '/severity'],
  ...['/status identified', '/status investigating', '/status monitoring', '/resolved at 09:30', '/mitigated 10m ago'],
  ...['/started at 08:50', '/detected at 09:10 because of the alarm', '/started at noonish'],
  ...['/note The pool is empty', '/decision We roll back', '/hypothesis DNS', '/todo Write a test', '/note'],
  ...[
    '/update The pool is refilled next in 30m',
    '/update monitoring Rolled back',
    '/impact All of Europe',
    '/eta 15:00',
  ],
  ...['/affects +checkout -mail', '/title A better title', '/task @bob 15m look at the pool', '/task 1 done'],
  ...['/done service-restored', '/done actions-documented', '/undone service-restored', '/done nonsense'],
  ...[
    '/close anyway because it is over',
    '/cancel because it was a test',
    '/postmortem',
    '/help',
    '/roles',
    '/catchup',
  ],
  ...[
    'I am looking at the graphs',
    'Thanks @ada, see /usr/share/doc',
    '/resolvd',
    '> /severity sev-1',
    '/duplicate #1',
  ],
  ...[
    '/role commander\n/severity sev-2\n/note Three things at once',
    '/ack\n\n/mitigated at 09:40\nThe cause is known',
  ],
] as const;

function spokenOf(texts: readonly string[]): fc.Arbitrary<Said> {
  return fc
    .record({ who: fc.constantFrom(...speakers), text: fc.constantFrom(...texts) })
    .map(({ who, text }) => ({ who, act: { verb: 'comment', text } }));
}

const done: fc.Arbitrary<Said> = fc.record({
  who: fc.constantFrom(...hands),
  act: fc.constantFrom<Act>(
    { verb: 'label', names: ['sev-1'] },
    { verb: 'label', names: ['status: identified'] },
    { verb: 'unlabel', names: ['incident'] },
    { verb: 'label', names: ['bug'] },
    { verb: 'assign', logins: ['cy'] },
    { verb: 'unassign', logins: ['ada'] },
    { verb: 'close', reason: 'completed' },
    { verb: 'close', reason: 'not_planned' },
    { verb: 'reopen' },
    { verb: 'retitle', title: 'Another title' },
    { verb: 'tick', item: 'monitoring-stable' },
    { verb: 'untick', item: 'service-restored' },
    { verb: 'merge', branch: 'post-mortem/1', method: 'squash' },
    { verb: 'close-pull', branch: 'post-mortem/1' },
  ),
});

interface Said {
  readonly who: string;
  readonly act: Act;
}

/** A story of one incident: a report, and that many further lines, seconds to an hour apart. */
export function randomStory(lines: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<Story> {
  const said = fc.oneof({ weight: 5, arbitrary: spokenOf(words) }, { weight: 1, arbitrary: done });
  // Now and then nobody says a word until clocks run out.
  const gap = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 1, 60) },
    { weight: 4, arbitrary: fc.integer({ min: 2, max: 3600 }) },
    { weight: 1, arbitrary: fc.integer({ min: 3600, max: 100_000 }) },
  );
  const severity = fc.constantFrom('Sev-1', 'Sev-2', 'Sev-3', 'Not sure');
  return fc
    .record({ severity, rest: fc.array(fc.tuple(said, gap), lines) })
    .map((made) => storyOf({ Severity: made.severity }, made.rest));
}

/** The same under a handbook, in its own words; now and then a day goes by. */
export function randomStoryUnder(
  handbook: Handbook,
  lines: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<Story> {
  const clicked = fc.record({ who: fc.constantFrom(...hands), act: fc.constantFrom(...clicksOf(handbook)) });
  const said = fc.oneof({ weight: 5, arbitrary: spokenOf(wordsOf(handbook)) }, { weight: 1, arbitrary: clicked });
  const gap = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 1, 60) },
    { weight: 8, arbitrary: fc.integer({ min: 2, max: 3600 }) },
    { weight: 1, arbitrary: fc.integer({ min: 80_000, max: 90_000 }) },
  );
  const answers = fc.record({
    Severity: fc.constantFrom(...handbook.severities.map(({ name }) => name), 'Not sure'),
    Type: fc.constantFrom(...handbook.types.map(({ name }) => name), '_No response_'),
  });
  return fc
    .record({ answers, rest: fc.array(fc.tuple(said, gap), lines), secret: fc.boolean() })
    .map((made) => storyOf(made.answers, made.rest, { handbook: handbook.id, private: made.secret }));
}

interface Ground {
  /** Null: no config, and so the default one. */
  readonly handbook: string | null;
  readonly private: boolean;
}

function storyOf(
  answers: Readonly<Record<string, string>>,
  rest: readonly (readonly [Said, number])[],
  ground: Ground = { handbook: null, private: false },
): Story {
  const body = formBody({ ...answers, 'Affected services': 'mail, search', 'Started at': '09:00 UTC' });
  const report: Act = { verb: 'open', title: 'Something is wrong', body, labels: ['incident'], byForm: true };
  let at = '2026-03-02T10:00:00Z';
  const given = [lineOf(at, { who: 'rae', act: report }, 1)];
  for (const [said, gap] of rest) {
    at = plusSeconds(at, gap);
    given.push(lineOf(at, said, given.length + 1));
  }
  const config: Readonly<Record<string, string>> = ground.handbook
    ? { '.github/sitrep.yml': `handbook: ${ground.handbook}\n` }
    : {};
  const files = { 'README.md': '# ops\n', ...config };
  return {
    file: 'a random story',
    story: '',
    files,
    // Who may not see a private repository cannot report there.
    people: ground.private ? { ...people, rae: 'read' } : people,
    teams: {},
    private: ground.private,
    milestones: [],
    given,
    looks: [{ line: 1, at: plusSeconds(at, 60), expected: [] }],
  };
}

function lineOf(at: string, { who, act }: Said, line: number): Line {
  const what = 'text' in act ? act.text : JSON.stringify(act);
  return { line, sentence: `${at.slice(11, 19)} ${who}: ${what}`, at, who, act, issue: null, as: null, refused: false };
}

/** A random story as one can read it, for a failing test. */
export function told(story: Story): string {
  return story.given.map(({ sentence }) => sentence).join('\n');
}
