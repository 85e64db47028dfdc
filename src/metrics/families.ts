// Sub-incidents count with the incident that they are part of: who is part of whom.
import type { IncidentLine } from '../lines/line.ts';
import { addressOf, readAddress } from './address.ts';

/**
 * The incident that each one counts with: its parent among the lines, or that one's parent, up to the top. In a circle the one
 * that stands first among the lines is the top, so that it is counted once. A parent that is not among the lines is none.
 * @returns by line, only those that count with another
 */
export function topsOf(lines: readonly IncidentLine[]): ReadonlyMap<IncidentLine, IncidentLine> {
  const byAddress = new Map(lines.map((line) => [addressOf(line), line]));
  const places = new Map(lines.map((line, place) => [line, place]));
  const tops = new Map<IncidentLine, IncidentLine>();
  for (const line of lines) {
    const path = new Set<IncidentLine>();
    let reached = line;
    let parent = parentOf(reached, byAddress);
    while (parent && !tops.has(reached) && !path.has(reached)) {
      path.add(reached);
      reached = parent;
      parent = parentOf(reached, byAddress);
    }
    const top =
      path.has(reached) && !tops.has(reached) ? firstOfCircle(path, reached, places) : (tops.get(reached) ?? reached);
    for (const one of path) tops.set(one, top);
  }
  return new Map([...tops].filter(([line, top]) => line !== top));
}

function parentOf(line: IncidentLine, byAddress: ReadonlyMap<string, IncidentLine>): IncidentLine | undefined {
  if (line.links.parent === null) return undefined;
  const address = readAddress(line.links.parent, line.repository);
  const parent = address === null ? undefined : byAddress.get(address);
  return parent === line ? undefined : parent;
}

/** What was walked from `from` on is the circle; before it come those that lead into it. */
function firstOfCircle(
  path: ReadonlySet<IncidentLine>,
  from: IncidentLine,
  places: ReadonlyMap<IncidentLine, number>,
): IncidentLine {
  const walked = [...path];
  const circle = walked.slice(walked.indexOf(from));
  return circle.reduce((first, one) => ((places.get(one) ?? 0) < (places.get(first) ?? 0) ? one : first));
}
