// What a mail program appends to a reply: the letter that was answered. Not the author's words.

/**
 * Where the history begins that a reply by mail drags along.
 * @returns the row of the first line that is no longer the author's: `-----Original Message-----` and all after it; else the
 * number of lines. What mail programs quote with `>` is a block quote already.
 */
export function historyRow(lines: readonly string[]): number {
  const row = lines.findIndex((line) => line.length < 200 && /^\s*-{3,10} ?Original Message ?-{3,10}\s*$/i.test(line));
  return row === -1 ? lines.length : row;
}

/** Whether an `On … wrote:` begins here (on one line or broken over two) with a quote behind it. */
export function isAttribution(lines: readonly string[], row: number): boolean {
  if (!/^\s*On\s/.test(lines[row] ?? '')) return false;
  const end = [row, row + 1].find((candidate) => /\bwrote:\s*$/.test((lines[candidate] ?? '').slice(-40)));
  if (end === undefined) return false;
  const next = (lines[end + 1] ?? '').trim() === '' ? end + 2 : end + 1;
  return /^\s*>/.test(lines[next] ?? '');
}
