// Differences side by side: what the file tells and what came of it, with the way and the line.
import Table from 'cli-table3';
import type { Outcome } from './run.ts';

const longest = 1200;

/** A table of an outcome's differences, for a terminal: nothing of what people wrote is printed raw. */
export function printDifferences(file: string, { way, differences }: Outcome): string {
  const table = new Table({
    head: ['where', 'as told', 'as it is'],
    colWidths: [34, 44, 60],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { line, path, expected, actual } of differences) {
    table.push([plain(`line ${line}\n${path}`), plain(expected), plain(actual)]);
  }
  return `way ${way}, ${file}\n${table.toString()}`;
}

/** Without control characters, and not longer than a screen. */
function plain(text: string): string {
  const harmless = [...text].map((sign) => (sign === '\n' || !/\p{Cc}/u.test(sign) ? sign : '·')).join('');
  return harmless.length > longest ? `${harmless.slice(0, longest)}… (${harmless.length - longest} more)` : harmless;
}
