/**
 * Ticks (or unticks) a box of a task list as a person with a mouse does: only the one character changes.
 * @param item the box's text, its beginning, or an id that stands anywhere on its line (hidden comments included);
 *   case does not count.
 * @returns the new body, or null when there is no such box. The same body when the box is as wanted already.
 */
export function tick(body: string, item: string, ticked: boolean): string | null {
  const lines = body.split('\n');
  const boxes = lines.map((line, index) => ({ line, index })).filter(({ line }) => /^\s*[-*+] \[[ xX]\] /.test(line));
  const wanted = item.trim().toLowerCase();
  const plain = (line: string): string => {
    const text = line.replace(/^\s*[-*+] \[[ xX]\] /, '').replace(/<!--.*?-->/g, '');
    return text
      .replace(/[*_`~]/g, '')
      .trim()
      .toLowerCase();
  };
  const found =
    boxes.find(({ line }) => plain(line) === wanted) ??
    boxes.find(({ line }) => idsOn(line).includes(wanted)) ??
    boxes.find(({ line }) => plain(line).startsWith(wanted)) ??
    boxes.find(({ line }) => plain(line).includes(wanted));
  if (!found) return null;
  const mark = ticked ? 'x' : ' ';
  const already = /\[[xX]\]/.test(found.line.slice(0, found.line.indexOf(']') + 1)) === ticked;
  if (!already) lines[found.index] = found.line.replace(/\[[ xX]\]/, `[${mark}]`);
  return lines.join('\n');
}

// Words of letters, digits and dashes, in code spans and hidden comments too.
function idsOn(line: string): string[] {
  return line.toLowerCase().match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? [];
}
