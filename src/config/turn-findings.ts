// Turns that cannot be reckoned: nobody could say whose it is.
import { plusDays, weekdayOf } from '../time/local-moment.ts';
import { weekdayName } from '../time/weekly-hours.ts';
import type { Finding } from './explain.ts';
import type { Step } from './place.ts';
import { type LayerEntry, type RotaEntry, readDays, readHandOver } from './rota-entry.ts';

/** What is wrong with the turns of a rota whose values are sound each by itself, at the paths of its file. */
export function turnFindings(id: string, { layers }: RotaEntry): readonly Finding[] {
  return Object.entries(layers).flatMap(([layer, entry]) => inLayer(['rotas', id, 'layers', layer], entry));
}

function inLayer(path: readonly Step[], entry: LayerEntry): readonly Finding[] {
  const { 'hand-over': handOver, every, starts } = entry;
  const name = `\`${path.filter((step) => typeof step === 'string').join('.')}\``;
  const finding = (key: keyof LayerEntry, what: string, suggestion: string): readonly Finding[] => [
    { path: [...path, key], of: 'value', what, suggestion },
  ];
  if (handOver === undefined) {
    const stray = every === undefined ? 'starts' : 'every';
    if (entry[stray] === undefined) return [];
    const suggestion = `Write for example \`hand-over: Monday 09:00\`, or take \`${stray}\` away: then all are on call together.`;
    return finding(stray, `${name} takes turns, but nothing says when it is handed on.`, suggestion);
  }
  if (starts === undefined) {
    const what = `${name} does not say whose turn it is.`;
    return finding('hand-over', what, "Write under `starts` the day on which the first one's first turn begins.");
  }
  const { weekday } = readHandOver(handOver) ?? { weekday: null };
  const days = every === undefined ? null : readDays(every);
  if (weekday === null || (days ?? 7) % 7 !== 0) {
    if (weekday === null || days === null) return [];
    const what = `${name} is handed on on ${weekdayName(weekday)}s, and \`every: ${every}\` is no number of weeks.`;
    return finding('every', what, 'Write weeks, such as `every: 2w`, or a `hand-over` without a day.');
  }
  const begun = weekdayOf(starts);
  if (begun === weekday) return [];
  const what = `${starts} is a ${weekdayName(begun)}, and ${name} is handed on on ${weekdayName(weekday)}s.`;
  return finding('starts', what, `Write \`starts: ${plusDays(starts, -((begun - weekday + 7) % 7))}\`.`);
}
