// A body cut into lines, and what every reader of lines must know: where fenced code stands.

/** The lines of a body, whatever its line ends, without a byte order mark. */
export function linesOf(body: string): readonly string[] {
  return body.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

/** A fenced block outside of any container: its first and last row, fences included. `closed`: it has an end of its own. */
export interface Fence {
  readonly from: number;
  readonly until: number;
  readonly closed: boolean;
}

/** A fence's opening mark, or null: three or more backticks (none behind them) or tildes, indented by three spaces at most. */
export function openingFence(line: string): string | null {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (!mark) return null;
  return mark.startsWith('`') && line.trimStart().slice(mark.length).includes('`') ? null : mark;
}

/** Whether a line ends the fence that `mark` opened (CommonMark 0.31, §4.5). */
export function closesFence(line: string, mark: string): boolean {
  const end = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1];
  return end !== undefined && end[0] === mark[0] && end.length >= mark.length;
}

/** The fences of a text, in order; the last one may be open. Linear. */
export function fencesOf(lines: readonly string[]): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { readonly mark: string; readonly from: number } | null = null;
  for (const [row, line] of lines.entries()) {
    if (!open) {
      const mark = openingFence(line);
      if (mark) open = { mark, from: row };
    } else if (closesFence(line, open.mark)) {
      fences.push({ from: open.from, until: row, closed: true });
      open = null;
    }
  }
  return open ? [...fences, { from: open.from, until: lines.length - 1, closed: false }] : fences;
}
