// Reads what `sitrep export` wrote: JSON Lines become incidents, one at a time; a wrong line ends it, by its number.
import { keyTwice } from './key-twice.ts';
import { type IncidentLine, incidentLine, lineSchemaVersion } from './line.ts';
import { lineWords, WrongLine } from './line-words.ts';

/** Longer than any incident; a file that has no end of line must not fill the memory. */
const longestLine = 1_000_000;

/**
 * The incidents of a file, in its order, as its text comes in. Empty lines, a byte order mark, and Windows' ends of line may be.
 * @param text pieces of any length @param file what it is called in what is said of a wrong line
 * @throws WrongLine at the first line that is no incident of this version, says a key twice or one that is unknown, or tells an
 * incident that stood there already
 */
export async function* readLines(text: AsyncIterable<string>, file: string): AsyncGenerator<IncidentLine> {
  const seen = new Map<string, number>();
  for await (const { line, number } of numbered(text, file)) {
    if (line.trim() === '') continue;
    const incident = read(line, (why) => new WrongLine(file, number, why));
    const name = `${incident.repository}#${incident.issue}`;
    const before = seen.get(name.toLowerCase());
    if (before !== undefined) throw new WrongLine(file, number, lineWords.twice(name, before));
    seen.set(name.toLowerCase(), number);
    yield incident;
  }
}

interface Numbered {
  readonly line: string;
  /** From 1. */
  readonly number: number;
}

async function* numbered(text: AsyncIterable<string>, file: string): AsyncGenerator<Numbered> {
  let rest = '';
  let number = 0;
  for await (const piece of text) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      number += 1;
      yield { line: bounded(line, number, file), number };
    }
    bounded(rest, number + 1, file);
  }
  yield { line: bounded(rest, number + 1, file), number: number + 1 };
}

function bounded(line: string, number: number, file: string): string {
  if (line.length > longestLine) throw new WrongLine(file, number, lineWords.tooLong(longestLine));
  return number === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line;
}

function read(line: string, wrong: (why: string) => WrongLine): IncidentLine {
  const value = parsed(line);
  if (value === undefined) throw wrong(lineWords.noJson);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(lineWords.noObject);
  const schema = 'schema' in value ? value.schema : undefined;
  if (typeof schema !== 'number') throw wrong(lineWords.noSchema(lineSchemaVersion));
  if (schema < lineSchemaVersion) throw wrong(lineWords.older(schema, lineSchemaVersion));
  if (schema > lineSchemaVersion) throw wrong(lineWords.newer(schema, lineSchemaVersion));
  const twice = keyTwice(line);
  if (twice !== null) throw wrong(lineWords.keyTwice(twice));
  const { success, data, error } = incidentLine.safeParse(value);
  if (!success) throw wrong(lineWords.wrong(error.issues));
  return data;
}

/** `undefined`: no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
