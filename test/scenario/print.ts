// Differences side by side: what the file tells and what came of it, with the ways and the line.
import Table from 'cli-table3';
import type { Outcome } from './run.ts';

const longest = 1200;

/** A table for each set of differences, once for all ways that agree on it; ways without any are left out. */
export function printOutcomes(file: string, outcomes: readonly Outcome[]): string {
  const wrong = outcomes.filter(({ differences }) => differences.length > 0);
  const alike = Map.groupBy(wrong, ({ differences }) => sameWhicheverWay(differences));
  return [...alike.values()].map((agreeing) => printAgreeing(file, agreeing)).join('\n');
}

/** Comments have other ids where a way made more of them: that is no difference between two ways. */
function sameWhicheverWay(differences: Outcome['differences']): string {
  return JSON.stringify(differences).replaceAll(/\d{9,}/g, 'id');
}

/** For a terminal: nothing of what people wrote is printed raw. */
function printAgreeing(file: string, outcomes: readonly Outcome[]): string {
  const table = new Table({
    head: ['where', 'as told', 'as it is'],
    colWidths: [34, 44, 60],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { line, path, expected, actual } of outcomes[0]?.differences ?? []) {
    table.push([plain(`line ${line}\n${path}`), plain(expected), plain(actual)]);
  }
  const said = outcomes.map(({ way }) => way).join(', ');
  return `${outcomes.length === 1 ? 'way' : 'ways'} ${said}: ${file}\n${table.toString()}`;
}

/** Without control characters, and not longer than a screen. */
function plain(text: string): string {
  const harmless = [...text].map((sign) => (sign === '\n' || !/\p{Cc}/u.test(sign) ? sign : '·')).join('');
  return harmless.length > longest ? `${harmless.slice(0, longest)}… (${harmless.length - longest} more)` : harmless;
}
