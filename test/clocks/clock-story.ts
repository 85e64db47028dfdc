// Stories that begin where calendars are odd, under a handbook and weekly rotas, and what befalls the machine meanwhile.
import fc from 'fast-check';
import type { Handbook } from '../../src/core/handbook.ts';
import { randomStoryUnder } from '../scenario/random-story.ts';
import type { Line, Story } from '../scenario/story.ts';
import { plusSeconds } from '../scenario/times.ts';
import type { Trouble } from './lived.ts';

const day = 86_400;
export const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const;

/** Hours before something odd: clocks that change in the zones above, both ways, a leap day, the end of a year; and a usual day. */
const starts = [
  ...['2026-03-28T22:30:00Z', '2026-10-24T22:30:00Z', '2026-03-08T04:30:00Z', '2026-11-01T03:30:00Z'],
  ...['2026-04-04T12:30:00Z', '2026-10-03T13:00:00Z', '2028-02-28T20:00:00Z', '2026-12-31T20:00:00Z'],
  ...['2026-03-02T10:00:00Z'],
] as const;

/** Weeks handed over on Mondays at an hour that is skipped or doubled somewhere. */
function rotasIn(zone: string): string {
  return `rotas:
  pay:
    zone: ${zone}
    layers:
      primary: {people: [ada, bob, cy], hand-over: Sunday 02:30, starts: 2025-12-28}
      secondary: {people: [bob, cy, ada], hand-over: "02:30", starts: 2026-01-01}
`;
}

const services = 'services:\n  mail: {on-call: pay}\n  search: {on-call: pay}\n';

/** Through all statuses at once, which in some handbooks is too early: what was wished for comes by itself. */
function hurried({ statuses }: Handbook, at: string): readonly Line[] {
  const texts = ['/ack', ...statuses.filter(({ next }) => next.length > 0).map(({ id }) => `/status ${id}`), '/close'];
  return texts.map((text, place) => ({
    ...{ line: 900 + place, sentence: text, at: plusSeconds(at, 60 * (1 + place)), who: 'ada' },
    ...{ act: { verb: 'comment', text }, issue: null, as: null, refused: false },
  }));
}

/** A story under a handbook that begins at an odd moment. All is said in words: what a click does depends on what we did before. */
export function clockStory(handbook: Handbook): fc.Arbitrary<Story> {
  const parts = {
    told: randomStoryUnder(handbook, { minLength: 3, maxLength: 12 }),
    zone: fc.constantFrom(...zones),
    start: fc.constantFrom(...starts),
    hurries: fc.boolean(),
    // Of a stranger's report nothing comes by itself until somebody confirms it.
    reporter: fc.constantFrom('ada', 'ada', 'rae'),
  };
  return fc.record(parts).map(({ told, zone, start, hurries, reporter }) => {
    const shift = (Date.parse(start) - Date.parse(told.given[0]!.at)) / 1000;
    const words = told.given.filter(({ act }) => act.verb === 'open' || act.verb === 'comment');
    const given = words.map((line) => ({
      ...{ ...line, at: plusSeconds(line.at, shift) },
      who: line.act.verb === 'open' ? reporter : line.who,
    }));
    const files = {
      '.github/sitrep.yml': `handbook: ${handbook.id}\nzone: ${zone}\n`,
      '.github/sitrep/oncall.yml': rotasIn(zone),
      '.github/sitrep/services.yml': services,
    };
    const whole = hurries ? [...given, ...hurried(handbook, given.at(-1)!.at)] : given;
    const looks = [{ line: 1, at: plusSeconds(whole.at(-1)!.at, 60), expected: [] }];
    return { ...told, files: { ...told.files, ...files }, given: whole, looks };
  });
}

/** How long a story is, from its first line to its last; seconds. */
export function lengthOf({ given }: Story): number {
  return (Date.parse(given.at(-1)!.at) - Date.parse(given[0]!.at)) / 1000;
}

/**
 * What befalls the machine in a story and the silence after it. A clock that is ahead is so only once everybody is silent: what
 * came by itself before its time is no longer spared by what somebody says before it.
 */
export function troublesOf(story: Story, silence: number): fc.Arbitrary<readonly Trouble[]> {
  const length = lengthOf(story);
  // The last day is for coming to rest.
  const until = length + silence - day;
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const [ever, silent] = [
    share.map((one) => Math.floor(one * until)),
    share.map((one) => Math.floor(length + one * (silence - day))),
  ];
  const seconds = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: day }));
  const behind = fc.oneof(fc.integer({ min: -600, max: -1 }), fc.integer({ min: -400 * day, max: -600 }));
  const ahead = fc.constantFrom(90, 3600, day, 7 * day);
  const trouble: fc.Arbitrary<Trouble> = fc.oneof(
    fc.record({ after: ever, seconds, kind: fc.constantFrom('sleeps', 'is down') }),
    fc.record({ after: ever, seconds, kind: fc.constant('skewed'), by: behind }),
    fc.record({ after: silent, seconds, kind: fc.constant('skewed'), by: ahead }),
  );
  return fc.array(
    trouble.map((one) => fitted(one, until)),
    { maxLength: 5 },
  );
}

/** Over before everybody looks, and never so far ahead that something comes by itself which right clocks do not live to see. */
function fitted(trouble: Trouble, until: number): Trouble {
  const seconds = Math.min(trouble.seconds, Math.max(1, until - trouble.after));
  if (trouble.kind !== 'skewed') return { ...trouble, seconds };
  return { ...trouble, seconds, by: Math.min(trouble.by, until + day - trouble.after - seconds) };
}
