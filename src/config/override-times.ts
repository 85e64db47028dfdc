// Overrides by the clock on the wall, on the day on which the clocks are changed: times that do not exist, and times that come twice.
import { momentsIn, readMomentIn } from '../time/local-moment.ts';
import { clock } from '../time/time.ts';
import type { Finding } from './explain.ts';

/** As the file has them. */
interface Written {
  readonly from: string;
  readonly until: string;
}

/**
 * What of an override's times is not clear.
 * @param zone by whose clocks it is written @param path of the override
 */
export function overrideTimes({ from, until }: Written, zone: string, path: Finding['path']): readonly Finding[] {
  const isNothing = readMomentIn(from, zone) === readMomentIn(until, zone);
  if (isNothing && from !== until && momentsIn(from, zone).length === 0) {
    const what = `The clocks of ${zone} skip the time from ${from} until ${until}, so this replaces nobody.`;
    return [{ path: [...path, 'until'], of: 'value', what, suggestion: 'Write times that there are on that day.' }];
  }
  return Object.entries({ from, until }).flatMap(([key, text]) => unclear(text, zone, [...path, key]));
}

function unclear(text: string, zone: string, path: Finding['path']): readonly Finding[] {
  const moments = momentsIn(text, zone);
  const taken = readMomentIn(text, zone);
  if (moments.length === 1 || taken === null) return [];
  const [first, second] = [taken, moments[1]].map((moment) => moment?.replace(/:00Z$/, 'Z'));
  if (second === undefined) {
    const what = `${text} does not exist: the clocks of ${zone} skip it. ${clock(taken, zone)} is taken, when they are put forward.`;
    return [{ path, of: 'value', what, suggestion: `Write \`${first}\`, or another time.` }];
  }
  const what = `${text} comes twice by the clocks of ${zone}. The first one is taken, ${clock(taken, 'UTC')} UTC.`;
  return [{ path, of: 'value', what, suggestion: `Write \`${first}\` for this one, \`${second}\` for the second.` }];
}
