// Stories in which people act while our clock is not GitHub's: ahead, behind, for long or jumping; and incidents that we first see late.
import fc from 'fast-check';
import type { Handbook } from '../../src/core/handbook.ts';
import type { Line, Story } from '../scenario/story.ts';
import { plusSeconds } from '../scenario/times.ts';
import { clockStory, lengthOf } from './clock-story.ts';
import type { Trouble } from './lived.ts';

const day = 86_400;

/** A story, what is wrong with our clock in it, and when the App is installed. */
export interface BesideGitHub {
  readonly story: Story;
  readonly troubles: readonly Trouble[];
  /** Seconds after the first line. */
  readonly installed: number;
  /** Seconds of silence after the last line; in the last day of it every clock is right. */
  readonly silence: number;
}

/** Words that call people, put reminders off or answer them. */
const calls = [
  ...['/page @bob', '/page on-call because it spreads', '/page @ada @cy', '/escalate', '/escalate because it is late'],
  ...['/snooze 10m because we wait', '/snooze 25m because we wait', '/ack', '/update It goes on next in 20m'],
  ...['/update It is better', '/oncall', '/undo', '/task @bob 15m look at the pool', '/close', '/resolved', '/reopen'],
  ...['/severity sev-1 because it spreads', '/status monitoring', '/confirm'],
] as const;

/** Under a handbook. @param days of silence at the end, at least 2 */
export function besideGitHub(handbook: Handbook, days: number): fc.Arbitrary<BesideGitHub> {
  return clockStory(handbook)
    .chain((story) => fc.tuple(fc.constant(story), calling(story), installing, fc.boolean()))
    .map(([story, called, installed, unlabelled]) => {
      const given = [...story.given, ...called].sort((one, other) => (one.at < other.at ? -1 : 1));
      return { story: labelledLate({ ...story, given }, unlabelled ? installed : 0), installed };
    })
    .chain(({ story, installed }) => {
      // Not a whole number of days: terms are, and something would come in the very second in which all is over.
      const silence = Math.max(0, installed - lengthOf(story)) + days * day + 600;
      return wrongClocks(lengthOf(story) + silence - day).map((troubles) => ({ story, troubles, installed, silence }));
    });
}

/** Mostly the App is there first; else it comes days or months later. */
const installing = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 600, max: 3 * day }) },
  { weight: 1, arbitrary: fc.integer({ min: 30 * day, max: 300 * day }) },
);

function calling({ given }: Story): fc.Arbitrary<readonly Line[]> {
  const begin = given[0]!.at;
  const after = fc.oneof(fc.integer({ min: 30, max: 7200 }), fc.integer({ min: 7200, max: day }));
  const one = fc.record({ after, text: fc.constantFrom(...calls), who: fc.constantFrom('ada', 'bob', 'cy') });
  return fc.array(one, { minLength: 2, maxLength: 12 }).map((lines) =>
    lines.map(({ after: seconds, text, who }, place) => ({
      ...{ line: 500 + place, sentence: text, at: plusSeconds(begin, seconds), who },
      ...{ act: { verb: 'comment', text }, issue: null, as: null, refused: false },
    })),
  );
}

/** An issue that is none of ours until somebody gives it the label, long after it was opened. @param after 0: it has it from the first */
function labelledLate(story: Story, after: number): Story {
  const [first, ...rest] = story.given;
  if (after === 0 || first?.act.verb !== 'open') return story;
  const opened: Line = { ...first, act: { ...first.act, labels: [], byForm: false } };
  const label: Line = {
    ...{ line: 499, sentence: 'ada labels: incident', at: plusSeconds(first.at, after), who: 'ada' },
    ...{ act: { verb: 'label', names: ['incident'] }, issue: null, as: null, refused: false },
  };
  return { ...story, given: [opened, ...rest, label].sort((one, other) => (one.at < other.at ? -1 : 1)) };
}

/** @param until by then every clock is right, seconds after the first line */
function wrongClocks(until: number): fc.Arbitrary<readonly Trouble[]> {
  const by = fc.oneof(
    fc.constantFrom(20 * 60, -20 * 60, day, -day, 61, 3600, -3600),
    fc.integer({ min: 1, max: 30 * day }),
    fc.integer({ min: -30 * day, max: -1 }),
  );
  const constant = by.map((one): readonly Trouble[] => [{ kind: 'skewed', after: 0, seconds: until, by: one }]);
  // Most of them fall into the time in which people act.
  const after = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: Math.min(until, 2 * day) }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: until }) },
  );
  const seconds = fc.oneof(fc.integer({ min: 1, max: 3600 }), fc.integer({ min: 3600, max: 2 * day }));
  const jump = fc
    .record({ after, seconds, by })
    .map((one): Trouble => ({ ...one, seconds: Math.min(one.seconds, until - one.after), kind: 'skewed' }));
  const asleep = fc
    .record({ after, seconds, kind: fc.constantFrom('sleeps', 'is down') })
    .map((one): Trouble => ({ ...one, seconds: Math.min(one.seconds, until - one.after) }));
  const jumping = fc.array(fc.oneof({ weight: 4, arbitrary: jump }, { weight: 1, arbitrary: asleep }), {
    ...{ minLength: 1, maxLength: 8 },
  });
  return fc.oneof(constant, jumping, jumping);
}
