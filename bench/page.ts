// docs/performance.md: the table of what was measured, between its marks; the prose around it is written by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { fill } from '../scripts/docs/markers.ts';
import { table } from '../scripts/docs/table.ts';
import type { Part, Told } from './figure.ts';

const page = new URL('../docs/performance.md', import.meta.url);

/** When it was measured (a day), how long all of it took, and how busy the machine was (its load average when it began). */
export interface Run {
  readonly date: string;
  readonly minutes: number;
  readonly load: number;
}

export function writePage(all: readonly Told[], run: Run): void {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, fill('docs/performance.md', text, { figures: figuresPart(all, run), parts: partsPart(all) }));
}

/** What figures are the sum of, a table each. */
export function partsPart(all: readonly Told[]): string {
  return all.flatMap(({ figure, parts, unit }) => (parts ? [partsTable(figure, parts, unit)] : [])).join('\n\n');
}

function partsTable(figure: string, parts: readonly Part[], unit: string): string {
  const others = [...new Set(parts.flatMap(({ beside }) => Object.keys(beside)))];
  const number = (value: number | undefined): string => (value ?? 0).toLocaleString('en-GB');
  const rows = parts.map(({ name, value, beside }) => [
    ...[name, number(value)],
    ...others.map((other) => number(beside[other])),
  ]);
  return table([`\`${figure}\` (${unit})`, 'Sitrep', ...others], rows);
}

/** The generated part as Markdown. */
export function figuresPart(all: readonly Told[], { date, minutes, load }: Run): string {
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const notes = [...new Set(all.flatMap(({ note }) => note ?? []))];
  const rows = all.map((one) => [
    `\`${one.figure}\``,
    shown(one.value, one.unit),
    Object.entries(one.beside)
      .map(([what, value]) => `${what}: ${shown(value, one.unit)}`)
      .join('; ') || '–',
    one.bound === null ? '–' : `≤ ${shown(one.bound, one.unit)}${one.holds ? '' : ': **does not hold**'}`,
    one.note ? String(notes.indexOf(one.note) + 1) : '',
  ]);
  const head = ['figure', 'Sitrep', 'beside it, in the same run', 'bound', 'note'];
  return [
    `Measured on ${date}: ${machine}, with a load of ${tenth(load)} by others when it began; all of it took ${tenth(minutes)} minutes.`,
    table(head, rows),
    ...notes.map((note, index) => `${index + 1}. ${note}`),
  ].join('\n\n');
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function shown(value: number, unit: string): string {
  return `${value.toLocaleString('en-GB')} ${unit}`;
}
