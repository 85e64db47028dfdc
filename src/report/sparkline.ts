// Twelve weeks as a row of bars that any page and terminal can show.

const bars = '▁▂▃▄▅▆▇█';

/**
 * One bar a value, from zero to the greatest: a scale that began at the least would make ripples look like waves. What is null is a
 * gap (`·`), never zero.
 */
export function sparkline(values: readonly (number | null)[]): string {
  const greatest = Math.max(0, ...values.map((value) => value ?? 0));
  return values.map((value) => (value === null ? '·' : bar(value, greatest))).join('');
}

function bar(value: number, greatest: number): string {
  const height = greatest > 0 ? Math.ceil((Math.max(0, value) / greatest) * bars.length) : 1;
  return bars[Math.max(1, height) - 1] ?? '';
}
