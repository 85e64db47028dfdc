// docs/threats.md leaves no hostile scenario out, and what it names exists.
import { existsSync, globSync, readFileSync } from 'node:fs';

const page = new URL('../docs/threats.md', import.meta.url);
const rows = [...readFileSync(page, 'utf8').matchAll(/^\| (\d+) \|(.*)\|$/gm)].map(([line, number, rest = '']) => ({
  ...{ line, number: Number(number) },
  // A `|` in a cell is written `\|`.
  cells: rest.split(/(?<!\\)\|/).map((cell) => cell.trim()),
}));
const shownBy = (cells: readonly string[]) =>
  [...(cells[2] ?? '').matchAll(/\]\(([^)#]+)/g)].map(([, path = '']) => new URL(path, page));

test('rows are sorted by number, each stands once, and each says all three', () => {
  const numbers = rows.map(({ number }) => number);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  expect(rows.filter(({ cells }) => cells.length !== 3 || cells.includes('')).map(({ line }) => line)).toEqual([]);
});

test('each row names a scenario or a test, and what it names exists', () => {
  const unproved = rows.filter(
    ({ cells }) => !shownBy(cells).some(({ pathname }) => /\.(yml|test\.ts)$/.test(pathname)),
  );
  expect(unproved.map(({ number }) => number)).toEqual([]);
  const missing = rows.flatMap(({ cells }) => shownBy(cells).filter((url) => !existsSync(url)));
  expect(missing.map(String)).toEqual([]);
});

test('each hostile scenario stands in a row', () => {
  const named = new Set(rows.flatMap(({ cells }) => shownBy(cells).map(({ pathname }) => pathname)));
  const files = globSync('scenarios/hostile/*.yml', { cwd: import.meta.dirname });
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !named.has(new URL(file, import.meta.url).pathname)).sort()).toEqual([]);
});
