// What must hold of a life whose clock was not GitHub's while people acted.
import type { BesideGitHub } from './beside-github.ts';
import type { Lived } from './lived.ts';
import { type SeenPass, sweepEvery } from './skewed-app.ts';

const second = 1000;
const day = 86_400;

/** Of one issue in 24 hours: so many reminders and calls need a look at what right clocks make of the same words. */
export const manyADay = 60;
/** Passes on one issue that follow each other at once although nobody says a word. */
const mostInARow = 8;
const atOnce = 20 * second;
/** The App looks at its clock once a minute here, and a pass takes some seconds. */
const punctual = 90 * second;

/** @returns what does not hold, a sentence each */
export function brokenLaws(life: BesideGitHub, lived: Lived): readonly string[] {
  const start = Date.parse(life.story.given[0]!.at);
  const { twice, complaints, passes, again } = lived;
  return [
    ...twice.map((one) => `twice: ${one}`),
    ...complaints.map((one) => `complained: ${one}`),
    ...passes.flatMap((pass) => (remindersOf(pass).length > 1 ? `a burst: ${told(pass)}` : [])),
    ...inARow(life, passes).map((pass) => `pass after pass: ${told(pass)}`),
    ...passes
      .filter((pass) => isLate(pass, life, start))
      .map((pass) => `late although every clock was right: ${told(pass)}`),
    ...again
      .filter((pass) => isLost(pass, lived, start))
      .map((pass) => `lost until everybody looked again: ${told(pass)}`),
    ...(again.length === 0 ? ['nothing was looked at in the end'] : []),
  ];
}

/** The most reminders and calls that one issue had in 24 hours. */
export function busiestDay(passes: readonly SeenPass[]): number {
  return Math.max(0, ...passes.map((end) => inDayUntil(end, passes)));
}

function inDayUntil(end: SeenPass, passes: readonly SeenPass[]): number {
  const within = passes.filter(({ issue, at }) => issue === end.issue && at <= end.at && at > end.at - day * second);
  return within.flatMap(({ said }) => said.filter(byItself)).length;
}

function remindersOf({ said }: SeenPass): readonly string[] {
  return said.filter((key) => key.startsWith('reminder:'));
}

function byItself(key: string): boolean {
  return key.startsWith('reminder:') || key.startsWith('ladder:') || key.startsWith('announce:');
}

/** Passes that went on and on, with nothing between them that anybody did and no clock that jumped. */
function inARow({ story, troubles }: BesideGitHub, passes: readonly SeenPass[]): readonly SeenPass[] {
  const start = Date.parse(story.given[0]!.at);
  const acts = story.given.map(({ at }) => Date.parse(at) - start);
  const jumps = troubles.flatMap(({ after, seconds }) => [after * second, (after + seconds) * second]);
  const events = [...acts, ...jumps];
  const rows = new Map<string, { readonly at: number; readonly count: number }>();
  return passes.flatMap((pass) => {
    const before = rows.get(pass.issue);
    const isNext =
      before && pass.at - before.at < atOnce && !events.some((at) => at > before.at - atOnce && at <= pass.at);
    const count = isNext ? before.count + 1 : 1;
    rows.set(pass.issue, { at: pass.at, count });
    return count === mostInARow ? pass : [];
  });
}

/** What came due while the App was awake, once a sweep had found what a wrong clock made of its alarms, is heard at its moment. */
function isLate({ at, cameDueAt }: SeenPass, { troubles, installed }: BesideGitHub, start: number): boolean {
  if (cameDueAt === null) return false;
  const due = Date.parse(cameDueAt) - start;
  if (at - due <= punctual || due < (installed + 60) * second) return false;
  return !troubles.some(
    ({ after, seconds }) => after * second <= at && (after + seconds) * second + sweepEvery + punctual >= due,
  );
}

/**
 * It may be the very moment at which something comes. What a clock ahead of the time showed too early on the card and the labels of a
 * closed issue goes with the next look: nothing was said by it, and no sweep asks for closed ones.
 */
function isLost({ outcome, wrote, cameDueAt, at, issue }: SeenPass, { record }: Lived, start: number): boolean {
  if (outcome === 'settled' || outcome === 'absent') return false;
  const isClosed = record.some((line) => line.startsWith(`${issue.slice(issue.indexOf('#'))} closed `));
  if (cameDueAt === null) return !isClosed || wrote.some((kind) => kind !== 'remove-labels' && kind !== 'write-card');
  return at - (Date.parse(cameDueAt) - start) > punctual;
}

function told({ at, issue, outcome, wrote, said, cameDueAt }: SeenPass): string {
  return `${issue} ${Math.round(at / second)} s after the first line: ${outcome}, due ${cameDueAt}, ${[...wrote, ...said].join(' ')}`;
}
