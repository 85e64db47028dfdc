// Times that fit their keys and cannot be meant: quiet without hours, hours twice, the worst level with the most time.
import type { Handbook } from '../core/handbook.ts';
import { type Term, termText } from '../time/term.ts';
import type { Hours } from '../time/weekly-hours.ts';
import type { Finding } from './explain.ts';
import type { Step } from './place.ts';

/** @param isToldEmpty whether somebody wrote `hours: []` themselves */
export function timeDoubts(handbook: Handbook, isToldEmpty: boolean): readonly Finding[] {
  const { hours, quiet, clocks, severities } = handbook;
  return [
    ...(isToldEmpty && hours.length === 0 ? [noHours] : []),
    ...(quiet.below !== null && quiet.hours.length === 0 ? [neverQuiet] : []),
    ...twice(['hours'], hours),
    ...twice(['quiet', 'hours'], quiet.hours),
    ...clocks.flatMap(({ id, within }) =>
      slower(
        id,
        severities.flatMap((severity) => {
          const term = within[severity.id];
          return term ? [{ severity: severity.id, term }] : [];
        }),
      ),
    ),
    ...handbook.customers.flatMap(({ id, contract }) =>
      Object.entries(contract).flatMap(([severity, { response, resolution }]) =>
        response && resolution && isLonger(response, resolution)
          ? [lateAnswer(['customers', id, 'contract', severity], response, resolution)]
          : [],
      ),
    ),
  ];
}

const noHours: Finding = {
  path: ['hours'],
  of: 'key',
  what: '`hours` is empty, so all of Monday to Friday is working time.',
  suggestion: 'Write for example `hours: ["Mon-Fri 09:00-17:00"]`, or take the line away.',
};

const neverQuiet: Finding = {
  path: ['quiet', 'below'],
  of: 'key',
  what: '`quiet` has no `hours`, so it is never quiet.',
  suggestion: 'Write for example `hours: ["22:00-07:00"]` beside it, or take it away.',
};

function twice(path: readonly Step[], hours: readonly Hours[]): readonly Finding[] {
  const texts = hours.map((one) => JSON.stringify(one));
  return texts.flatMap((text, at): readonly Finding[] => {
    if (texts.indexOf(text) === at) return [];
    const what = `The same hours stand twice in \`${path.join('.')}\`.`;
    return [{ path: [...path, at], of: 'value', what, suggestion: 'Keep one of the two.' }];
  });
}

interface Timed {
  readonly severity: string;
  readonly term: Term;
}

/** Levels that have more time than the one below them. @param timed the most severe first */
function slower(clock: string, timed: readonly Timed[]): readonly Finding[] {
  return timed.flatMap(({ severity, term }, at): readonly Finding[] => {
    const below = timed[at + 1];
    if (!below || !isLonger(term, below.term)) return [];
    const what = `The clock \`${clock}\` gives ${termText(term)} at \`${severity}\`, and at \`${below.severity}\`, which is less severe, ${termText(below.term)}.`;
    const path = (one: string) => ['clocks', clock, 'within', one];
    return [
      { path: path(severity), or: path(below.severity), of: 'value', what, suggestion: 'Swap the two, or mend one.' },
    ];
  });
}

function lateAnswer(path: readonly Step[], response: Term, resolution: Term): Finding {
  const what = `\`${path.join('.')}\` promises a response within ${termText(response)}, and the resolution within ${termText(resolution)} already.`;
  return { path: [...path, 'response'], of: 'value', what, suggestion: 'Swap the two, or mend one.' };
}

/** Whether one is longer for certain: business days compare with their like only. */
function isLonger(one: Term, other: Term): boolean {
  if ((one.unit === 'business-days') !== (other.unit === 'business-days')) return false;
  const length = ({ amount, unit }: Term): number => (unit === 'minutes' ? amount : amount * 1440);
  return length(one) > length(other);
}
